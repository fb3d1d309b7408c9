import type { BankEntry } from "./bank.js";
import { topicTitle } from "./bank.js";
import type { QuestionId, TopicId } from "./ids.js";
import { orderOptions } from "./option-order.js";
import { type Passage, type Prose, plainPassages } from "./prose.js";
import type { Option, Question, Source } from "./question.js";

/**
 * The frozen copy of what was asked: prompt, options in their shuffled order, key. Editing the notes at noon changes
 * nothing under people's fingers.
 */
export type Asked = {
  readonly question: QuestionId;
  readonly version: number;
  readonly topic: TopicId;
  readonly topicTitle: string;
  readonly prompt: readonly Passage[];
  readonly form:
    | { readonly kind: "choice"; readonly options: readonly Option[] }
    | { readonly kind: "recall"; readonly answer: readonly Passage[] | null };
  readonly explanation: readonly Passage[];
  readonly notes: readonly Prose[];
  readonly source: Source;
};

/** Freezes a question as the bank holds it now; the seed is the sentence of the round or ask. */
export function freeze({ question, version }: BankEntry, seed: string): Asked {
  return {
    question: question.id,
    version,
    topic: question.topic,
    topicTitle: topicTitle(question),
    prompt: question.prompt,
    form:
      question.form.kind === "choice"
        ? { kind: "choice", options: orderOptions(question, seed) }
        : { kind: "recall", answer: question.form.answer },
    explanation: question.explanation,
    notes: question.form.kind === "recall" ? question.form.lines : question.notes,
    source: question.source,
  };
}

/** Prompt and options together, in characters: what every platform can show in one message. */
export const longestDaily = 3500;

/** Whether prompt and options fit the smallest limit of the platforms. */
export function fitsDaily(question: Question): boolean {
  const options = question.form.kind === "choice" ? question.form.options : [];
  const length = [question.prompt, ...options.map((option) => option.body)]
    .map((passages) => plainPassages(passages).length)
    .reduce((sum, part) => sum + part, 0);
  return length <= longestDaily;
}
