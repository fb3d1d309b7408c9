import type { Topic } from "../core/bank.js";
import { commandList } from "../core/command.js";
import { type Block, heading, type Message, note } from "../core/message.js";
import { code, text } from "../core/prose.js";
import { counted, prose } from "./words.js";

/** The commands; in direct messages only those that work there. */
export function helpMessage(inChannel: boolean): Message {
  return {
    summary: `What I understand: ${commandLines(inChannel).join("; ")}`,
    blocks: [heading("What I understand"), ...helpBlocks(inChannel)],
  };
}

/** `Streaming › Kinesis, 6 questions` */
export function topicNote(topic: Topic): string {
  return `${topic.title}, ${counted(topic.questions, "question")}`;
}

/** A line for each command, with its words. */
export function helpBlocks(inChannel: boolean): readonly Block[] {
  return commandList
    .filter((entry) => inChannel || entry.direct)
    .map(({ name, about, usage }) => {
      const more = usage
        .filter((words) => words !== "")
        .flatMap((words) => [text(" · "), code(`/${name} ${words}`)]);
      return note(...prose(`**/${name}** ${about}`), ...more);
    });
}

function commandLines(inChannel: boolean): readonly string[] {
  return commandList
    .filter((entry) => inChannel || entry.direct)
    .map((entry) => `/${entry.name} ${entry.about}`);
}
