import { plainPassages } from "../core/prose.js";
import type { Question } from "../core/question.js";
import { type Problem, quoted } from "./problem.js";

/**
 * Questions that are the same are kept once. The same prompt with another key is an error that names both places; both
 * stay, because nobody but their author can say which is right.
 */
export function dropDuplicates(questions: readonly Question[]): {
  readonly questions: readonly Question[];
  readonly problems: readonly Problem[];
} {
  const alike = new Map<string, Question[]>();
  const problems: Problem[] = [];
  const kept = questions.filter((question) => {
    const key = promptKey(question);
    const others = alike.get(key);
    if (!others) {
      alike.set(key, [question]);
      return true;
    }
    const answers = answersOf(question);
    const twin = others.find((other) => answersOf(other) === answers);
    if (twin) problems.push(sameTwice(question, twin));
    if (twin) return false;
    const against = others.find((other) => contradicts(other, question) || contradicts(question, other));
    if (against) problems.push(twoKeys(question, against));
    if (others.length < mostCompared) others.push(question);
    return true;
  });
  return { questions: kept, problems };
}

/** A prompt that stands in a thousand questions, such as “What does this print?”, is not compared a million times. */
const mostCompared = 20;

/** What makes two prompts one: the words and the code; for a recall list also the topic, which its questions lean on. */
function promptKey({ prompt, from, topic }: Question): string {
  return `${from === "recall list" ? topic : ""}\n${folded(plainPassages(prompt))}`;
}

/** Whether what is right in one is wrong in the other. */
function contradicts(one: Question, other: Question): boolean {
  const right = rightOf(one);
  if (right.length === 0) return false;
  if (other.form.kind === "recall")
    return one.form.kind === "recall" && rightOf(other).length > 0 && right[0] !== rightOf(other)[0];
  const wrong = other.form.options.flatMap((option) =>
    option.correct ? [] : [folded(plainPassages(option.body))],
  );
  return right.some((words) => wrong.includes(words));
}

function rightOf({ form }: Question): readonly string[] {
  if (form.kind === "recall") return form.answer ? [folded(plainPassages(form.answer))] : [];
  return form.options.flatMap((option) => (option.correct ? [folded(plainPassages(option.body))] : []));
}

function answersOf({ form }: Question): string {
  if (form.kind === "recall") return form.answer ? folded(plainPassages(form.answer)) : "";
  return form.options
    .map((option) => `${option.correct ? "+" : "-"} ${folded(plainPassages(option.body))}`)
    .toSorted()
    .join("\n");
}

/** A lone space is left as it stands: to replace each is most of the work. */
function folded(words: string): string {
  return words
    .normalize("NFC")
    .toLowerCase()
    .replace(/\s{2,}|[^\S ]/g, " ");
}

function sameTwice(question: Question, first: Question): Problem {
  const { file, line } = question.source;
  const message = `${quoted(plainPassages(question.prompt))} stands at ${placeOf(first)} already, so it is read once. Remove one of the two.`;
  return { file, line, severity: "warning", code: "duplicate", message };
}

function twoKeys(question: Question, first: Question): Problem {
  const { file, line } = question.source;
  const message = `${quoted(plainPassages(question.prompt))} has another answer at ${placeOf(first)}. Find out which is right and correct or remove the other.`;
  return { file, line, severity: "error", code: "other-key", message };
}

function placeOf({ source }: Question): string {
  return `${source.file}:${source.line}`;
}
