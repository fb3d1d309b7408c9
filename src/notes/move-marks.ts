import { plainPassages } from "../core/prose.js";
import type { Option, Question } from "../core/question.js";
import { readWithinDepth } from "./depth.js";
import type { Block, List } from "./document.js";
import { type Box, boxesOf } from "./formats/options.js";
import { readFrontMatter } from "./front-matter.js";
import { type NotesFile, parseNotes } from "./parse-notes.js";

/** `already`: so it stands. `no marks`: the key of this question is not written with boxes. */
export type Moved =
  | { readonly kind: "moved"; readonly text: string }
  | { readonly kind: "already" | "no marks" };

/**
 * The file with those options of one of its questions ticked that have the words, and no others; all else stays byte for
 * byte. What comes out is read again before it is handed on.
 */
export function moveMarks(file: NotesFile, question: Question, right: readonly string[]): Moved {
  if (question.form.kind !== "choice") return { kind: "no marks" };
  const { options } = question.form;
  const isRight = (option: Option) => right.includes(wordsOf(option));
  if (options.every((option) => option.correct === isRight(option))) return { kind: "already" };
  const boxes = boxesFor(file, question, options);
  const text = boxes && ticked(file.text, boxes, isRight);
  return text && isRead({ ...file, text }, question, right) ? { kind: "moved", text } : { kind: "no marks" };
}

const wordsOf = (option: Option) => plainPassages(option.body);

/** The one list within the question's lines that holds its options, in their order. */
function boxesFor({ text }: NotesFile, { source }: Question, options: readonly Option[]) {
  const body = readFrontMatter(text.replace(/\r\n?/g, "\n")).body;
  const lists = listsIn(readWithinDepth(body).blocks)
    .map(boxesOf)
    .filter(
      (boxes) =>
        boxes.length === options.length && boxes.every(({ option }, at) => isSame(option, options[at])),
    )
    .filter((boxes) => boxes.every(({ line }) => source.line <= line && line <= source.end));
  return lists.length === 1 ? (lists[0] ?? null) : null;
}

function isSame(one: Option, other: Option | undefined): boolean {
  return other !== undefined && wordsOf(one) === wordsOf(other) && one.correct === other.correct;
}

function listsIn(blocks: readonly Block[]): readonly List[] {
  return blocks.flatMap((block) => {
    if (block.kind === "quote") return listsIn(block.blocks);
    return block.kind === "list" ? [block, ...block.items.flatMap((item) => listsIn(item.blocks))] : [];
  });
}

/** Null where a box does not stand in its line as it was read: it was written with an entity, say. */
function ticked(text: string, boxes: readonly Box[], isRight: (option: Option) => boolean): string | null {
  const starts = lineStarts(text);
  const tick = boxes.some(({ sign }) => sign === "X") ? "X" : "x";
  let whole = text;
  for (const { line, sign, option } of [...boxes].reverse()) {
    const start = starts[line - 1] ?? 0;
    const at = start + (before.exec(text.slice(start, starts[line]))?.[0].length ?? 0);
    if (!text.startsWith(`[${sign}]`, at)) return null;
    if (isRight(option) === option.correct) continue;
    whole = `${whole.slice(0, at)}[${option.correct ? " " : tick}]${whole.slice(at + sign.length + 2)}`;
  }
  return whole;
}

/** What may stand before a box: spaces, quotes, bullets and numbers. */
const before = /^(?:[\s>]|[-+*](?=\s)|\d{1,9}[.)](?=\s))*/;

/** Where each line begins, counted as the readers count lines. */
function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n?|\n/g), (end) => end.index + end[0].length)];
}

/** Whether the file now holds that question with that key. */
function isRead(file: NotesFile, question: Question, right: readonly string[]): boolean {
  const prompt = plainPassages(question.prompt);
  return parseNotes(file).questions.some(
    (other) =>
      other.form.kind === "choice" &&
      plainPassages(other.prompt) === prompt &&
      other.form.options.every((option) => option.correct === right.includes(wordsOf(option))),
  );
}
