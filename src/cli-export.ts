import { loadNotes } from "./cli-notes.js";
import { plain, plainPassages } from "./core/prose.js";
import type { Form, Question } from "./core/question.js";

/** Writes every question and problem as one JSON text; 1 where a path is not there, else 0. */
export async function exportNotes(
  paths: readonly string[],
  write: (words: string) => Promise<void>,
): Promise<0 | 1> {
  const { questions, problems, missing } = await loadNotes(paths);
  await write(`${JSON.stringify({ questions: questions.map(toRow), problems }, null, 2)}\n`);
  return missing ? 1 : 0;
}

function toRow({ id, topic, prompt, form, explanation, notes, source, from }: Question) {
  return {
    id,
    topic,
    kind: form.kind,
    prompt: plainPassages(prompt),
    options: optionsOf(form),
    answer: answerOf(form),
    explanation: explanation.length > 0 ? plainPassages(explanation) : null,
    notes: (form.kind === "recall" ? form.lines : notes).map(plain),
    source: { file: source.file, line: source.line },
    from,
  };
}

function optionsOf(form: Form) {
  if (form.kind === "recall") return null;
  return form.options.map(({ body, correct, origin }) => ({ text: plainPassages(body), correct, origin }));
}

/** The right options' text, or the answer's; null where none is known. */
function answerOf(form: Form): string | null {
  if (form.kind === "recall") return form.answer && plainPassages(form.answer);
  const right = form.options.filter((option) => option.correct);
  return right.map((option) => plainPassages(option.body)).join(" + ");
}
