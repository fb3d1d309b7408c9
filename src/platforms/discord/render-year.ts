import type { TopicScore, YearDay } from "../../core/message.js";
import { cut } from "./cut.js";
import { clean, escapeText } from "./escape.js";
import { limits } from "./limits.js";

/** As many squares as a phone shows in a line. */
const shown = 14;

/** Where there is no picture: the sentence, the last two weeks as squares, and what their colours mean. */
export function renderYear(days: readonly YearDay[], sentence: string): string {
  const last = days.slice(-shown).map(squareOf);
  if (last.length === 0) return escapeText(sentence);
  const legend = squares
    .filter(([square]) => last.includes(square))
    .map(([square, words]) => `${square} ${words}`);
  return `${escapeText(sentence)}\n${last.join("")}\n-# The last ${last.length} days: ${legend.join("  ")}`;
}

/** A line for each topic: ten squares, the share, and out of how many. */
export function renderAccuracy(rows: readonly TopicScore[], sentence: string): string {
  const lines = rows.map(({ label, right, answered }) => {
    const share = answered === 0 ? 0 : right / answered;
    const full = Math.round(10 * share);
    const bar = `${"🟩".repeat(full)}${"⬜".repeat(10 - full)}`;
    return `**${escapeText(cut(clean(label), limits.cell))}** ${Math.round(100 * share)}\u00a0% (${right} of ${answered})\n${bar}`;
  });
  return [escapeText(sentence), ...lines].join("\n");
}

const squares = [
  ["🟩", "right"],
  ["🟨", "answered"],
  ["🟦", "frozen"],
  ["🟥", "missed"],
  ["🔲", "open"],
  ["⬜", "nothing due"],
] as const;

type Square = (typeof squares)[number][0];

function squareOf({ state, right }: YearDay): Square {
  switch (state) {
    case "answered":
      return right ? "🟩" : "🟨";
    case "frozen":
      return "🟦";
    case "missed":
      return "🟥";
    case "open":
      return "🔲";
    case "no question":
    case "rest":
    case "date off":
    case "outage":
    case "away":
      return "⬜";
  }
}
