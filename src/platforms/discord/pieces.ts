import type { Block, Message } from "../../core/message.js";
import { type Passage, plainPassage } from "../../core/prose.js";
import { cut } from "./cut.js";
import { clean, escapeText, fence, maskedLink } from "./escape.js";
import { limits } from "./limits.js";
import { type Row, renderButtons } from "./render-buttons.js";
import { fenceOptions, renderOptions } from "./render-options.js";
import { renderPassage, renderProse } from "./render-prose.js";
import { renderTable } from "./render-table.js";
import { renderAccuracy, renderYear } from "./render-year.js";
import { shorten, shortenProse, splitPassage } from "./shorten.js";

/** A part of a message, written in Discord's tongue and not yet counted. */
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "row"; readonly row: Row }
  | {
      readonly kind: "picture" | "file";
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly alt: string;
    }
  | { readonly kind: "rule" };

/**
 * How tightly to write. `why`: characters of each explanation and of each line of a quote; `long`: of each passage
 * before it is split; `fenced`: prompts and options letter by letter, so that markup cannot swell them.
 */
export type Tightness = { readonly why: number; readonly long: number; readonly manner: "rich" | "fenced" };

/** The blocks in their order. Explanations may be shortened; prompts and options never are. */
export function piecesOf({ blocks, summary }: Message, tight: Tightness): readonly Piece[] {
  const pieces = blocks.flatMap((block, index) => piecesIn(block, blocks.slice(0, index), tight));
  return pieces.length > 0 ? pieces : texts(escapeText(summary));
}

function piecesIn(block: Block, before: readonly Block[], tight: Tightness): readonly Piece[] {
  switch (block.kind) {
    case "heading":
      return texts(renderHeading(block, before, tight));
    case "passage":
      return passagePieces(block.passage, before, tight);
    case "options": {
      const { items } = block;
      const list = tight.manner === "fenced" ? [fenceOptions(items)] : renderOptions(items, tight.long);
      return [...(has(before, "passage") ? [{ kind: "rule" } as const] : []), ...texts(...list)];
    }
    case "quote":
      return [{ kind: "rule" }, ...texts(renderQuote(block, tight))];
    case "year":
      if (block.png) return drawn(block.sentence, block.png, "year.png");
      return texts(renderYear(block.days, block.sentence));
    case "accuracy":
      if (block.png) return drawn(block.sentence, block.png, "topics.png");
      return texts(renderAccuracy(block.rows, block.sentence));
    case "note":
      return texts(asNote(renderProse(shortenProse(block.prose, limits.note)), has(before, ...loud)));
    case "table":
      return texts(renderTable(block));
    case "picture":
      return [{ kind: "picture", name: "picture.png", bytes: block.png, alt: block.alt }];
    case "file":
      return [{ kind: "file", name: block.name, bytes: block.bytes, alt: "" }];
    case "buttons":
      return renderButtons(block.buttons).map((row) => ({ kind: "row", row }));
  }
}

/** The sentence says the same as the picture, for whoever does not see it. */
function drawn(sentence: string, png: Uint8Array, name: string): readonly Piece[] {
  return [...texts(escapeText(sentence)), { kind: "picture", name, bytes: png, alt: clean(sentence) }];
}

/** What is said in a message's own voice; words after it can be quieter. */
const loud = ["passage", "options", "table", "quote", "year", "accuracy"] as const;

function has(blocks: readonly Block[], ...kinds: readonly Block["kind"][]): boolean {
  return blocks.some((block) => kinds.includes(block.kind));
}

/** What stands after the options, or after a word on the question, explains it. */
function explains(before: readonly Block[]): boolean {
  const asked = before.findIndex((block) => block.kind === "heading");
  return has(before, "options") || has(before.slice(Math.max(0, asked)), "note", "quote");
}

function renderHeading(
  { text, tone }: Extract<Block, { readonly kind: "heading" }>,
  before: readonly Block[],
  { manner }: Tightness,
): string {
  const sign = tone === "right" ? "✅ " : tone === "wrong" ? "❌ " : "";
  const words = cut(clean(text).replace(/\s+/g, " ").trim(), manner === "fenced" ? 80 : limits.heading);
  return `${has(before, "heading") ? "###" : "##"} ${sign}${escapeText(words)}`;
}

function passagePieces(passage: Passage, before: readonly Block[], tight: Tightness): readonly Piece[] {
  if (explains(before)) return tight.why === 0 ? [] : texts(renderPassage(shorten(passage, tight.why)));
  const parts = splitPassage(passage, tight.long);
  return texts(
    ...parts.map((part) => (tight.manner === "fenced" ? fence(plainPassage(part)) : renderPassage(part))),
  );
}

/** Lines of the team's own notes; their place is never cut. */
function renderQuote(quote: Extract<Block, { readonly kind: "quote" }>, { why }: Tightness): string {
  const lines = quote.lines.map((line) =>
    renderProse(why === Number.POSITIVE_INFINITY ? line : shortenProse(line, why)),
  );
  const words = cut(clean(quote.place), limits.heading);
  const place = quote.url ? maskedLink(words, quote.url, limits.link) : escapeText(words);
  const shown = why === 0 ? ["…"] : lines.flatMap((line) => line.split("\n"));
  return `${shown.map((line) => `> ${line}`).join("\n")}\n-# ${place}`;
}

function asNote(words: string, quiet: boolean): string {
  if (!quiet) return words;
  return words
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => `-# ${line}`)
    .join("\n");
}

function texts(...list: readonly string[]): readonly Piece[] {
  return list.filter((text) => text.trim() !== "").map((text) => ({ kind: "text", text }));
}
