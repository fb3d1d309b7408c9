import type { Channel } from "../core/channel.js";
import { type ChosenTopic, topicsNow } from "../core/chosen-topics.js";
import { heading, type Message, note } from "../core/message.js";
import { text } from "../core/prose.js";
import { listed } from "./words.js";

/** From which topics a channel is asked, and which of them there are no more. */
export function topicLines(chosen: readonly ChosenTopic[]): readonly string[] {
  if (chosen.length === 0) return ["All topics of the notes."];
  const live = chosen.filter(({ kind }) => kind !== "gone");
  return [...(live.length === 0 ? [] : [`Topics: ${listed(live.map(topicWords))}.`]), ...goneLines(chosen)];
}

/** To the keeper, unasked: the notes were edited, and topics of the channel are gone. */
export function lostTopicsMessage(channel: Channel, chosen: readonly ChosenTopic[]): Message {
  const gone = chosen.filter(({ kind }) => kind === "gone").map(({ id }) => id);
  const title = `${listed(gone)} ${gone.length === 1 ? "is" : "are"} gone from the notes`;
  const lines = [`The daily in ${channel.name} asks from there.`, ...goneLines(chosen)];
  return {
    summary: `${title}. ${lines.join(" ")}`,
    blocks: [heading(title), ...lines.map((line) => note(text(line)))],
  };
}

function topicWords({ kind, id }: ChosenTopic): string {
  return kind === "folder" ? `${id} (everything below it)` : id;
}

function goneLines(chosen: readonly ChosenTopic[]): readonly string[] {
  const lines = chosen.flatMap((topic) => {
    if (topic.kind !== "gone") return [];
    const now = topic.now.length === 0 ? "" : `: its questions are in ${listed(topic.now)} now`;
    return [`${topic.id} is no topic of the notes any more${now}.`];
  });
  if (lines.length === 0) return [];
  const there = topicsNow(chosen);
  const cure =
    there.length === 0
      ? "Choose other topics: /daily topics all, or their names."
      : `To put that right: /daily topics ${there.join(" ")}`;
  return [...lines, cure];
}
