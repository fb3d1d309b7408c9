import type { Token } from "markdown-it";
import MarkdownIt from "markdown-it";
import { type Run, readRuns } from "./prose.js";

/** First and last line, counted from 1. */
export type Lines = { readonly start: number; readonly end: number };
export type Heading = Lines & {
  readonly kind: "heading";
  readonly level: number;
  readonly runs: readonly Run[];
};
export type Paragraph = Lines & { readonly kind: "paragraph"; readonly runs: readonly Run[] };
export type Quote = Lines & { readonly kind: "quote"; readonly blocks: readonly Block[] };
export type Item = Lines & { readonly blocks: readonly Block[] };
export type List = Lines & {
  readonly kind: "list";
  readonly ordered: boolean;
  readonly items: readonly Item[];
};
/** A block of the notes with its lines; `html` is kept as it stands, `reference` is the target of links elsewhere. */
export type Block =
  | Heading
  | Paragraph
  | Quote
  | List
  | (Lines & {
      readonly kind: "code";
      readonly code: string;
      readonly language: string;
      readonly fence: string;
    })
  | (Lines & { readonly kind: "table"; readonly rows: readonly (readonly (readonly Run[])[])[] })
  | (Lines & { readonly kind: "html"; readonly html: string })
  | (Lines & { readonly kind: "rule" | "reference" });

/** Blocks nested deeper are not read; markdown-it would leave them out without a word. */
export const deepest = 40;

const markdown = new MarkdownIt("commonmark", { maxNesting: deepest })
  .enable("table")
  .disable("strip_references");

/** The blocks of a Markdown text, nested at most `deepest` levels. */
export function readBlocks(text: string): readonly Block[] {
  return blocksOf({ tokens: markdown.parse(text, {}), at: 0 });
}

/** Where the walk over the tokens stands; they are walked once. */
type Walk = { readonly tokens: readonly Token[]; at: number };

/** Blocks up to the end of the container that the walk is in. */
function blocksOf(walk: Walk): readonly Block[] {
  const blocks: Block[] = [];
  for (let token = walk.tokens[walk.at++]; token && token.nesting >= 0; token = walk.tokens[walk.at++]) {
    const block = blockOf(token, walk);
    if (block) blocks.push(block);
  }
  return blocks;
}

function blockOf(token: Token, walk: Walk): Block | null {
  const lines = { start: (token.map?.[0] ?? 0) + 1, end: token.map?.[1] ?? 1 };
  switch (token.type) {
    case "heading_open":
      return { kind: "heading", ...lines, level: Number(token.tag.slice(1)), runs: inlineOf(walk) };
    case "paragraph_open":
      return { kind: "paragraph", ...lines, runs: inlineOf(walk) };
    case "blockquote_open":
      return { kind: "quote", ...closed(lines, blocksOf(walk)) };
    case "bullet_list_open":
    case "ordered_list_open":
      return listOf(token.type === "ordered_list_open", lines, walk);
    case "table_open":
      return { kind: "table", ...lines, rows: rowsOf(walk) };
    case "fence":
    case "code_block":
      return {
        kind: "code",
        ...lines,
        code: token.content,
        language: languageOf(token),
        fence: token.markup,
      };
    case "html_block":
      return { kind: "html", ...lines, html: token.content };
    case "hr":
      return { kind: "rule", ...lines };
    case "reference_definition":
      return { kind: "reference", ...lines };
    default:
      throw new Error(`markdown-it made a block that is not known here: ${token.type}`);
  }
}

/** The runs of a heading or paragraph; passes its closing token. */
function inlineOf(walk: Walk): readonly Run[] {
  const inline = walk.tokens[walk.at];
  walk.at += 2;
  return readRuns(inline?.children ?? []);
}

function listOf(ordered: boolean, lines: Lines, walk: Walk): List {
  const items: Item[] = [];
  for (let token = walk.tokens[walk.at++]; token?.type === "list_item_open"; token = walk.tokens[walk.at++]) {
    const start = (token.map?.[0] ?? 0) + 1;
    items.push(closed({ start, end: start }, blocksOf(walk)));
  }
  return { kind: "list", ordered, start: lines.start, end: items.at(-1)?.end ?? lines.start, items };
}

function rowsOf(walk: Walk): readonly (readonly (readonly Run[])[])[] {
  const rows: (readonly Run[])[][] = [];
  for (let token = walk.tokens[walk.at++]; token?.type !== "table_close"; token = walk.tokens[walk.at++]) {
    if (!token) break;
    if (token.type === "tr_open") rows.push([]);
    if (token.type === "inline") rows.at(-1)?.push(readRuns(token.children ?? []));
  }
  return rows;
}

/** A container ends with its last block: markdown-it counts the blank lines below it too. */
function closed(lines: Lines, blocks: readonly Block[]): Lines & { readonly blocks: readonly Block[] } {
  return { start: lines.start, end: blocks.at(-1)?.end ?? lines.start, blocks };
}

function languageOf(token: Token): string {
  return token.info.trim().split(/\s/, 1)[0] ?? "";
}
