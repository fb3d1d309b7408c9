import type { LetteredOption, Mark } from "../../core/message.js";
import { type Rich, type Run, richPassage, section, words } from "./rich.js";

/** Each option in full: sign, letter, what became of it, and how many chose it. */
export function renderOptions(items: readonly LetteredOption[]): readonly (readonly Rich[])[] {
  const several = items.filter((item) => item.mark && item.mark !== "pick").length > 1;
  return items.map((item) => renderOption(item, several));
}

function renderOption(item: LetteredOption, several: boolean): readonly Rich[] {
  const label = item.mark
    ? [...words(`${wordsOf(item.mark, several)}.`, { italic: true }), ...words(" ")]
    : [];
  const head = [...words(`${signOf(item.mark)}${item.letter}`, { bold: true }), ...words("  "), ...label];
  const [first, ...rest] = item.body.flatMap(richPassage);
  const share = shareOf(item);
  const tail = share === "" ? [] : words(share, { bold: true });
  if (first?.type !== "rich_text_section") {
    return [...section(head), ...(first ? [first] : []), ...rest, ...section(tail)];
  }
  const line: readonly Run[] = [...head, ...first.elements];
  if (rest.length > 0) return [...section(line), ...rest, ...section(tail)];
  return section(tail.length === 0 ? line : [...line, ...words(" · "), ...tail]);
}

function signOf(mark: Mark | undefined): string {
  if (!mark) return "";
  return mark === "pick" ? "✗ " : mark === "unpicked" ? "○ " : "✓ ";
}

function wordsOf(mark: Mark, several: boolean): string {
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
function shareOf({ answers, of }: LetteredOption): string {
  if (answers === undefined) return "";
  if (of === undefined || of === 0) return String(answers);
  return `${answers} (${Math.round((100 * answers) / of)}\u00a0%)`;
}
