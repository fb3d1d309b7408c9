import type { LetteredOption, Mark } from "./message.js";

/** ✓ part of the key, ○ part of it that was not picked, ✗ a pick that is not. */
export function signOf(mark: Mark | undefined): string {
  if (!mark) return "";
  return mark === "pick" ? "✗ " : mark === "unpicked" ? "○ " : "✓ ";
}

/** The same in words; `several`: where more than one option is right. */
export function markWords(mark: Mark, several: boolean): string {
  switch (mark) {
    case "key":
      return several ? "Part of the key" : "The key";
    case "pick":
      return "Your pick";
    case "both":
      return several ? "Your pick, and part of the key" : "Your pick, and the key";
    case "unpicked":
      return "Part of the key, not picked";
  }
}

/** `9 (60 %)` */
export function shareOf({ answers, of }: LetteredOption): string {
  if (answers === undefined) return "";
  if (of === undefined || of === 0) return String(answers);
  return `${answers} (${Math.round((100 * answers) / of)}\u00a0%)`;
}
