import { type Block, deepest, type Item, type Quote, readBlocks } from "./document.js";

/**
 * The blocks of a text without the lines that are nested too deep, and those lines' numbers. markdown-it would pass over
 * all that follows such a line in a list, so the line is taken out and the text is read again.
 */
export function readWithinDepth(text: string): {
  readonly blocks: readonly Block[];
  readonly tooDeep: readonly number[];
} {
  let blocks = readBlocks(text);
  const tooDeep: number[] = [];
  for (let line = deepLine(blocks, 0); line > 0; line = deepLine(blocks, 0)) {
    tooDeep.push(line);
    if (tooDeep.length > mostRounds) break;
    blocks = readBlocks(withoutLines(text, tooDeep));
  }
  return { blocks, tooDeep };
}

/** A file that is too deep at more places is given up from there on. */
const mostRounds = 8;

/** The first line that is nested too deep; 0 where there is none. */
function deepLine(blocks: readonly Block[], level: number): number {
  for (const block of blocks) {
    if (block.kind === "quote") {
      const line = deepLineIn(block, level + 1);
      if (line > 0) return line;
    } else if (block.kind === "list") {
      for (const item of block.items) {
        const line = deepLineIn(item, level + 2);
        if (line > 0) return line;
      }
    }
  }
  return 0;
}

function deepLineIn({ start, blocks }: Quote | Item, level: number): number {
  return level >= deepest ? start : deepLine(blocks, level);
}

/** Blanks each of the lines, and what is indented deeper below it. */
function withoutLines(text: string, numbers: readonly number[]): string {
  const lines = text.split("\n");
  for (const number of numbers) {
    const indent = indentOf(lines[number - 1] ?? "");
    lines[number - 1] = "";
    for (let at = number; at < lines.length; at += 1) {
      const line = lines[at] ?? "";
      if (line.trim() !== "" && indentOf(line) <= indent) break;
      lines[at] = "";
    }
  }
  return lines.join("\n");
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
