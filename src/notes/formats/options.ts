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
  return block.kind === "list" && block.items.some((item) => markOf(item) !== null);
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

/** The options of a list; null with the problems that keep it from being a choice. */
export function readOptions(
  list: List,
  section: Section,
): { readonly options: readonly Option[] | null; readonly problems: readonly Problem[] } {
  const options = list.items.flatMap((item) => readOption(item) ?? []);
  const bare = list.items.find((item) => markOf(item) === null);
  const empty = list.items.find((item) => readOption(item)?.body.length === 0);
  const error = (line: number, code: string, message: string) => ({
    options: null,
    problems: [problemAt(section, line, ["error", code], message)],
  });
  if (bare)
    return error(
      bare.start,
      "unmarked-option",
      "One option has no box, so the question is left out. Begin it with `- [ ]`, or with `- [x]` if it is right.",
    );
  if (empty)
    return error(
      empty.start,
      "empty-option",
      "One option has no words, so the question is left out. Write it, or remove the line.",
    );
  if (options.length < 2)
    return error(
      list.start,
      "few-options",
      "A choice needs two options at least, so the question is left out. Add wrong options with `- [ ]`.",
    );
  if (options.length > 26)
    return error(
      list.start,
      "many-options",
      "There are more options than letters, so the question is left out. Keep 26 at most.",
    );
  if (options.every((option) => !option.correct))
    return error(
      list.start,
      "no-right-option",
      "No option is marked as right, so the question is left out. Mark it with `- [x]`.",
    );
  return { options, problems: [] };
}

type Mark = { readonly right: boolean; readonly runs: readonly Run[] };

/** The box of an item and what stands behind it; null for an item without a box. */
function markOf({ blocks: [first] }: Item): Mark | null {
  if (first?.kind !== "paragraph") return null;
  const [run, ...others] = first.runs;
  const box = run?.kind === "text" && run.url === null ? /^\s*\[([ xX\u00a0]?)\]/.exec(run.text) : null;
  if (!run || !box) return null;
  return {
    right: /x/i.test(box[1] ?? ""),
    runs: [{ ...run, text: run.text.slice(box[0].length) }, ...others],
  };
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
