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
  const lists = blocks.filter(isOptions);
  const unclear: number[] = [];
  const gaps = lists.map((list, at) => between(blocks, lists[at - 1], list));
  const cuts = gaps.map((gap, at) => (at === 0 ? firstPrompt(gap) : nextPrompt(gap)));
  const parts = lists.map((list, at): Part => {
    const cut = cuts[at + 1];
    if (cut && !cut.sure) unclear.push(gaps[at + 1]?.[cut.at]?.start ?? list.end);
    const below = cut ? (gaps[at + 1]?.slice(0, cut.at) ?? []) : blocks.slice(blocks.indexOf(list) + 1);
    return { above: withoutRules(gaps[at]?.slice(cuts[at]?.at) ?? []), list, below: withoutRules(below) };
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
  return blockLabel(block) === "question" || blockLabel(block) === "prompt";
}

function between(blocks: readonly Block[], above: List | undefined, below: List): readonly Block[] {
  return blocks.slice(above ? blocks.indexOf(above) + 1 : 0, blocks.indexOf(below));
}

function withoutRules(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter((block) => block.kind !== "rule");
}
