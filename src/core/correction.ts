import type { Asked } from "./asked.js";
import type { BankEntry } from "./bank.js";
import { type Passage, plainPassage } from "./prose.js";
import { keyMask, type Option, type Question } from "./question.js";
import { type Answer, judge } from "./round.js";

/**
 * The frozen copy with the key that the notes give now; null where no mark moved, or where more than the marks did:
 * that is another question. Reasons come along, since the old ones speak for the old key. Drafted options have no key.
 */
export function correctKey(asked: Asked, { question, version }: Omit<BankEntry, "retired">): Asked | null {
  if (asked.form.kind !== "choice" || question.form.kind !== "choice") return null;
  if (!readsTheSame(asked, question)) return null;
  const { options } = asked.form;
  const now = new Map(question.form.options.map((option) => [reading(option.body), option]));
  const corrected = options.map((option): Option => {
    const { correct, why, origin } = now.get(reading(option.body)) ?? option;
    return { ...option, correct, why, origin };
  });
  if ([...options, ...corrected].some((option) => option.origin === "drafted")) return null;
  const before = keyMask(options);
  if (keyMask(corrected) === before) return null;
  return {
    ...asked,
    version,
    form: { kind: "choice", options: corrected },
    explanation: question.explanation,
    notes: question.notes,
    source: question.source,
    former: [...new Set([...(asked.former ?? []), before])],
  };
}

/** Prompt and options in the same words, whatever their order and marks; not where two options cannot be told apart. */
export function readsTheSame(
  one: Pick<Asked, "prompt" | "form">,
  other: Pick<Question, "prompt" | "form">,
): boolean {
  if (one.form.kind !== "choice" || other.form.kind !== "choice") return false;
  if (reading(one.prompt) !== reading(other.prompt)) return false;
  const [ones, others] = [one.form.options, other.form.options].map(
    (options) => new Set(options.map((option) => reading(option.body))),
  ) as [Set<string>, Set<string>];
  const same = ones.size === one.form.options.length && others.size === other.form.options.length;
  return same && ones.size === others.size && [...ones].every((words) => others.has(words));
}

/** Whether an answer that was not right is right by the corrected key. */
export function gains(
  corrected: Asked,
  { right, answer }: { right: boolean | null; answer: Answer },
): boolean {
  return right === false && judge(corrected, answer) === true;
}

/** What is read: words, code to the letter, and which pictures; bold or a link changes nothing of it. */
export function reading(passages: readonly Passage[]): string {
  return passages.map(readingOf).join("\n\n");
}

function readingOf(passage: Passage): string {
  if (passage.kind === "code") return passage.code;
  const words = plainPassage(passage).normalize("NFC").replace(/\s+/g, " ").trim();
  return passage.kind === "image" ? `${words} ${passage.url}` : words;
}
