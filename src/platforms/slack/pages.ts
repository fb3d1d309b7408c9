import type { types } from "@slack/bolt";
import { limits } from "./limits.js";
import type { Kit } from "./quiet.js";
import type { Rich } from "./rich.js";

/** As few messages as hold all blocks. */
export function paged(blocks: readonly Kit[]): readonly (readonly Kit[])[] {
  const pages: Kit[][] = [[]];
  for (const block of blocks) {
    const page = pages.at(-1);
    if (page && (page.length === 0 || fits([...page, block], limits.blocks))) page.push(block);
    else pages.push([block]);
  }
  return pages;
}

/** Whether Slack takes them together. */
export function fits(blocks: readonly Kit[], most: number): boolean {
  return blocks.length <= most && blocks.reduce((sum, block) => sum + weightOf(block), 0) <= limits.message;
}

/** The same in so many blocks, if it can be: rich text that stands together becomes one. */
export function fewer(blocks: readonly Kit[], most: number): readonly Kit[] {
  if (blocks.length <= most && blocks.every((block) => isShort(block))) return blocks;
  const done: Kit[] = [];
  for (const block of blocks) {
    const last = done.at(-1);
    if (last?.type === "rich_text" && block.type === "rich_text" && isShort(last, block)) {
      done[done.length - 1] = { type: "rich_text", elements: [...last.elements, ...block.elements] };
    } else done.push(block);
  }
  return done;
}

/** Rich text that is long, in several blocks: at the end of a run, an item or a paragraph. */
export function broken(blocks: readonly Kit[]): readonly Kit[] {
  return blocks.flatMap((block): readonly Kit[] => {
    if (block.type !== "rich_text" || weightOf(block) <= limits.text * 2) return [block];
    const parts = block.elements.flatMap(partsOf);
    return slices(parts, limits.text).map((elements) => ({ type: "rich_text", elements: [...elements] }));
  });
}

function partsOf(element: Rich): readonly Rich[] {
  switch (element.type) {
    case "rich_text_section":
    case "rich_text_quote":
      return slices(element.elements, limits.text).map((elements) => ({
        ...element,
        elements: [...elements],
      }));
    case "rich_text_list":
      return slices(element.elements, limits.text).map((elements) => ({
        ...element,
        elements: [...elements],
      }));
    case "rich_text_preformatted":
      return [element];
  }
}

function slices<Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] {
  const found: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const size = lengthIn(item);
    const last = found.at(-1);
    if (last && size <= room) last.push(item);
    else found.push([item]);
    room = last && size <= room ? room - size : most - size;
  }
  return found;
}

function isShort(...blocks: readonly Kit[]): boolean {
  const elements = blocks.flatMap((block) => (block.type === "rich_text" ? block.elements : []));
  return elements.length <= limits.richElements;
}

function weightOf(block: Kit): number {
  return limits.perBlock + lengthIn(block);
}

/** All words in it, however deep, and addresses too. */
function lengthIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + lengthIn(item), 0);
  if (typeof value !== "object" || value === null) return 0;
  const { text, url } = value as Partial<types.RichTextLink>;
  const own = (typeof text === "string" ? text.length : 0) + (typeof url === "string" ? url.length : 0);
  return Object.values(value).reduce((sum: number, item) => sum + lengthIn(item), own);
}
