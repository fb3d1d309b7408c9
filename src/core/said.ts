import type { Action } from "./action.js";
import type { Ask } from "./ask.js";
import type { Grade } from "./card.js";
import { lettersIn } from "./letters.js";
import { choosesSeveral } from "./question.js";
import { distance } from "./slips.js";
import { longestTyped } from "./typed-words.js";

/** What words said to the bot alone mean to the newest question that was put there. */
export type Said =
  | { readonly kind: "action"; readonly action: Action }
  /** How the card was known: the press needs to know how often it was graded before. */
  | { readonly kind: "grade"; readonly grade: Grade }
  /** The run is to end here. */
  | { readonly kind: "stop" }
  /** Letters that the question does not have; `last`: the index of its last one. */
  | { readonly kind: "no such letter"; readonly last: number }
  /** Words of another button, while the question waits for its answer. */
  | { readonly kind: "not answered" }
  /** Letters, but nothing waits for any. */
  | { readonly kind: "nothing waits" };

/**
 * Letters answer, `show`, `good`, `next` and `stop` do what buttons do; null for words that mean nothing to a question.
 * A grade turns the card over first: nobody grades what they have not seen.
 */
export function readSaid(words: string, ask: Ask | null): Said | null {
  if (words.length > longestTyped) return null;
  const said = words
    .trim()
    .toLowerCase()
    .replace(/[.!]+$/, "")
    .replaceAll("’", "'");
  if (stops.has(said) && ask?.purpose === "practice" && ask.run !== null) return { kind: "stop" };
  const letters = lettersIn(said);
  if (!ask) return letters ? { kind: "nothing waits" } : null;
  if (ask.attempt) return readAfter(said, ask, letters !== null);
  const isControl = nexts.has(said) || shows.has(said) || grades.includes(said) || selfGrades.has(said);
  const meant = ask.asked.form.kind === "recall" ? readTurning(said, ask) : readLetters(said, ask, letters);
  return meant ?? (isControl ? { kind: "not answered" } : null);
}

/** The question is answered. */
function readAfter(said: string, { key, purpose, run, attempt }: Ask, isLetters: boolean): Said | null {
  if (nexts.has(said) && run !== null) {
    const kind = purpose === "quiz" ? "next question" : "next card";
    return { kind: "action", action: { kind, words: run } };
  }
  if (attempt?.answer.kind === "shown" && attempt.selfGrade === null) {
    if (had.has(said)) return { kind: "action", action: { kind: "had it", key } };
    if (hadNot.has(said)) return { kind: "action", action: { kind: "not this time", key } };
  }
  return isLetters || nexts.has(said) ? { kind: "nothing waits" } : null;
}

function readTurning(said: string, { key, purpose, run, turned }: Ask): Said | null {
  const isCard = purpose === "practice" && run !== null;
  const grade = grades.indexOf(said) + 1;
  if (grade > 0 && turned && isCard) return { kind: "grade", grade: grade as Grade };
  const turns = shows.has(said) || unknowns.has(said) || (grade > 0 && isCard);
  return turns ? { kind: "action", action: { kind: "show", key } } : null;
}

function readLetters(said: string, { key, asked }: Ask, letters: readonly number[] | null): Said | null {
  if (unknowns.has(said)) return { kind: "action", action: { kind: "unknown", key } };
  const options = asked.form.kind === "choice" ? asked.form.options : [];
  if (!letters || (letters.length > 1 && !choosesSeveral(options))) return null;
  const last = options.length - 1;
  if (letters.some((at) => at > last)) return { kind: "no such letter", last };
  const picks = letters.reduce((mask, at) => mask | (1 << at), 0);
  const kind = choosesSeveral(options) ? "submit" : "pick";
  return { kind: "action", action: { kind, key, picks } };
}

/** A slip of the pen in a word that is said to the bot: `stopp` is no answer. */
export function isNearControl(words: string): boolean {
  const said = words.trim().toLowerCase();
  return controls.some((word) => distance(word, said, 1) === 1);
}

const grades = ["again", "hard", "good", "easy"];
const nexts: ReadonlySet<string> = new Set(["next", "skip"]);
const stops: ReadonlySet<string> = new Set(["stop", "end", "enough"]);
const had: ReadonlySet<string> = new Set(["had it", "i had it", "yes"]);
const hadNot: ReadonlySet<string> = new Set(["not this time", "no"]);
/** Of these, what is no answer: yes and no may be. */
const selfGrades: ReadonlySet<string> = new Set(["had it", "i had it", "not this time"]);
const shows: ReadonlySet<string> = new Set(["show", "show the answer", "turn over"]);
const controls = ["again", "good", "easy", "hard", "next", "skip", "stop", "enough", "show", "dunno"];
const unknowns: ReadonlySet<string> = new Set(["?", "i don't know", "don't know", "dunno", "idk"]);
