import { plainPassages } from "./core/prose.js";
import type { Form } from "./core/question.js";
import type { Db } from "./store/sqlite/open.js";
import { proposals } from "./store/sqlite/proposals.js";
import { harmless } from "./terminal.js";

/** Names that members hold to be right, as lines for `cuecard reports`: newest first, each with its place and cure. */
export function proposalLines(db: Db): readonly string[] {
  return proposals(db)
    .all()
    .map(({ question, words, people, at }) => {
      const { file, line } = question.source;
      const by = people === 1 ? "" : `  ${people} people`;
      const place = `${file}:${line}  typed answer  ${at.toISOString().slice(0, 10)}  ${question.id}${by}`;
      return `${place}\n    “${harmless(words)}” for “${harmless(answerOf(question.form))}”: if it is right, add it to terms.yaml\n`;
    });
}

function answerOf(form: Form): string {
  if (form.kind === "recall") return plainPassages(form.answer ?? []);
  return plainPassages(form.options.filter((option) => option.correct).flatMap((option) => option.body));
}
