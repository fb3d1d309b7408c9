import type { Channel, ChannelOptions } from "../core/channel.js";
import { heading, type Message, note } from "../core/message.js";
import { text } from "../core/prose.js";
import { reasonWords } from "./notices.js";
import { counted, listed, weekdayWords } from "./words.js";

/** A channel's daily in words; `by`: who has just changed it. */
export function dailyMessage(channel: Channel, pool: number, by: string | null): Message {
  const { schedule } = channel;
  if (!schedule) return scheduleMissingMessage();
  const lines = [
    scheduleLine(channel),
    schedule.topics.length === 0 ? "All topics of the notes." : `Topics: ${listed(schedule.topics)}.`,
    pool === 0
      ? "No question fits them yet."
      : `${counted(pool, "question")} can come as the daily; any others in the notes are for /practice.`,
    ...optionLines(schedule.options),
    ...(schedule.off.length > 0
      ? [
          `Dates off: ${listed(schedule.off.map(({ from, to }) => (from === to ? from : `${from} to ${to}`)))}.`,
        ]
      : []),
  ];
  const title = by === null ? `The daily in ${channel.name}` : `${by} set the daily in ${channel.name}`;
  return {
    summary: `${title}. ${lines.join(" ")}`,
    blocks: [heading(title), ...lines.map((line) => note(text(line)))],
  };
}

/** What differs from the usual. */
function optionLines({ reveal, thread, tell, kinds }: ChannelOptions): readonly string[] {
  const lines = [
    reveal === "at-close" ? "the key is told at the close" : "",
    thread ? "a thread opens at the reveal" : "",
    tell === null ? "" : "one group is told",
    kinds === "choice" ? "only questions with options" : "",
  ].filter((line) => line !== "");
  const words = listed(lines);
  return words === "" ? [] : [`${words.charAt(0).toUpperCase()}${words.slice(1)}.`];
}

/** `One question at 09:00 (Europe/Berlin), Monday to Friday.` */
export function scheduleLine({ schedule }: Channel): string {
  if (!schedule) return "No daily question yet.";
  const when = `at ${schedule.time} (${schedule.zone}), ${weekdayWords(schedule.weekdays)}`;
  if (!schedule.paused) return `One question ${when}.`;
  const why = schedule.paused.by === "refusal" ? `: ${reasonWords(schedule.paused.reason)}` : "";
  return `Paused${why}. Otherwise one question ${when}.`;
}

export function scheduleMissingMessage(): Message {
  const words =
    "No daily is set here yet. For one at nine on weekdays: /daily set 09:00 Europe/Berlin mon-fri";
  return { summary: words, blocks: [heading("No daily yet"), note(text(words))] };
}

/** What cannot be done to a daily that is paused. */
export function pausedMessage(channel: Channel): Message {
  const words = `${scheduleLine(channel)} Say /daily resume first.`;
  return { summary: words, blocks: [heading("Nothing comes next"), note(text(words))] };
}

export function nothingToAskMessage(): Message {
  const words = "No question fits this channel: the notes hold none for its topics.";
  return { summary: words, blocks: [heading("Nothing to ask"), note(text(words))] };
}

export function bonusAskedMessage(channel: Channel): Message {
  const words = `A bonus question is in ${channel.name}. It closes with the next scheduled one, after a week at the latest, and touches neither streaks nor the board.`;
  return { summary: words, blocks: [heading("Asked"), note(text(words))] };
}

export function movedMessage(channel: Channel, to: string, by: string): Message {
  const words = `From now on the question comes in ${to}. Streaks and the board of ${channel.name} stay here as they are; they begin anew there.`;
  const title = `${by} moved the daily`;
  return { summary: `${title}. ${words}`, blocks: [heading(title), note(text(words))] };
}

export function noSuchChannelMessage(given: string): Message {
  const words = `“${[...given].slice(0, 80).join("")}” is no other channel of this place. Name it as a mention: /daily move #channel`;
  return { summary: words, blocks: [heading("No such channel"), note(text(words))] };
}
