import type { BankEntry } from "./bank.js";
import { topicTitle } from "./bank.js";
import type { QuestionId, TopicId } from "./ids.js";
import { orderOptions } from "./option-order.js";
import { type Passage, type Prose, plainPassages } from "./prose.js";
import { isCorrect, keyMask, type Option, type Picks, type Question, type Source } from "./question.js";

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
  /** Keys that held before the author corrected them, oldest first: an answer that matches one stays right. */
  readonly former?: readonly Picks[];
};

/**
 * By the key, or by one that held before. Where one letter was all that could be picked and the corrected key has
 * several, one of them is as right as anybody could be.
 */
export function isRight({ form, former = [] }: Pick<Asked, "form" | "former">, picks: Picks): boolean {
  if (form.kind !== "choice") return false;
  if (isCorrect(form.options, picks) || former.includes(picks)) return true;
  const alone = isOne(former[0] ?? 0) && isOne(picks);
  return alone && [keyMask(form.options), ...former].some((key) => (picks & key) !== 0);
}

const isOne = (picks: Picks) => picks !== 0 && (picks & (picks - 1)) === 0;

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
