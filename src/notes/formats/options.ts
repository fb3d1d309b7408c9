import type { Option } from "../../core/question.js";
import type { Block, Item, List } from "../document.js";
import { passagesOf } from "../passages.js";
import type { Problem } from "../problem.js";
import { plainRuns, type Run, toPassages } from "../prose.js";
import type { Section } from "../sections.js";
import { asks } from "../wording.js";
import { problemAt } from "./format.js";
import { blockLabel, withoutLabel } from "./labels.js";

/** Whether a list has boxes to tick: `- [x]`, `- [ ]`. */
export function isOptionList(block: Block): block is List {
  return block.kind === "list" && block.items.some((item) => boxOf(item) !== null);
}

/** Recall questions with boxes for ticking off what was learnt are no options. */
export function allAsk(list: List): boolean {
  return list.items.every(
    ({ blocks: [first] }) => first?.kind === "paragraph" && asks(plainRuns(first.runs)),
  );
}

/** The item without its box, where it has one. */
export function withoutBox(item: Item): Item {
  const [first, ...below] = item.blocks;
  const mark = markOf(item);
  return mark && first?.kind === "paragraph"
    ? { ...item, blocks: [{ ...first, runs: mark.runs }, ...below] }
    : item;
}

/** The options of a list; null with the problem that keeps it from being a choice. */
export function readOptions(
  list: List,
  section: Section,
): { readonly options: readonly Option[] | null; readonly problems: readonly Problem[] } {
  const options = list.items.map(readOption);
  const read = options.filter((option) => option !== null);
  const fault = faultOf(list, options) ?? faultOfAll(list, read);
  if (!fault) return { options: read, problems: [] };
  const { line, code, what, cure } = fault;
  const message = `${what}, so the question is left out. ${cure}.`;
  return { options: null, problems: [problemAt(section, line, ["error", code], message)] };
}

type Fault = { readonly line: number; readonly code: string; readonly what: string; readonly cure: string };

function faultOf(list: List, options: readonly (Option | null)[]): Fault | null {
  const at = options.findIndex((option) => option === null || option.body.length === 0);
  const line = list.items[at]?.start;
  if (line === undefined) return null;
  return options[at] === null
    ? {
        line,
        code: "unmarked-option",
        what: "One option has no box",
        cure: "Begin it with `- [ ]`, or `- [x]` if right",
      }
    : { line, code: "empty-option", what: "One option has no words", cure: "Write it, or remove the line" };
}

function faultOfAll({ start: line }: List, options: readonly Option[]): Fault | null {
  if (options.length < 2) {
    return {
      line,
      code: "few-options",
      what: "A choice needs two options",
      cure: "Add wrong ones with `- [ ]`",
    };
  }
  if (options.length > 26) {
    return {
      line,
      code: "many-options",
      what: "There are more options than letters",
      cure: "Keep 26 at most",
    };
  }
  if (options.some((option) => option.correct)) return null;
  return {
    line,
    code: "no-right-option",
    what: "No option is marked as right",
    cure: "Mark it with `- [x]`",
  };
}

/** Where a box stands, what stands in it, and the option that it belongs to. */
export type Box = { readonly line: number; readonly sign: string; readonly option: Option };

/** The boxes of a list, in order; items without one are left out. */
export function boxesOf({ items }: List): readonly Box[] {
  return items.flatMap((item): readonly Box[] => {
    const option = readOption(item);
    const line = item.blocks[0]?.start;
    return option && line !== undefined ? [{ line, sign: boxOf(item)?.[1] ?? "", option }] : [];
  });
}

type Mark = { readonly right: boolean; readonly runs: readonly Run[] };

/** The box of an item and what stands behind it; null for an item without a box. */
function markOf(item: Item): Mark | null {
  const box = boxOf(item);
  const [first] = item.blocks;
  if (!box || first?.kind !== "paragraph") return null;
  const [run] = first.runs;
  if (!run) return null;
  return {
    right: /x/i.test(box[1] ?? ""),
    runs: first.runs.with(0, { ...run, text: run.text.slice(box[0].length) }),
  };
}

function boxOf({ blocks }: Item): RegExpExecArray | null {
  const run = blocks[0]?.kind === "paragraph" ? blocks[0].runs[0] : undefined;
  return run?.kind === "text" && run.url === null ? /^\s*\[([ xX\u00a0]?)\]/.exec(run.text) : null;
}

function readOption(item: Item): Option | null {
  const mark = markOf(item);
  if (!mark) return null;
  const words = toPassages(mark.runs);
  const below = item.blocks.slice(1);
  const end = below.findIndex((block) => block.kind !== "code" && block.kind !== "table");
  const own = Math.max(end < 0 ? below.length : end, words.length === 0 ? 1 : 0);
  return {
    body: [...words, ...passagesOf(below.slice(0, own))],
    correct: mark.right,
    origin: "authored",
    why: passagesOf(below.slice(own).map((block) => (isWhy(block) ? withoutLabel(block) : block))),
  };
}

function isWhy(block: Block): block is Extract<Block, { kind: "paragraph" }> {
  return blockLabel(block) === "why";
}
