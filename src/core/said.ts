import type { Action } from "./action.js";
import type { Ask } from "./ask.js";
import type { Grade } from "./card.js";
import { lettersIn } from "./letters.js";
import { choosesSeveral } from "./question.js";

/** What words said to the bot alone mean to the newest question that was put there. */
export type Said =
  | { readonly kind: "action"; readonly action: Action }
  /** How the card was known: the press needs to know how often it was graded before. */
  | { readonly kind: "grade"; readonly grade: Grade }
  /** Letters that the question does not have; `last`: the index of its last one. */
  | { readonly kind: "no such letter"; readonly last: number }
  /** Letters, but nothing waits for any. */
  | { readonly kind: "nothing waits" };

/** Letters answer, `show`, `good` and `next` do what their buttons do; null for words that mean nothing to a question. */
export function readSaid(words: string, ask: Ask | null): Said | null {
  const said = words
    .trim()
    .toLowerCase()
    .replace(/[.!]+$/, "")
    .replaceAll("’", "'");
  if (said === "next" && ask?.attempt && ask.run !== null) {
    const kind = ask.purpose === "quiz" ? "next question" : "next card";
    return { kind: "action", action: { kind, words: ask.run } };
  }
  const letters = lettersIn(said);
  if (!ask || ask.attempt) return letters ? { kind: "nothing waits" } : null;
  const { key, asked } = ask;
  if (asked.form.kind === "recall") {
    const grade = grades.indexOf(said) + 1;
    if (grade > 0 && ask.purpose === "practice") return { kind: "grade", grade: grade as Grade };
    const turns = shows.has(said) || unknowns.has(said);
    return turns ? { kind: "action", action: { kind: "show", key } } : null;
  }
  if (unknowns.has(said)) return { kind: "action", action: { kind: "unknown", key } };
  const { options } = asked.form;
  if (!letters || (letters.length > 1 && !choosesSeveral(options))) return null;
  const last = options.length - 1;
  if (letters.some((at) => at > last)) return { kind: "no such letter", last };
  const picks = letters.reduce((mask, at) => mask | (1 << at), 0);
  const kind = choosesSeveral(options) ? "submit" : "pick";
  return { kind: "action", action: { kind, key, picks } };
}

const grades = ["again", "hard", "good", "easy"];
const shows: ReadonlySet<string> = new Set(["show", "show the answer", "turn over"]);
const unknowns: ReadonlySet<string> = new Set(["?", "i don't know", "don't know", "dunno", "idk"]);
