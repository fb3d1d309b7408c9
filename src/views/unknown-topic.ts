import { mostQuestions } from "../core/command.js";
import { heading, type Message, note, passages } from "../core/message.js";
import { text } from "../core/prose.js";
import type { Others } from "../core/topics.js";
import { topicNote } from "./help.js";
import { titled } from "./titled.js";
import { prose } from "./words.js";

/** So many topics are named where none comes near. */
const most = 10;

/** Words that name no topic, with those that come near, else the first of all; `asked`: what was to be done with it. */
export function unknownTopicMessage(
  words: string,
  { near, all }: Others,
  asked: "question" | "channel" = "question",
): Message {
  const isCount = asked === "question" && /(?:^|\s)\d+$/.test(words);
  const lines = [
    isCount
      ? `You can ask for 1 to ${mostQuestions} questions at once: /quiz ${mostQuestions}, or a topic and a number.`
      : "",
    asked === "channel" ? "Nothing was changed." : "",
  ].filter((line) => line !== "");
  const said = `No topic is called “${[...words].slice(0, 80).join("")}”.`;
  if (all.length === 0) return titled(said, ["The notes hold no topics yet.", ...lines].join(" "));
  const shown = near.length > 0 ? near : all.slice(0, most);
  const more = near.length > 0 ? 0 : all.length - shown.length;
  const lead = near.length > 0 ? "These come near:" : "The topics are:";
  const items = [
    ...shown.map((topic) => [text(`${topic.id} (${topicNote(topic)})`)]),
    ...(more > 0 ? [[text(`and ${more} more`)]] : []),
  ];
  const named = shown.map(({ id }) => id).join(", ");
  return {
    summary: [said, ...lines, lead, `${named}${more > 0 ? ` and ${more} more` : ""}.`].join(" "),
    blocks: [
      heading(said),
      note(...prose([...lines, lead].join(" "))),
      ...passages([{ kind: "list", items, ordered: false }]),
    ],
  };
}
