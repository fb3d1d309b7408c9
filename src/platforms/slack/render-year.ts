import type { TopicScore, YearDay } from "../../core/message.js";
import { yearSquares } from "../../core/message-squares.js";
import { oneLine } from "./escape.js";
import { type Rich, section, words } from "./rich.js";

/** The sentence and the last two weeks as squares; `legend` says what their colours mean. */
export function renderYear(
  days: readonly YearDay[],
  sentence: string,
): { readonly rich: readonly Rich[]; readonly legend: string } {
  const { words: legend, squares } = yearSquares(days);
  const rich = section(words(oneLine(sentence)));
  return squares === "" ? { rich, legend } : { rich: [...rich, ...section(words(squares))], legend };
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
