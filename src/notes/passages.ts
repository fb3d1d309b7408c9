import type { Passage, Prose } from "../core/prose.js";
import { text } from "../core/prose.js";
import type { Block, Item, List } from "./document.js";
import { imagesIn, wordsOf } from "./html.js";
import { plainRuns, type Run, toPassages, toProse } from "./prose.js";

/** Blocks as passages, nothing left out; what a passage cannot nest follows it. */
export function passagesOf(blocks: readonly Block[]): readonly Passage[] {
  const passages: Passage[] = [];
  for (const block of blocks) passages.push(...blockPassages(block));
  return passages;
}

/** The words of blocks alone, for telling one from another. */
export function plainBlocks(blocks: readonly Block[]): string {
  return blocks.map(plainBlock).join(" ").trim();
}

/** A table row as one line: `Service: EFS; Protocol: NFS`. */
export function rowLines(rows: readonly (readonly (readonly Run[])[])[]): readonly Prose[] {
  const [head = [], ...body] = rows;
  if (body.length === 0) return [row(head, [])].filter((line) => line.length > 0);
  return body.map((cells) => row(cells, head)).filter((line) => line.length > 0);
}

function blockPassages(block: Block): readonly Passage[] {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return toPassages(block.runs);
    case "quote":
      return passagesOf(block.blocks);
    case "list":
      return listPassages(block);
    case "code":
      return [codePassage(block.code, block.language)];
    case "table":
      return [{ kind: "list", ordered: false, items: rowLines(block.rows) }];
    case "html":
      return htmlPassages(block.html);
    case "rule":
    case "reference":
      return [];
  }
}

function listPassages(list: List): readonly Passage[] {
  const images: Passage[] = [];
  const items = list.items.flatMap((item) => itemLines(item, images));
  const passage: Passage = { kind: "list", ordered: list.ordered, items };
  return items.length > 0 ? [passage, ...images] : images;
}

/** One line for each block of an item; code that takes lines of its own and images are put behind the list. */
function itemLines(item: Item, behind: Passage[]): readonly Prose[] {
  return passagesOf(item.blocks).flatMap((passage): readonly Prose[] => {
    if (passage.kind === "prose") return [passage.prose];
    if (passage.kind === "list") return passage.items;
    behind.push(passage);
    return [];
  });
}

function htmlPassages(html: string): readonly Passage[] {
  const words = wordsOf(html);
  const images = imagesIn(html).map((image): Passage => ({ kind: "image", ...image }));
  return words === "" ? images : [{ kind: "prose", prose: [text(words)] }, ...images];
}

function codePassage(code: string, language: string): Passage {
  const body = code.replace(/\n$/, "");
  return language === "" ? { kind: "code", code: body } : { kind: "code", code: body, language };
}

function row(cells: readonly (readonly Run[])[], head: readonly (readonly Run[])[]): Prose {
  return cells.flatMap((cell, at): Prose => {
    const prose = toProse(cell);
    if (prose.length === 0) return [];
    const name = plainRuns(head[at] ?? []);
    return [text(`${at > 0 ? "; " : ""}${name ? `${name}: ` : ""}`), ...prose].filter(notEmpty);
  });
}

const notEmpty = (span: Prose[number]) => span.kind === "time" || span.text !== "";

function plainBlock(block: Block): string {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return plainRuns(block.runs);
    case "quote":
      return plainBlocks(block.blocks);
    case "list":
      return block.items.map((item) => plainBlocks(item.blocks)).join(" ");
    case "code":
      return block.code;
    case "table":
      return block.rows.flatMap((cells) => cells.map(plainRuns)).join(" ");
    case "html":
      return wordsOf(block.html);
    case "rule":
    case "reference":
      return "";
  }
}
