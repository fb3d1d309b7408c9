import type { TopicScore, YearDay } from "../../core/message.js";
import { oneLine } from "./escape.js";
import { type Rich, section, words } from "./rich.js";

/** As many squares as a phone shows in a line. */
const shown = 14;

/** The sentence and the last two weeks as squares; `legend` says what their colours mean. */
export function renderYear(
  days: readonly YearDay[],
  sentence: string,
): { readonly rich: readonly Rich[]; readonly legend: string } {
  const last = days.slice(-shown).map(squareOf);
  const rich = section(words(oneLine(sentence)));
  if (last.length === 0) return { rich, legend: "" };
  const meanings = squares.filter(([square]) => last.includes(square)).map((pair) => pair.join(" "));
  return {
    rich: [...rich, ...section(words(last.join("")))],
    legend: `The last ${last.length} days: ${meanings.join("  ")}`,
  };
}

/** A line for each topic: ten squares, the share, and out of how many. */
export function renderAccuracy(rows: readonly TopicScore[], sentence: string): readonly Rich[] {
  const lines = rows.flatMap(({ label, right, answered }) => {
    const share = answered === 0 ? 0 : right / answered;
    const full = Math.round(10 * share);
    const numbers = ` ${Math.round(100 * share)}\u00a0% (${right} of ${answered})\n`;
    const bar = `${"🟩".repeat(full)}${"⬜".repeat(10 - full)}`;
    return section([...words(oneLine(label), { bold: true }), ...words(`${numbers}${bar}`)]);
  });
  return [...section(words(oneLine(sentence))), ...lines];
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
