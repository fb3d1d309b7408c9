import type { Block, Paragraph } from "../document.js";
import { plainRuns, type Run } from "../prose.js";
import { afterLabel, countLabel, type Label, labelOf } from "../wording.js";

/** The label that a block begins with: `Why:`, `**Source:**`; null where it is no labelled paragraph. */
export function blockLabel(block: Block | undefined): Label | null {
  return block?.kind === "paragraph" ? labelOf(opening(block.runs, 0)) : null;
}

/** Paragraphs cut where a new line begins with a label, so that each label begins a block. */
export function splitAtLabels(blocks: readonly Block[]): readonly Block[] {
  const parts: Block[] = [];
  for (const block of blocks) {
    if (block.kind === "paragraph") parts.push(...splitParagraph(block));
    else parts.push(block);
  }
  return parts;
}

/** The paragraph without its label and colon. */
export function withoutLabel(block: Paragraph): Paragraph {
  return { ...block, runs: withoutFirst(block.runs, wordsOf(block.runs).search(/[:：]/) + 1) };
}

/** The runs of a heading without a label that only counts it. */
export function withoutCount(runs: readonly Run[]): readonly Run[] {
  return withoutFirst(runs, countLabel(wordsOf(runs)));
}

function wordsOf(runs: readonly Run[]): string {
  return runs.map((run) => (run.kind === "comment" ? "" : run.text)).join("");
}

function withoutFirst(runs: readonly Run[], letters: number): readonly Run[] {
  let cut = letters;
  return runs.flatMap((run): readonly Run[] => {
    if (cut === 0 || run.kind === "comment") return [run];
    const text = run.text.slice(cut);
    cut -= Math.min(cut, run.text.length);
    return text === "" ? [] : [{ ...run, text }];
  });
}

/** The address of the `Source:` line, and the blocks without that line where it holds nothing else. */
export function takeSource(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly url: string | null;
} {
  const at = blocks.findIndex((block) => blockLabel(block) === "source" && addressIn(block) !== null);
  const block = blocks[at];
  if (block?.kind !== "paragraph") return { blocks, url: null };
  const words = afterLabel(plainRuns(block.runs));
  const only =
    !/\s/.test(words) || block.runs.filter((run) => run.url !== null && words === run.text).length === 1;
  return { blocks: only ? blocks.filter((other) => other !== block) : blocks, url: addressIn(block) };
}

function addressIn(block: Block): string | null {
  if (block.kind !== "paragraph") return null;
  const linked = block.runs.find((run) => run.url !== null && /^https?:/i.test(run.url))?.url;
  return linked ?? /https?:\/\/[^\s<>]+/i.exec(plainRuns(block.runs))?.[0] ?? null;
}

function splitParagraph(block: Paragraph): readonly Paragraph[] {
  const parts: Paragraph[] = [];
  let [from, line] = [0, block.start];
  for (let at = 0; at < block.runs.length; at += 1) {
    if (block.runs[at]?.kind !== "break") continue;
    if (labelOf(opening(block.runs, at + 1)) === null) continue;
    const lines = block.runs.slice(from, at).filter((run) => run.kind === "break").length;
    parts.push({ kind: "paragraph", start: line, end: line + lines, runs: block.runs.slice(from, at) });
    [from, line] = [at + 1, line + lines + 1];
  }
  return from === 0
    ? [block]
    : [...parts, { ...block, start: Math.min(line, block.end), runs: block.runs.slice(from) }];
}

/** Enough words to see a label. */
function opening(runs: readonly Run[], at: number): string {
  let words = "";
  for (let next = at; next < runs.length && words.length < 40 && runs[next]?.kind !== "break"; next += 1) {
    words += runs[next]?.text;
  }
  return words;
}
