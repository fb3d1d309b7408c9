import type { Prose } from "../core/prose.js";
import { code, plain, text } from "../core/prose.js";
import type { Block, Item, List } from "./document.js";
import { imagesIn, wordsOf } from "./html.js";
import { rowLines } from "./passages.js";
import { plainRuns, toProse } from "./prose.js";

/**
 * Notes as lines in file order: one for each bullet and paragraph. A label and the short bullets right under it are one
 * line, because neither says anything alone.
 */
export function linesOf(blocks: readonly Block[]): readonly Prose[] {
  const lines: Prose[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    const next = blocks[at + 1];
    if (isLabel(block) && next?.kind === "list" && shortItems(next) >= 2) {
      const short = shortItems(next);
      lines.push(labelled(block, next.items.slice(0, short)));
      lines.push(...itemLines(next.items.slice(short)));
      at += 1;
    } else lines.push(...blockLines(block));
  }
  return lines.filter((line) => plain(line).trim() !== "");
}

function blockLines(block: Block): readonly Prose[] {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return [toProse(block.runs)];
    case "quote":
      return linesOf(block.blocks);
    case "list":
      return itemLines(block.items);
    case "code":
      return [[code(block.code.replace(/\n$/, ""))]];
    case "table":
      return rowLines(block.rows);
    case "html":
      return htmlLines(block.html);
    case "rule":
    case "reference":
      return [];
  }
}

function itemLines(items: readonly Item[]): readonly Prose[] {
  return items.flatMap((item) => linesOf(item.blocks));
}

function isLabel(block: Block): boolean {
  return block.kind === "paragraph" && plainRuns(block.runs).endsWith(":");
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

function labelled(label: Block, items: readonly Item[]): Prose {
  const parts = items.map((item) => linesOf(item.blocks).flat());
  return [
    ...blockLines(label).flat(),
    text(" "),
    ...parts.flatMap((part, at) => (at ? [text("; "), ...part] : part)),
  ];
}

function htmlLines(html: string): readonly Prose[] {
  const images = imagesIn(html).map(({ url, alt }): Prose => [{ kind: "link", text: alt || url, url }]);
  return [[text(wordsOf(html))], ...images];
}
