import type { QuestionId } from "./core/ids.js";
import type { Names } from "./core/names.js";
import { plainPassages } from "./core/prose.js";
import type { Form, Question } from "./core/question.js";
import { shortAnswer } from "./core/short-answer.js";
import { readTyped } from "./core/typed.js";
import type { Db } from "./store/sqlite/open.js";
import { proposals } from "./store/sqlite/proposals.js";
import { harmless } from "./terminal.js";

/** A name that members hold to be right, with the place and the answer of its question. */
export type ProposedName = {
  readonly file: string;
  readonly line: number;
  readonly question: QuestionId;
  readonly words: string;
  readonly answer: string;
  readonly people: number;
  readonly at: Date;
  /** False: the place is that at which its question last stood. */
  readonly here: boolean;
  /** The notes of today take it for right. */
  readonly known: boolean;
};

/** For `cuecard reports`, newest first; `questions` are those of today, the others stand as they last stood. */
export function proposedNames(
  db: Db,
  { questions, names }: { readonly questions: ReadonlyMap<QuestionId, Question>; readonly names: Names },
): readonly ProposedName[] {
  return proposals(db)
    .all()
    .map(({ question, words, ...rest }) => {
      const { id, source, form } = questions.get(question.id) ?? question;
      const short = shortAnswer(form, names);
      const known = short !== null && readTyped(words, short, names).right;
      const place = { file: source.file, line: source.line };
      const here = questions.has(id);
      return { ...place, question: id, answer: answerOf(form), words, ...rest, here, known };
    });
}

/** Two lines: where it is, and the cure. */
export function proposalWords(proposed: ProposedName): string {
  const { file, line, question, words, answer, people, at, here, known } = proposed;
  const by = people === 1 ? "" : `  ${people} people`;
  const place = `${file}:${line}${here ? "" : asItStood}  typed answer  ${at.toISOString().slice(0, 10)}  ${question}${by}`;
  const cure = known ? "the notes take it for right already" : "if it is right, add it to terms.yaml";
  return `${place}\n    “${harmless(words)}” for “${harmless(answer)}”: ${cure}\n`;
}

/** Behind a place in the notes of before. */
export const asItStood = " (as it stood then)";

function answerOf(form: Form): string {
  if (form.kind === "recall") return plainPassages(form.answer ?? []);
  return plainPassages(form.options.filter((option) => option.correct).flatMap((option) => option.body));
}
