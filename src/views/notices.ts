import type { Day } from "../core/calendar.js";
import type { Channel } from "../core/channel.js";
import { heading, type Message, note, passages } from "../core/message.js";
import { text } from "../core/prose.js";
import { counted, dayWords, prose } from "./words.js";

/** Said unasked, to a channel's keeper. */
export function missedMessage(channel: Channel, first: Day, last: Day): Message {
  const days = first === last ? `On ${dayWords(first)}` : `From ${dayWords(first)} to ${dayWords(last)}`;
  return notice(
    `No question in ${channel.name}`,
    `${days} I was not running at the hour of the question, and more than six hours had passed when I came back. Those days count for nobody, and no streak is lost.`,
  );
}

/** `out`: how many questions `kinds=choice` leaves out. */
export function emptyPoolMessage(channel: Channel, out: number): Message {
  return notice(
    `No question fits ${channel.name}`,
    out > 0
      ? leftOutLine(out)
      : "The notes hold no question for the topics of this channel. Add some, or choose other topics with /daily topics.",
  );
}

/** Why there is nothing to ask, though the notes hold something. */
export function leftOutLine(out: number): string {
  const held = out === 1 ? "The one scenario" : `The ${out} scenarios`;
  return `${held} of the channel’s topics ${out === 1 ? "is" : "are"} without options, and kinds=choice leaves such questions out. /daily options kinds=all brings them.`;
}

export function lowPoolMessage(channel: Channel, left: number): Message {
  return notice(
    `${counted(left, "new question")} left for ${channel.name}`,
    "After that the oldest are asked again. New questions in the notes are taken up by themselves.",
  );
}

export function uncertainMessage(channel: Channel, day: Day): Message {
  return notice(
    `Did the question of ${dayWords(day)} appear in ${channel.name}?`,
    "The connection broke while I was posting, and I may not read the channel to see whether it got there. I will not post it a second time. If it is missing, /daily now asks one at once.",
  );
}

export function lostPostMessage(channel: Channel, day: Day): Message {
  return notice(
    `The question of ${dayWords(day)} did not get out`,
    `I could not reach ${channel.name} in time. The day counts for nobody, and no streak is lost.`,
  );
}

/** `lines`: problems as `file:line  severity  message`. */
export function brokenNotesMessage(lines: readonly string[]): Message {
  const more = lines.length > 5 ? [prose(`And ${lines.length - 5} more.`)] : [];
  const items = [...lines.slice(0, 5).map((line) => prose(text(line))), ...more];
  const words = "Something in the notes is broken or missing, so the questions of before stay in use.";
  return {
    summary: `${words} ${lines[0] ?? ""}`,
    blocks: [
      heading("The notes as they lie now are not in use"),
      note(text(words)),
      ...passages([{ kind: "list", items, ordered: false }]),
      note(...prose("Mend that, and they are taken over by themselves.")),
    ],
  };
}

/** To those who were told that something was broken. */
export function mendedNotesMessage(): Message {
  return notice("The notes are in use again", "What was broken or missing in them is mended.");
}

const reasons: Readonly<Record<string, string>> = {
  "channel-gone": "the channel is gone or archived",
  "not-allowed": "I am not allowed to post there",
  removed: "I was removed",
  revoked: "my access was taken back",
  "too-long": "the question is too long for this platform",
};

export function reasonWords(reason: string): string {
  return reasons[reason] ?? reason;
}

/** `detail`: which right is missing and where to set it, in the platform's own words. */
export function refusedMessage(channel: Channel, reason: string, detail?: string): Message {
  return notice(
    `The daily in ${channel.name} is paused`,
    `I could not post: ${reasonWords(reason)}${detail ? ` (${detail})` : ""}. Nothing is deleted. Put that right, then /daily resume in the channel.`,
  );
}

function notice(title: string, words: string): Message {
  const end = title.endsWith("?") ? "" : ".";
  return { summary: `${title}${end} ${words}`, blocks: [heading(title), note(text(words))] };
}
