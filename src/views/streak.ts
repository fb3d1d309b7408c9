import type { Day } from "../core/calendar.js";
import { type Block, type DayState, heading, type Message, note, type YearDay } from "../core/message.js";
import type { Prose } from "../core/prose.js";
import { text } from "../core/prose.js";
import { type LedgerLine, mostFreezes, type Streak } from "../core/streak.js";
import { counted, dayWords, listed, prose } from "./words.js";

/** One channel's streak of one person. */
export type StreakPart = {
  readonly channel: string;
  readonly streak: Streak;
  readonly answered: number;
  readonly right: number;
  readonly since: Day;
  readonly days: readonly YearDay[];
  /** The same as a picture. */
  readonly png?: Uint8Array;
};

/** The line under a verdict. */
export function streakLine({ current, longest, freezes }: Streak): Prose {
  if (current === 0) return prose("**A new streak can start with the next question.**");
  if (current === 1 && longest > 1) return prose("**A fresh start: day 1.** ", freezeWords(freezes));
  const best = current === longest && current > 1 ? ", your longest so far" : "";
  return prose(`**${counted(current, "day")} in a row**${best}. `, freezeWords(freezes));
}

export function streakMessage(parts: readonly StreakPart[]): Message {
  if (parts.length === 0) return noStreakMessage();
  const blocks = parts.flatMap((part): readonly Block[] => [
    heading(`${part.channel}: ${streakTitle(part.streak)}`),
    { kind: "year", days: part.days, sentence: sentenceOf(part), ...(part.png ? { png: part.png } : {}) },
  ]);
  const summary = parts.map((part) => `${part.channel}: ${streakTitle(part.streak)}.`).join(" ");
  return {
    summary,
    blocks: [...blocks, note(...prose("`/streak why` shows how each day counted.".replaceAll("`", "")))],
  };
}

/** The newest days first; `others`: more channels of theirs, each of which shows its own days. */
export function ledgerMessage(
  channel: string,
  lines: readonly LedgerLine[],
  others: readonly string[] = [],
): Message {
  if (lines.length === 0) return noStreakMessage();
  const newest = [...lines].reverse().slice(0, 30);
  const rows = newest.map((line) => [dayWords(line.day), stateWords(line), String(line.streak)]);
  const more = lines.length - newest.length;
  return {
    summary: `Day by day in ${channel}: ${counted(newest.length, "day")}.`,
    blocks: [
      heading(`Day by day in ${channel}`),
      { kind: "table", head: ["Day", "What it was", "Streak"], rows },
      ...(more > 0 ? [note(...prose(`And ${counted(more, "day")} before.`))] : []),
      ...(others.length > 0 ? [note(text(`Your days in ${namesOf(others)}: say /streak why there.`))] : []),
    ],
  };
}

/** However many there are, a message stays within what platforms take. */
function namesOf(channels: readonly string[], most = 5): string {
  const more = channels.length - most;
  return listed([...channels.slice(0, most), ...(more > 0 ? [counted(more, "more channel")] : [])]);
}

function noStreakMessage(): Message {
  const words = "No streak yet: it begins with your first answer to a daily question.";
  return { summary: words, blocks: [heading("Your streak"), note(text(words))] };
}

function streakTitle({ current }: Streak): string {
  return current === 0 ? "no streak running" : `${counted(current, "day")} in a row`;
}

function sentenceOf({ streak, answered, right, since, days }: StreakPart): string {
  const { longest, freezes } = streak;
  const longestWords = longest > 0 ? ` Your longest streak is ${counted(longest, "day")}.` : "";
  return `Since ${dayWords(since, days.at(-1)?.day)} you answered ${counted(answered, "question")} here, ${right} of them right.${longestWords} ${freezeWords(freezes)}`;
}

function freezeWords(freezes: number): string {
  return `You hold ${counted(freezes, "freeze")} of ${mostFreezes}.`;
}

const words: Record<DayState, string> = {
  answered: "answered",
  open: "open",
  "no question": "no question",
  rest: "rest day",
  "date off": "date off",
  outage: "outage: the bot was away, so the day is skipped",
  away: "away",
  frozen: "frozen: one freeze spent, the streak goes on",
  missed: "missed",
};

const notes: Partial<Record<NonNullable<LedgerLine["note"]>, string>> = {
  "freezes granted": ", and two freezes to begin with",
  "freeze earned": ", and a freeze earned",
  "freezes returned": ": the gap was too long, so its freezes came back",
};

function stateWords({ state, note }: LedgerLine): string {
  return `${words[state]}${note ? (notes[note] ?? "") : ""}`;
}
