import type { QuestionId, TopicId } from "./ids.js";
import type { Passage, Prose } from "./prose.js";

/** One possible answer of a choice, in the author's order. */
export type Option = {
  readonly body: readonly Passage[];
  readonly correct: boolean;
  /** `drafted`: made by us, waiting for an author's yes. */
  readonly origin: "authored" | "drafted";
  /** Why it holds or fails; empty where the notes do not say. */
  readonly why: readonly Passage[];
};

/** How a question is answered. */
export type Form =
  | { readonly kind: "choice"; readonly options: readonly Option[] }
  /**
   * See the answer, then grade yourself; `lines` of the notes are those that answer it, best first. Neither answer nor
   * lines: no answer is known, and none is guessed.
   */
  | { readonly kind: "recall"; readonly answer: readonly Passage[] | null; readonly lines: readonly Prose[] };

/** Where in the notes a question stands. */
export type Source = {
  /** Path below the notes' root, with forward slashes. */
  readonly file: string;
  /** First line of the question, counted from 1. */
  readonly line: number;
  /** Last line that belongs to it. */
  readonly end: number;
  /** Headings above it, outermost first: `["Storage", "EFS"]`. */
  readonly headings: readonly string[];
  /** Where the same lines can be read on the web, where the settings say it. */
  readonly web?: string;
  /** The author's `Source:` link to the documentation. */
  readonly url?: string;
};

/** Prompt, form, explanation, and the place in the notes that it came from. */
export type Question = {
  readonly id: QuestionId;
  readonly topic: TopicId;
  /** The author's title; no part of the prompt. */
  readonly title: string | null;
  readonly prompt: readonly Passage[];
  readonly form: Form;
  /** Why the key holds; empty where the notes do not say. */
  readonly explanation: readonly Passage[];
  /** Lines of the section it stands in, quoted beside the verdict; in file order. */
  readonly notes: readonly Prose[];
  readonly source: Source;
  readonly from: "options" | "scenario" | "recall list" | "card";
};

/** A set of picked options as a bit mask: option 0 is 1, option 1 is 2, option 2 is 4. */
export type Picks = number;

/** The bit mask of the options that are right. */
export function keyMask(options: readonly { readonly correct: boolean }[]): Picks {
  return options.reduce((mask, option, index) => (option.correct ? mask | (1 << index) : mask), 0);
}

/** Right only if the picked set is exactly the key. */
export function isCorrect(options: readonly { readonly correct: boolean }[], picks: Picks): boolean {
  return picks === keyMask(options);
}

/** Whether as many are picked as are right: fewer or more are not sent yet. */
export function isComplete(options: readonly { readonly correct: boolean }[], picks: Picks): boolean {
  const picked = options.filter((_, index) => picks & (1 << index)).length;
  return picked === options.filter((option) => option.correct).length;
}

/** Whether more than one option must be picked. */
export function choosesSeveral(options: readonly { readonly correct: boolean }[]): boolean {
  return options.filter((option) => option.correct).length > 1;
}

/** Whether there is anything to show for it: options, an answer, or lines of the notes that may answer it. */
export function hasAnswer({ form }: Question): boolean {
  return form.kind === "choice" || form.answer !== null || form.lines.length > 0;
}
