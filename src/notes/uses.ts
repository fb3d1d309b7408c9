import type { Block, Lines } from "./document.js";
import { plainRuns } from "./prose.js";
import type { Recognised } from "./recognise.js";
import { isQuestionsHeading } from "./wording.js";

/** What became of a block that holds no other blocks. `nothing` is a fault of ours, and is reported as one. */
export type BlockUse = Lines & {
  readonly kind: Block["kind"];
  readonly became: "question" | "notes" | "heading" | "separator" | "problem" | "nothing";
};

/** The use of every block of the sections, in file order. */
export function usesOf(sections: readonly Recognised[], isSkipped: boolean): readonly BlockUse[] {
  return sections.flatMap((read) => {
    const lines = new Set(read.problems.flatMap(({ code, line }) => (leavesOut.has(code) ? [line] : [])));
    return [...read.section.headings, ...read.section.blocks].flatMap((block) =>
      leavesOf(block, []).map(({ leaf, tops }): BlockUse => {
        const isNamed = isSkipped || read.pins.skip === true || tops.some((line) => lines.has(line));
        const { kind, start, end } = leaf;
        return { kind, start, end, became: isNamed ? "problem" : becameOf(leaf, read, lines.size > 0) };
      }),
    );
  });
}

/** Codes of problems that stand for the block at their line. */
const leavesOut: ReadonlySet<string> = new Set(
  (
    "remark to-do contents back-to-top comment ambiguous unmarked-option empty-option few-options many-options " +
    "no-right-option empty-prompt"
  ).split(" "),
);

/** The blocks that hold no others, with the first lines of all that they stand in. */
function leavesOf(
  block: Block,
  above: readonly number[],
): readonly { leaf: Block; tops: readonly number[] }[] {
  const tops = [...above, block.start];
  if (block.kind === "quote") return block.blocks.flatMap((inner) => leavesOf(inner, tops));
  if (block.kind !== "list") return [{ leaf: block, tops }];
  return block.items.flatMap((item) =>
    item.blocks.flatMap((inner) => leavesOf(inner, [...tops, item.start])),
  );
}

function becameOf(leaf: Block, read: Recognised, hasLost: boolean): BlockUse["became"] {
  const isIn = (lines: Lines) => lines.start <= leaf.start && leaf.end <= lines.end;
  if (leaf.kind === "rule" || leaf.kind === "reference" || isPin(leaf)) return "separator";
  if (read.section.headings.some((heading) => heading === leaf))
    return read.tookHeading ? "question" : "heading";
  if (read.rest.some(isIn)) return "notes";
  if (read.readings.some(isIn)) return "question";
  if (leaf.kind === "paragraph" && isQuestionsHeading(plainRuns(leaf.runs))) return "heading";
  return hasLost ? "problem" : "nothing";
}

function isPin(leaf: Block): boolean {
  return leaf.kind === "html" && /^\s*<!--\s*cuecard:/.test(leaf.html.slice(0, 200));
}
