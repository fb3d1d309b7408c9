import type { Block, Lines } from "./document.js";
import { headingKind } from "./heading-kind.js";
import { plainRuns } from "./prose.js";
import type { Recognised } from "./recognise.js";

/** What became of a block that holds no other blocks. `nothing` is a fault of ours, and is reported as one. */
export type BlockUse = Lines & {
  readonly kind: Block["kind"];
  readonly became: "question" | "notes" | "heading" | "separator" | "problem" | "nothing";
};

/** The use of every block of the sections, in file order. */
export function usesOf(sections: readonly Recognised[], isSkipped: boolean): readonly BlockUse[] {
  const uses: BlockUse[] = [];
  for (const read of sections) {
    const isOut = isSkipped || read.pins.skip === true;
    const marks = marksOf(read);
    const became = isOut ? "problem" : headingBecame(read);
    for (const { start, end } of read.section.headings) uses.push({ kind: "heading", start, end, became });
    for (const block of read.section.blocks) addUses(uses, block, marks, isOut);
  }
  return uses;
}

/** Codes of problems that stand for the block at their line. */
const leavesOut: ReadonlySet<string> = new Set(
  (
    "remark to-do contents back-to-top comment ambiguous unmarked-option empty-option few-options many-options " +
    "no-right-option empty-prompt"
  ).split(" "),
);

type Marks = {
  readonly told: ReadonlySet<number>;
  /** For each line from the section's first on, what the formats say of it. */
  readonly lines: readonly (BlockUse["became"] | undefined)[];
  readonly first: number;
};

function marksOf({ section, problems, rest, readings }: Recognised): Marks {
  const told = new Set(problems.flatMap(({ code, line }) => (leavesOut.has(code) ? [line] : [])));
  const lines: (BlockUse["became"] | undefined)[] = [];
  const first = section.start;
  const mark = ({ start, end }: Lines, became: BlockUse["became"]) => {
    for (let line = start; line <= end; line += 1) lines[line - first] = became;
  };
  for (const reading of readings) mark(reading, "question");
  for (const block of rest) mark(block, "notes");
  return { told, lines, first };
}

/** A heading that was to be a prompt shares the lot of its question. */
function headingBecame({ section, readings, tookHeading }: Recognised): BlockUse["became"] {
  if (!tookHeading || section.kind === "number") return "heading";
  return readings[0]?.start === section.start ? "question" : "problem";
}

function addUses(uses: BlockUse[], block: Block, marks: Marks, isOut: boolean): void {
  const isTold = isOut || marks.told.has(block.start);
  if (block.kind === "quote") for (const inner of block.blocks) addUses(uses, inner, marks, isTold);
  else if (block.kind === "list") {
    for (const item of block.items) {
      const isItemTold = isTold || marks.told.has(item.start);
      for (const inner of item.blocks) addUses(uses, inner, marks, isItemTold);
    }
  } else {
    const { kind, start, end } = block;
    uses.push({ kind, start, end, became: isTold ? "problem" : becameOf(block, marks) });
  }
}

function becameOf(leaf: Block, { told, lines, first }: Marks): BlockUse["became"] {
  if (leaf.kind === "rule" || leaf.kind === "reference" || isPin(leaf)) return "separator";
  const became = lines[leaf.start - first];
  const below = lines[leaf.end - first];
  if (became && below) return became === below ? became : "notes";
  if (leaf.kind === "paragraph" && headingKind(plainRuns(leaf.runs)) === "questions") return "heading";
  return told.size > 0 ? "problem" : "nothing";
}

function isPin(leaf: Block): boolean {
  return leaf.kind === "html" && /^\s*<!--\s*cuecard:/.test(leaf.html.slice(0, 200));
}
