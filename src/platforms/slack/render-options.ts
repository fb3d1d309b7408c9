import type { LetteredOption } from "../../core/message.js";
import { markWords, shareOf, signOf } from "../../core/message-marks.js";
import { type Rich, type Run, richPassage, section, words } from "./rich.js";

/** Each option in full: sign, letter, what became of it, and how many chose it. */
export function renderOptions(items: readonly LetteredOption[]): readonly (readonly Rich[])[] {
  const several = items.filter((item) => item.mark && item.mark !== "pick").length > 1;
  return items.map((item) => renderOption(item, several));
}

function renderOption(item: LetteredOption, several: boolean): readonly Rich[] {
  const label = item.mark
    ? [...words(`${markWords(item.mark, several)}.`, { italic: true }), ...words(" ")]
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
