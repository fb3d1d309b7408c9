import type { Prose } from "../core/prose.js";
import { code, plain, text } from "../core/prose.js";
import type { Line } from "../core/recall/section.js";
import type { Block, Item, List, Paragraph } from "./document.js";
import { imagesIn, wordsOf } from "./html.js";
import { rowLines } from "./passages.js";
import { plainRuns, toProse } from "./prose.js";
import { countWords, isSentence } from "./wording.js";

/**
 * Notes as lines in file order: one for each bullet and paragraph, each with what it stands under. A label and the short
 * bullets right under it are one line, because neither says anything alone.
 */
export function linesOf(blocks: readonly Block[], under: readonly string[] = []): readonly Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    const next = blocks[at + 1];
    if (block.kind !== "paragraph" || next?.kind !== "list" || !isLabel(block)) {
      lines.push(...blockLines(block, under));
      continue;
    }
    const short = shortItems(next) >= 2 ? shortItems(next) : 0;
    const below = [...under, nameOf(block)];
    if (short > 0) lines.push({ prose: labelled(block, next.items.slice(0, short)), under, isLabel: false });
    else lines.push({ prose: toProse(block.runs), under, isLabel: true });
    lines.push(...itemLines(next.items.slice(short), below));
    at += 1;
  }
  return lines.filter(({ prose }) => plain(prose).trim() !== "");
}

function blockLines(block: Block, under: readonly string[]): readonly Line[] {
  const toLine = (prose: Prose): Line => ({ prose, under, isLabel: false });
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return [toLine(toProse(block.runs))];
    case "quote":
      return linesOf(block.blocks, under);
    case "list":
      return itemLines(block.items, under);
    case "code":
      return [toLine([code(block.code.replace(/\n$/, ""))])];
    case "table":
      return rowLines(block.rows).map(toLine);
    case "html":
      return htmlLines(block.html).map(toLine);
    case "rule":
    case "reference":
      return [];
  }
}

function itemLines(items: readonly Item[], under: readonly string[]): readonly Line[] {
  return items.flatMap(({ blocks }) => {
    const [first, ...rest] = blocks;
    const isOver = first?.kind === "paragraph" && rest.some(({ kind }) => kind === "list");
    if (!isOver || isLabel(first)) return linesOf(blocks, under);
    const words = plainRuns(first.runs);
    const isName = countWords(words) <= longestName && !isSentence(words);
    return [
      { prose: toProse(first.runs), under, isLabel: isName },
      ...linesOf(rest, [...under, nameOf(first)]),
    ];
  });
}

/** The beginning of what lines stand under is enough to know it by. */
function nameOf({ runs }: Paragraph): string {
  return plainRuns(runs).slice(0, 80);
}

/** A bullet over others that has more words says something of its own. */
const longestName = 6;

function isLabel(block: Paragraph): boolean {
  return plainRuns(block.runs).endsWith(":");
}

/** How many items stand together at the head of a list, one paragraph each, with no blank line between. */
function shortItems({ items }: List): number {
  const gap = items.findIndex((item, at) => {
    const above = items[at - 1];
    return (
      item.blocks.length !== 1 ||
      item.blocks[0]?.kind !== "paragraph" ||
      (above && item.start !== above.end + 1)
    );
  });
  return gap < 0 ? items.length : gap;
}

function labelled(label: Paragraph, items: readonly Item[]): Prose {
  const parts = items.map((item) => linesOf(item.blocks).flatMap(({ prose }) => prose));
  return [
    ...toProse(label.runs),
    text(" "),
    ...parts.flatMap((part, at) => (at ? [text("; "), ...part] : part)),
  ];
}

function htmlLines(html: string): readonly Prose[] {
  const images = imagesIn(html).map(({ url, alt }): Prose => [{ kind: "link", text: alt || url, url }]);
  return [[text(wordsOf(html))], ...images];
}
