import type { TopicScore, YearDay } from "../../core/message.js";
import { yearSquares } from "../../core/message-squares.js";
import { cut } from "./cut.js";
import { clean, escapeText } from "./escape.js";
import { limits } from "./limits.js";

/** Where there is no picture: the sentence, the last two weeks as squares, and what their colours mean. */
export function renderYear(days: readonly YearDay[], sentence: string): string {
  const { words, squares } = yearSquares(days);
  return squares === "" ? escapeText(sentence) : `${escapeText(sentence)}\n${squares}\n-# ${words}`;
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
