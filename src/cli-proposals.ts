import type { QuestionId } from "./core/ids.js";
import { plainPassages } from "./core/prose.js";
import type { Form } from "./core/question.js";
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
};

/** For `cuecard reports`, newest first. */
export function proposedNames(db: Db): readonly ProposedName[] {
  return proposals(db)
    .all()
    .map(({ question: { id, source, form }, ...rest }) => {
      return { file: source.file, line: source.line, question: id, answer: answerOf(form), ...rest };
    });
}

/** Two lines: where it is, and the cure. */
export function proposalWords({ file, line, question, words, answer, people, at }: ProposedName): string {
  const by = people === 1 ? "" : `  ${people} people`;
  const place = `${file}:${line}  typed answer  ${at.toISOString().slice(0, 10)}  ${question}${by}`;
  return `${place}\n    “${harmless(words)}” for “${harmless(answer)}”: if it is right, add it to terms.yaml\n`;
}

function answerOf(form: Form): string {
  if (form.kind === "recall") return plainPassages(form.answer ?? []);
  return plainPassages(form.options.filter((option) => option.correct).flatMap((option) => option.body));
}
