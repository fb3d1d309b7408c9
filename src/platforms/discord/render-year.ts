import type { YearDay } from "../../core/message.js";
import { escapeText } from "./escape.js";

/** As many squares as a phone shows in a line. */
const shown = 14;

/** The sentence, the last two weeks as squares, and what their colours mean: the year itself does not fit a chat. */
export function renderYear(days: readonly YearDay[], sentence: string): string {
  const last = days.slice(-shown).map(squareOf);
  if (last.length === 0) return escapeText(sentence);
  const legend = squares
    .filter(([square]) => last.includes(square))
    .map(([square, words]) => `${square} ${words}`);
  return `${escapeText(sentence)}\n${last.join("")}\n-# The last ${last.length} days: ${legend.join("  ")}`;
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
