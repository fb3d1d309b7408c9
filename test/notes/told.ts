import { plain, plainPassages } from "../../src/core/prose.js";
import type { Question } from "../../src/core/question.js";
import type { Parsed } from "../../src/notes/parse-notes.js";

/** What was read, as the `.json` beside a fixture holds it. */
export function told({ questions, problems }: Omit<Parsed, "blocks">) {
  return {
    questions: questions.map(toldQuestion),
    problems: problems.map(({ line, severity, code }) => `${line} ${severity} ${code}`),
  };
}

function toldQuestion({ form, source, ...question }: Question) {
  return {
    id: question.id,
    topic: question.topic,
    place: `${source.line}-${source.end} ${source.headings.join(" › ")}`,
    ...(source.url === undefined ? {} : { url: source.url }),
    from: question.from,
    title: question.title,
    prompt: plainPassages(question.prompt),
    ...(form.kind === "choice"
      ? { options: form.options.map(toldOption) }
      : { answer: form.answer && plainPassages(form.answer) }),
    explanation: plainPassages(question.explanation),
    notes: question.notes.map(plain),
  };
}

function toldOption({
  body,
  correct,
  why,
}: {
  body: Parameters<typeof plainPassages>[0];
  correct: boolean;
  why: Parameters<typeof plainPassages>[0];
}) {
  return `${correct ? "[x]" : "[ ]"} ${plainPassages(body)}${why.length > 0 ? ` // ${plainPassages(why)}` : ""}`;
}
