import type { Day } from "../core/calendar.js";
import type { Channel, ChannelOptions, Schedule } from "../core/channel.js";
import type { ChosenTopic } from "../core/chosen-topics.js";
import type { DailyWish } from "../core/daily-words.js";
import { heading, type Message, note } from "../core/message.js";
import { type Prose, plain, text, time } from "../core/prose.js";
import { changeLines } from "./daily-change.js";
import { topicLines } from "./daily-topics.js";
import { backLine, datesDeed, offAhead, offWords } from "./days-off.js";
import { leftOutLine, reasonWords } from "./notices.js";
import { titled } from "./titled.js";
import { counted, listed, weekdayWords } from "./words.js";

/** A channel's daily as it stands. */
export type Daily = {
  readonly channel: Channel;
  /** Those that it chose; none: all. */
  readonly topics: readonly ChosenTopic[];
  /** The channel's date. */
  readonly today: Day;
  /** How many questions there are to ask. */
  readonly pool: number;
  /** Where there is none: how many the kinds that the keeper chose leave out. */
  readonly leftOut: number;
  /** When the next one comes; null while none does. */
  readonly next: Date | null;
  /** It comes before the closing time that an open question bears, and closes it. */
  readonly cutsShort: boolean;
  /** What the group that is told is called, where that is known. */
  readonly group: string | null;
  /** The group that is to be told is none that the platform knows. */
  readonly tellsNobody: boolean;
};

/** A channel's daily in words. */
export function dailyMessage(daily: Daily): Message {
  return linesUnder(`The daily in ${daily.channel.name}`, dailyLines(daily));
}

/** What somebody has just done to it; `before`: what held until then. */
export type DailyDeed = {
  readonly by: string;
  readonly kind: DailyWish["kind"];
  readonly before: { readonly schedule: Schedule; readonly isKeeperNew: boolean } | null;
};

/** The same said aloud, with who changed it and how. */
export function dailyChangedMessage(daily: Daily, deed: DailyDeed): Message {
  const { schedule } = daily.channel;
  const { by, kind, before } = deed;
  const changes = before && schedule ? changeLines(before.schedule, schedule, daily.today) : [];
  const back = before && schedule && kind === "skip" ? [backLine(before.schedule, schedule)] : [];
  const keeper = before?.isKeeperNew ? [`${by} is its keeper now.`] : [];
  const lines = [...back, ...changes, ...keeper].filter((line) => line !== "");
  return linesUnder(`${by} ${deedWords(daily, deed)}`, [
    ...lines.map((line) => [text(line)]),
    ...dailyLines(daily),
  ]);
}

function deedWords({ channel: { name, schedule }, today }: Daily, { kind, before }: DailyDeed): string {
  const dates = before && schedule ? datesDeed(before.schedule, schedule, today) : null;
  switch (kind) {
    case "pause":
      return `paused the daily in ${name}`;
    case "resume":
      return `resumed the daily in ${name}`;
    case "topics":
      return `chose the topics of the daily in ${name}`;
    case "options":
      return `changed the options of the daily in ${name}`;
    case "off":
    case "on":
    case "skip":
      return dates ? `${dates} in ${name}` : `set the dates off in ${name}`;
    default:
      return `set the daily in ${name}`;
  }
}

/** For whoever set what is set already. */
export function dailyUnchangedMessage(daily: Daily): Message {
  const words = "Nothing was changed, so the channel was told nothing.";
  return linesUnder("It is so already", [[text(words)], ...dailyLines(daily)]);
}

function linesUnder(title: string, lines: readonly Prose[]): Message {
  const plainLines = lines.filter((line) => line.every(({ kind }) => kind === "text")).map(plain);
  return {
    summary: `${title}. ${plainLines.join(" ")}`,
    blocks: [heading(title), ...lines.map((line) => note(...line))],
  };
}

function dailyLines(daily: Daily): readonly Prose[] {
  const { channel, topics, today, pool, next, cutsShort, group, tellsNobody } = daily;
  const { schedule } = channel;
  if (!schedule) return [];
  const off = offAhead(schedule.off, today);
  const shorter = "The question that is open now closes then, earlier than its card says.";
  return [
    [text(scheduleLine(channel))],
    ...(next ? [[text("The next question comes "), time(next), text(".")]] : []),
    ...(cutsShort ? [[text(shorter)]] : []),
    ...[
      ...topicLines(topics),
      pool === 0
        ? noneLine(daily.leftOut)
        : `${counted(pool, "question")} can come as the daily; any others in the notes are for /practice.`,
      ...optionLines(tellsNobody ? { ...schedule.options, tell: null } : schedule.options, group),
      ...(tellsNobody ? [noGroupLine(schedule.options.tell ?? "")] : []),
      ...(off.length > 0 ? [`Dates off: ${offWords(off, today)}.`] : []),
    ].map((line) => [text(line)]),
  ];
}

function noGroupLine(group: string): string {
  return `No group here is called “${start(group)}”, so nobody is told: /daily options tell=@group names another, tell=nobody none.`;
}

function noneLine(out: number): string {
  return out > 0 ? leftOutLine(out) : "No question fits this channel now.";
}

const start = (words: string) => [...words].slice(0, 80).join("");

/** What differs from the usual. */
function optionLines(
  { reveal, thread, tell, kinds }: ChannelOptions,
  group: string | null,
): readonly string[] {
  const lines = [
    reveal === "at-close" ? "the key is told at the close" : "",
    thread ? "a thread opens at the reveal" : "",
    tell === null ? "" : `${group === null ? "one group" : start(group)} is told`,
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

/** `out`: how many questions `kinds=choice` leaves out. */
export function nothingToAskMessage(out: number): Message {
  const words =
    out > 0 ? noneLine(out) : "No question fits this channel: the notes hold none for its topics.";
  return { summary: words, blocks: [heading("Nothing to ask"), note(text(words))] };
}

export function bonusAskedMessage(channel: Channel): Message {
  const words = `A bonus question is in ${channel.name}. It closes with the next scheduled one, after a week at the latest, and touches neither streaks nor the board.`;
  return { summary: words, blocks: [heading("Asked"), note(text(words))] };
}

export function movedMessage(channel: Channel, to: string, by: string): Message {
  const words = `From now on the question comes in ${to}. Streaks and the board of ${channel.name} stay here as they are; they begin anew there.`;
  return titled(`${by} moved the daily`, words);
}

export function noSuchChannelMessage(given: string): Message {
  const words = `“${[...given].slice(0, 80).join("")}” is no other channel of this place. Name it as a mention: /daily move #channel`;
  return { summary: words, blocks: [heading("No such channel"), note(text(words))] };
}
