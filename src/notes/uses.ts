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
    const told = new Set(read.problems.flatMap(({ code, line }) => (leavesOut.has(code) ? [line] : [])));
    const marks = { told, notes: linesIn(read.rest), questions: linesIn(read.readings) };
    const isOut = isSkipped || read.pins.skip === true;
    return [...read.section.headings, ...read.section.blocks].flatMap((block) =>
      leavesOf(block, []).map(({ leaf, tops }): BlockUse => {
        const isTold = isOut || tops.some((line) => told.has(line));
        return {
          kind: leaf.kind,
          start: leaf.start,
          end: leaf.end,
          became: isTold ? "problem" : becameOf(leaf, read, marks),
        };
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

type Marks = Readonly<Record<"told" | "notes" | "questions", ReadonlySet<number>>>;

function becameOf(leaf: Block, read: Recognised, { told, notes, questions }: Marks): BlockUse["became"] {
  if (leaf.kind === "rule" || leaf.kind === "reference" || isPin(leaf)) return "separator";
  if (read.section.headings.some((heading) => heading === leaf))
    return read.tookHeading ? "question" : "heading";
  if (notes.has(leaf.start) && notes.has(leaf.end)) return "notes";
  if (questions.has(leaf.start) && questions.has(leaf.end)) return "question";
  if (leaf.kind === "paragraph" && isQuestionsHeading(plainRuns(leaf.runs))) return "heading";
  return told.size > 0 ? "problem" : "nothing";
}

function linesIn(parts: readonly Lines[]): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { start, end } of parts) for (let line = start; line <= end; line += 1) lines.add(line);
  return lines;
}

function isPin(leaf: Block): boolean {
  return leaf.kind === "html" && /^\s*<!--\s*cuecard:/.test(leaf.html.slice(0, 200));
}
