import type { Block, List } from "../document.js";
import { plainBlocks } from "../passages.js";
import { asks } from "../wording.js";
import { blockLabel } from "./labels.js";

/** A list of options with what belongs to it above and below. */
export type Part = {
  readonly above: readonly Block[];
  readonly list: List;
  readonly below: readonly Block[];
};

/** A section cut into its questions; `notes` stand before the first, `unclear` names lines where the cut is a guess. */
export function partsOf(
  blocks: readonly Block[],
  isOptions: (block: Block) => block is List,
): {
  readonly notes: readonly Block[];
  readonly parts: readonly Part[];
  readonly unclear: readonly number[];
} {
  const places = blocks.flatMap((block, at) => (isOptions(block) ? [at] : []));
  const gaps = places.map((at, nth) => blocks.slice(nth > 0 ? (places[nth - 1] ?? 0) + 1 : 0, at));
  const cuts = gaps.map((gap, nth) => (nth === 0 ? firstPrompt(gap) : nextPrompt(gap)));
  const unclear = cuts.flatMap((cut, nth) => (cut.sure ? [] : [gaps[nth]?.[cut.at]?.start ?? 1]));
  const parts = places.map((at, nth): Part => {
    const next = cuts[nth + 1];
    const below = next ? (gaps[nth + 1]?.slice(0, next.at) ?? []) : blocks.slice(at + 1);
    const above = gaps[nth]?.slice(cuts[nth]?.at) ?? [];
    return { above: withoutRules(above), list: blocks[at] as List, below: withoutRules(below) };
  });
  return { notes: gaps[0]?.slice(0, cuts[0]?.at) ?? [], parts, unclear };
}

type Cut = { readonly at: number; readonly sure: boolean };

/** Bullets before the first paragraph are notes; from there on all is prompt. */
function firstPrompt(gap: readonly Block[]): Cut {
  const marked = gap.findIndex(isMark);
  if (marked >= 0) return { at: marked, sure: true };
  const first = gap.findIndex((block) => block.kind !== "list" && block.kind !== "rule");
  return { at: first < 0 ? gap.length : first, sure: true };
}

/** Where an explanation ends and the next prompt begins. */
function nextPrompt(gap: readonly Block[]): Cut {
  const marked = gap.findIndex(isMark);
  if (marked >= 0) return { at: marked, sure: true };
  const rule = gap.findLastIndex((block) => block.kind === "rule");
  if (rule >= 0) return { at: rule + 1, sure: true };
  const labelled = gap.findLastIndex((block) => blockLabel(block) !== null) + 1;
  if (gap.length - labelled <= 1) return { at: labelled, sure: true };
  if (labelled > 0) return { at: labelled, sure: false };
  const asking = gap.findLastIndex((block) => asks(plainBlocks([block])));
  return { at: asking < 0 ? gap.length - 1 : asking, sure: false };
}

function isMark(block: Block): boolean {
  const label = blockLabel(block);
  return label === "question" || label === "prompt";
}

function withoutRules(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter((block) => block.kind !== "rule");
}
