import type { LetteredOption } from "../../core/message.js";
import { markWords, shareOf, signOf } from "../../core/message-marks.js";
import { plainPassages } from "../../core/prose.js";
import { fence } from "./escape.js";
import { renderPassage } from "./render-prose.js";
import { splitPassage } from "./shorten.js";

/**
 * Each option in full: sign, letter, what became of it, and how many chose it. One text for each; above `long`
 * characters it goes on in the next.
 */
export function renderOptions(items: readonly LetteredOption[], long: number): readonly string[] {
  const several = severalIn(items);
  return items.flatMap((item) => {
    const parts = item.body.flatMap((passage) => splitPassage(passage, long)).map(renderPassage);
    const isLong = plainPassages(item.body).length > long;
    const [first = "", ...more] = isLong ? parts : [inOne(parts)];
    const label = item.mark ? `*${markWords(item.mark, several)}.* ` : "";
    const start = /^(```|- |\d+\. )/.test(first) ? `\n${first}` : first;
    return [`${signOf(item.mark)}**${item.letter}** ${label}${start}${shareIn(item, first)}`, ...more];
  });
}

const inOne = (parts: readonly string[]) => parts.join("\n");

/** On a line of its own where the text has several. */
function shareIn(item: LetteredOption, text: string): string {
  const share = shareOf(item);
  if (share === "") return "";
  return text.includes("\n") ? `\n**${share}**` : ` · **${share}**`;
}

/** The same letter by letter in one block: the shortest writing, for texts that markup would swell beyond the limit. */
export function fenceOptions(items: readonly LetteredOption[]): string {
  const several = severalIn(items);
  const lines = items.map((item) => {
    const label = item.mark ? `${markWords(item.mark, several)}. ` : "";
    const share = shareOf(item);
    const end = share === "" ? "" : ` · ${share}`;
    return `${signOf(item.mark)}${item.letter}  ${label}${plainPassages(item.body)}${end}`;
  });
  return fence(lines.join("\n"));
}

function severalIn(items: readonly LetteredOption[]): boolean {
  return items.filter((item) => item.mark && item.mark !== "pick").length > 1;
}
