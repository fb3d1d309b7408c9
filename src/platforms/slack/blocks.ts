import type { Block, Message } from "../../core/message.js";
import { cut } from "./cut.js";
import { clean, oneLine } from "./escape.js";
import { limits } from "./limits.js";
import { type Kit, quiet, rich } from "./quiet.js";
import { renderButtons } from "./render-buttons.js";
import { renderOptions } from "./render-options.js";
import { renderTable } from "./render-table.js";
import { renderAccuracy, renderYear } from "./render-year.js";
import { richPassage, runsOf, section, words } from "./rich.js";
import { shorten, shortenProse } from "./shorten.js";

/** The blocks in their order. `why`: characters of each explanation and of each line of a quote; the rest is whole. */
export function blocksOf({ blocks, summary }: Message, why: number): readonly Kit[] {
  const kit = blocks.flatMap((block, at) => kitOf(block, { before: blocks.slice(0, at), why, at }));
  return kit.length > 0 ? kit : rich(section(words(clean(summary))));
}

type Around = { readonly before: readonly Block[]; readonly why: number; readonly at: number };

function kitOf(block: Block, { before, why, at }: Around): readonly Kit[] {
  switch (block.kind) {
    case "heading":
      return [{ type: "header", text: { type: "plain_text", text: headingWords(block), emoji: false } }];
    case "passage":
      if (!explains(before)) return rich(richPassage(block.passage));
      return why === 0 ? [] : rich(richPassage(shorten(block.passage, why)));
    case "options":
      return [
        ...(has(before, "passage") ? [{ type: "divider" } as const] : []),
        ...renderOptions(block.items).flatMap(rich),
      ];
    case "quote":
      return quoteKit(block, why);
    case "year": {
      const year = renderYear(block.days, block.sentence);
      return [...rich(year.rich), ...quiet([{ kind: "text", text: year.legend }])];
    }
    case "accuracy":
      return rich(renderAccuracy(block.rows, block.sentence));
    case "note":
      return has(before, ...loud) ? quiet(block.prose) : rich(section(runsOf(block.prose)));
    case "table": {
      const caption = block.caption ? quiet([{ kind: "text", text: block.caption }]) : [];
      return [...rich(renderTable(block)), ...caption];
    }
    case "picture":
      return quiet([{ kind: "text", text: block.alt }]);
    case "file":
      return quiet([{ kind: "text", text: block.name }]);
    case "buttons":
      return renderButtons(block.buttons, at);
  }
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

function headingWords({ text, tone }: Extract<Block, { readonly kind: "heading" }>): string {
  const sign = tone === "right" ? "✅ " : tone === "wrong" ? "❌ " : "";
  const line = oneLine(text);
  return `${sign}${cut(line === "" ? "…" : line, limits.header - sign.length)}`;
}

/** Lines of the team's own notes; their place is never cut. */
function quoteKit(
  { lines, place, url }: Extract<Block, { readonly kind: "quote" }>,
  why: number,
): readonly Kit[] {
  const runs = lines
    .map((line) => runsOf(shortenProse(line, why)))
    .flatMap((line, index) => [...(index > 0 ? words("\n") : []), ...line]);
  const shown = why === 0 || runs.length === 0 ? words("…") : runs;
  const link = url === undefined ? [] : [{ kind: "link", text: place, url } as const];
  return [
    ...rich([{ type: "rich_text_quote", elements: [...shown] }]),
    ...quiet(link.length > 0 ? link : [{ kind: "text", text: place }]),
  ];
}
