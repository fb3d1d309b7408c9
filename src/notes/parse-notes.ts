import type { Question } from "../core/question.js";
import type { Terms } from "../core/terms.js";
import { readWithinDepth } from "./depth.js";
import { dropDuplicates } from "./duplicates.js";
import { boldAnswer } from "./formats/bold-answer.js";
import { checkboxOptions } from "./formats/checkbox-options.js";
import type { Format } from "./formats/format.js";
import { recallList } from "./formats/recall-list.js";
import { scenario } from "./formats/scenario.js";
import { type FrontMatter, readFrontMatter } from "./front-matter.js";
import { nameApart } from "./identity.js";
import { lint } from "./lint.js";
import { pinsIn } from "./pins.js";
import type { Problem } from "./problem.js";
import { questionsOf } from "./questions.js";
import { makeRanker } from "./ranker.js";
import { recogniseSection } from "./recognise.js";
import { sectionsOf } from "./sections.js";
import { troublesIn } from "./troubles.js";
import { type BlockUse, usesOf } from "./uses.js";

/** A file of notes: its path below the root, with forward slashes, and its text without the byte order `mark`. */
export type NotesFile = { readonly path: string; readonly text: string; readonly mark?: string };

/** What the notes hold; `blocks` tells what became of each block, so that nothing is dropped in silence. */
export type Parsed = {
  readonly questions: readonly Question[];
  readonly problems: readonly Problem[];
  readonly blocks: readonly BlockUse[];
};

/** One row a format, in the order in which they take blocks out of a section. */
const formats: readonly Format[] = [checkboxOptions, boldAnswer, recallList, scenario];

/**
 * The questions of one file. Any text can be read: what is no question is a problem, and nothing is thrown. With terms
 * the lines that answer a recall question come best first; without, as they stand, which is enough to check notes.
 */
export function parseNotes(file: NotesFile, terms?: Terms): Parsed {
  const { questions, problems, blocks } = parseFile(file, terms);
  return { ...settled(questions, problems), blocks };
}

/** The questions of all files together: no two alike, no two with one id. */
export function parseBank(files: readonly NotesFile[], terms?: Terms): Omit<Parsed, "blocks"> {
  const questions: Question[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const read = parseFile(file, terms);
    for (const question of read.questions) questions.push(question);
    for (const problem of read.problems) problems.push(problem);
  }
  return settled(questions, problems);
}

function parseFile({ path, text }: NotesFile, terms?: Terms): Parsed {
  const head = readFrontMatter(text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);
  const document = readWithinDepth(head.body);
  const sections = sectionsOf(path, document.blocks);
  const pins = { ...head.pins, ...pinsIn(sections[0]?.blocks ?? []).pins };
  const read = sections.map((section) => recogniseSection(section, formats, pins));
  const { questions, problems } = questionsOf(path, pins, read, makeRanker(terms));
  const uses = usesOf(read, pins.skip === true);
  const all = [
    ...headProblems(path, head, pins.skip === true),
    ...troublesIn(path, document, head.body),
    ...read.flatMap((section) => section.problems),
    ...problems,
    ...lint(questions),
    ...uses.flatMap((use) => (use.became === "nothing" ? [unread(path, use)] : [])),
  ];
  return { questions, problems: all, blocks: uses };
}

function settled(questions: readonly Question[], problems: readonly Problem[]) {
  const kept = dropDuplicates(questions);
  const all = [...problems, ...kept.problems];
  return {
    questions: nameApart(kept.questions),
    problems: all.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1)),
  };
}

/** How many files are left out whole, as they say themselves. */
export function skippedFiles(problems: readonly Problem[]): number {
  return problems.filter(({ message }) => message === skipped).length;
}

const skipped = "The file is left out, as `skip` says. Remove the pin to read it.";

function headProblems(file: string, { faults }: FrontMatter, isSkipped: boolean): readonly Problem[] {
  const told = faults.map(({ fatal, fault }): Problem => {
    const line = 1;
    if (!fatal)
      return { file, line, severity: "warning", code: "pin", message: `A pin is not understood: ${fault}.` };
    const message = `The front matter is not read: ${fault}. Write \`key: value\` lines between two lines of \`---\`.`;
    return { file, line, severity: "error", code: "front-matter", message };
  });
  return isSkipped ? [...told, { file, line: 1, severity: "info", code: "skipped", message: skipped }] : told;
}

/** The net under all formats: a block that none of them accounts for is never passed over. */
function unread(file: string, { start }: BlockUse): Problem {
  const message =
    "Nothing could be made of this part. Write it as a question or a note; questions/README.md shows how.";
  return { file, line: start, severity: "error", code: "unread", message };
}
