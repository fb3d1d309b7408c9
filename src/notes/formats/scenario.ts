import type { Block, Paragraph, Quote } from "../document.js";
import { passagesOf, plainBlocks } from "../passages.js";
import type { Problem } from "../problem.js";
import { plainRuns, type Run, toProse } from "../prose.js";
import type { Section } from "../sections.js";
import { asks, countWords } from "../wording.js";
import { type Format, type Found, problemAt, type Reading } from "./format.js";
import { blockLabel, withoutLabel } from "./labels.js";

/** A blockquote that sets a scene, and its answer in italics right under it; the rest of the section are notes. */
export const scenario: Format = { name: "topic", recognise };

function recognise(section: Section): Found | null {
  const readings: Reading[] = [];
  const problems: Problem[] = [];
  const rest: Block[] = [];
  for (let at = 0; at < section.blocks.length; at += 1) {
    const block = section.blocks[at] as Block;
    const answer = block.kind === "quote" ? answerUnder(section.blocks, at + 1) : [];
    if (block.kind !== "quote" || !isScenario(block, answer, at === 0 && section)) {
      rest.push(block);
      continue;
    }
    readings.push(readScenario(block, answer));
    if (answer.length === 0) problems.push(withoutAnswer(section, block));
    at += answer.length;
  }
  return readings.length === 0 ? null : { readings, problems, rest, tookHeading: false };
}

/** The paragraphs, from the first on, that are italic from end to end. */
function answerUnder(blocks: readonly Block[], from: number): readonly Paragraph[] {
  const answer: Paragraph[] = [];
  for (let at = from; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block?.kind !== "paragraph" || !isItalic(block.runs)) break;
    answer.push(block);
  }
  return answer;
}

function isItalic(runs: readonly Run[]): boolean {
  const words = runs.filter((run) => run.kind !== "comment" && run.text.trim() !== "");
  return words.length > 0 && words.every((run) => run.italic);
}

/** A quote without an answer is one only if it begins its section and looks like a scene: else it is a quotation. */
function isScenario(quote: Quote, answer: readonly Paragraph[], first: Section | false): boolean {
  const words = plainBlocks(quote.blocks);
  if (words === "" || words.startsWith("[!") || quote.blocks.some(isCallout)) return false;
  if (answer.length > 0) return true;
  if (!first) return false;
  if (isLabelled(quote.blocks[0])) return true;
  return countWords(words) >= 8 && (first.recallFollows || asks(words));
}

/** Whether a quote at the beginning of its section tells of something: two sentences, and nobody's name under them. */
export function readsLikeScene({ blocks }: Quote): boolean {
  const words = plainBlocks(blocks);
  if (words.startsWith("[!") || blocks.some(isCallout) || isSigned(words)) return false;
  return countWords(words) >= 12 && (words.match(/[.!…](?=\s|$)/g) ?? []).length >= 2;
}

/** `— Joseph Conrad` at the end. */
function isSigned(words: string): boolean {
  return /(?:^|\s)[-–—]\s?\p{Lu}[^.!?\n]{0,60}$/u.test(words.slice(-80));
}

function isCallout(block: Block): boolean {
  return (
    block.kind === "paragraph" &&
    /^(?:note|warning|tip|important|hint|caution|info)\b\W/i.test(plainRuns(block.runs))
  );
}

function isLabelled(block: Block | undefined): block is Paragraph {
  const label = blockLabel(block);
  return label === "prompt" || label === "question";
}

function readScenario(quote: Quote, answer: readonly Paragraph[]): Reading {
  const [first, ...others] = quote.blocks;
  const scene = isLabelled(first) ? [withoutLabel(first), ...others] : quote.blocks;
  return {
    start: quote.start,
    end: answer.at(-1)?.end ?? quote.end,
    title: null,
    prompt: passagesOf(scene),
    form: { kind: "recall", answer: answer.length > 0 ? answer.map(upright) : null },
    explanation: [],
    url: null,
    notes: [],
    from: "scenario",
    id: null,
  };
}

/** The answer without the italics that only say that it is one. */
function upright({ runs }: Paragraph) {
  return { kind: "prose", prose: toProse(runs.map((run) => ({ ...run, italic: false }))) } as const;
}

function withoutAnswer(section: Section, quote: Quote): Problem {
  return problemAt(
    section,
    quote.start,
    ["warning", "no-answer"],
    "No answer is known to this scenario, so it is never asked as a daily. Write the answer in italics in the paragraph under it.",
  );
}
