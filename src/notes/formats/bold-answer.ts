import type { Block, Paragraph } from "../document.js";
import { passagesOf } from "../passages.js";
import { plainRuns, type Run, toPassages, toProse } from "../prose.js";
import type { Section } from "../sections.js";
import { countWords, isSentence } from "../wording.js";
import { type Format, type Found, headingPrompt, headingWords, problemAt, type Reading } from "./format.js";
import { blockLabel, splitAtLabels, takeSource, withoutLabel } from "./labels.js";

/**
 * A heading that asks and, as the first bold words under it, the answer: alone on its line or before a dash. Bold words
 * further down are emphasis.
 */
export const boldAnswer: Format = { name: "bold answer", recognise };

function recognise(section: Section): Found | null {
  const numbered = section.kind === "number";
  if (section.headings.length === 0 || section.recall || !(numbered || isSentence(headingWords(section))))
    return null;
  const at = section.blocks.findIndex(mayAnswer);
  const answer = section.blocks[at];
  if (answer?.kind === "paragraph" && !(numbered && at === 0)) {
    const parts = splitAnswer(answer);
    if (parts) return found(section, section.blocks.slice(0, at), parts, section.blocks.slice(at + 1));
  }
  return numbered ? null : withoutAnswer(section);
}

type Parts = { readonly answer: readonly Run[]; readonly rest: readonly Run[] };

function found(
  section: Section,
  above: readonly Block[],
  { answer, rest }: Parts,
  below: readonly Block[],
): Found {
  const prompt = section.kind === "number" ? [] : headingPrompt(section);
  const { blocks, url } = takeSource(splitAtLabels(below));
  const reading: Reading = {
    start: section.start,
    end: section.end,
    title: null,
    prompt: [...prompt, ...passagesOf(above)],
    form: { kind: "recall", answer: [{ kind: "prose", prose: unmarked(answer) }] },
    explanation: [...toPassages(rest), ...passagesOf(blocks)],
    url,
    notes: [],
    from: "scenario",
    id: null,
  };
  return { readings: [reading], problems: [], rest: [], tookHeading: true };
}

/** A heading that asks over text in which nothing is marked as the answer: none is guessed. */
function withoutAnswer(section: Section): Found | null {
  const isOver = section.recallFollows || section.blocks.some((block) => block.kind === "quote");
  if (isOver || !/[?？]\W*$/.test(section.words.slice(-20)) || countWords(headingWords(section)) < 4)
    return null;
  const reading: Reading = {
    start: section.start,
    end: section.end,
    title: null,
    prompt: headingPrompt(section),
    form: { kind: "recall", answer: null },
    explanation: [],
    url: null,
    notes: section.blocks,
    from: "scenario",
    id: null,
  };
  const hasList = section.blocks.some((block) => block.kind === "list");
  const cure = hasList
    ? "The list under it may be options or the answer: mark the right option with `- [x]` and the others with `- [ ]`, or put the answer in bold on the first line"
    : "Put the answer in bold on the first line under the heading";
  const problem = problemAt(
    section,
    section.start,
    ["warning", hasList ? "ambiguous" : "no-answer"],
    `No answer is known to this heading's question, so it is never asked as a daily. ${cure}.`,
  );
  return { readings: [reading], problems: [problem], rest: [], tookHeading: true };
}

/** The first block that can hold the answer: prompts go on in paragraphs, code and images, not in lists. */
function mayAnswer(block: Block): boolean {
  if (block.kind === "paragraph") return block.runs.some((run) => run.bold) || blockLabel(block) === "answer";
  return block.kind !== "code" && block.kind !== "table" && block.kind !== "rule";
}

/** `**x**`, `_**x**_`, `**x**:`, `**x** - why`, `Answer: x`; null where bold is only emphasis or a label. */
function splitAnswer(block: Paragraph): Parts | null {
  if (blockLabel(block) === "answer") {
    const { runs } = withoutLabel(block);
    return plainRuns(runs) === "" ? null : { answer: runs, rest: [] };
  }
  const words = block.runs.filter((run) => run.kind !== "comment");
  const from = words.findIndex((run) => run.text.trim() !== "");
  if (from < 0 || !words[from]?.bold) return null;
  const end = words.findIndex((run, at) => at > from && (!run.bold || run.kind === "break"));
  const answer = words.slice(from, end < 0 ? words.length : end);
  const rest = end < 0 ? [] : words.slice(end);
  const label = plainRuns(answer);
  if (
    label.endsWith(":") ||
    /^(?:note|warning|tip|important|hint|example|caution|remember|nb)\W*$/i.test(label)
  )
    return null;
  return rest[0]?.kind === "break" || /^(?:\s*[:.]?\s*$|\s*[-–—:]\s)/.test(restWords(rest))
    ? { answer, rest: withoutDash(rest, /^\s*[-–—:.]?\s*/) }
    : null;
}

/** What follows the bold words, as far as it decides; a line's end counts as a space. */
function restWords([first, second]: readonly Run[]): string {
  const behind = second === undefined ? "" : second.kind === "break" ? " " : "·";
  return `${first?.text ?? ""}${behind}`;
}

function withoutDash(runs: readonly Run[], dash: RegExp): readonly Run[] {
  const [first, ...others] = runs;
  return first
    ? [{ ...first, text: first.kind === "text" ? first.text.replace(dash, "") : first.text }, ...others]
    : [];
}

/** The answer without the bold that only says that it is one. */
function unmarked(runs: readonly Run[]) {
  return toProse(runs.map((run) => ({ ...run, bold: false, italic: false })));
}
