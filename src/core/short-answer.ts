import type { Asked } from "./asked.js";
import { afterMakers, type Name, type Names, nameAt } from "./names.js";
import { type Passage, plain } from "./prose.js";
import { type Word, wordsOf } from "./typed-words.js";

/** One thing that must be named, and every way to name it. The first way is the author's. */
export type Part = { readonly ways: readonly Name[] };

/** A right answer that can be typed. */
export type ShortAnswer = {
  /** As the author wrote it. */
  readonly text: string;
  /** Any of these will do: `TCP or UDP` are two. Of each, every part must be named, in any order. */
  readonly choices: readonly (readonly Part[])[];
  /** What it must not be read for: the other options, in words, each as a term of no list. */
  readonly rivals: readonly Name[];
};

/** The answer of a question that can be typed: a term, a few words, `A and B`; null for sentences and long ones. */
export function shortAnswer(form: Asked["form"], names: Names): ShortAnswer | null {
  if (form.kind === "recall") return form.answer && fromWords(form.answer, [], names);
  const right = form.options.filter((option) => option.correct);
  const [key] = right;
  if (!key || right.length > 1 || form.options.some((option) => option.origin === "drafted")) return null;
  const others = form.options.filter((option) => !option.correct).map(({ body }) => lineOf(body) ?? "");
  return pointing.test(lineOf(key.body) ?? "") ? null : fromWords(key.body, others, names);
}

/** Whether an answer can be typed at all. */
export function canType(form: Asked["form"], names: Names): boolean {
  return shortAnswer(form, names) !== null;
}

/** An option that is nothing without the others. */
const pointing = /^(?:all|none|both|neither|either|only)\b/i;

/** So many characters may an answer have, so many words where it is no term, and so many parts of so many each. */
const [longest, mostWords, mostParts, mostPartWords] = [60, 4, 3, 2];

function fromWords(body: readonly Passage[], others: readonly string[], names: Names): ShortAnswer | null {
  const text = lineOf(body);
  if (text === null || text.length > longest || isSentence(text)) return null;
  const pieces = piecesOf(wordsOf(text), names);
  const either = splitAt(pieces, "or");
  const both = splitAt(pieces, "and");
  const choices =
    either.length > 1 && both.length > 1 ? [[pieces]] : either.map((one) => splitAt(one, "and"));
  const every = choices.flat();
  const most = every.length > 1 ? mostPartWords : mostWords;
  if (every.some((part) => part.length === 0 || (part.length > 1 && wordsIn(part) > most))) return null;
  if (choices.length > mostParts || choices.some((parts) => parts.length > mostParts)) return null;
  const rivals = others.map((other): Name => ({ term: -2, words: wordsOf(other) }));
  const named = choices.map((parts) => parts.map((part) => ({ ways: waysOf(part, names) })));
  return {
    text,
    choices: [...named, ...besides(text, names)],
    rivals: rivals.filter(({ words }) => words.length > 0),
  };
}

/** The one line of it; null where there is more than a line of prose. */
function lineOf(body: readonly Passage[]): string | null {
  const [only] = body;
  if (body.length !== 1 || only?.kind !== "prose") return null;
  const line = plain(only.prose).replace(/\s+/g, " ").trim();
  return line === "" ? null : line.replace(/[.:;,]$/, "");
}

/** A verb makes a sentence, and so does a full stop before more. */
function isSentence(text: string): boolean {
  return (
    /[.!?;:]\s/.test(text) ||
    /\b(?:is|are|was|were|be|been|has|have|had|can|cannot|could|may|might|must|should|will|would|does|do|did|needs?|isn|aren|don|doesn)\b/i.test(
      text,
    )
  );
}

/** A known term with all its names, or a word that is none. */
type Piece = { readonly term: number; readonly words: readonly Word[] };

function piecesOf(words: readonly Word[], names: Names): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < words.length; ) {
    const named = nameAt(words, at, names);
    const length = named?.length ?? 1;
    const rest = named ? at : afterMakers(words, at, names);
    if (rest > at) at = rest;
    else {
      const piece = { term: named?.term ?? -1, words: words.slice(at, at + length) };
      if (piece.term >= 0 ? pieces.at(-1)?.term !== piece.term : !articles.has(piece.words[0]?.text ?? ""))
        pieces.push(piece);
      at += length;
    }
  }
  return pieces;
}

const articles: ReadonlySet<string> = new Set(["a", "an", "the", "use", "using"]);

function wordsIn(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { words }) => sum + words.length, 0);
}

function splitAt(pieces: readonly Piece[], word: "and" | "or"): readonly (readonly Piece[])[] {
  const parts: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.term < 0 && piece.words[0]?.text === word) parts.push([]);
    else parts.at(-1)?.push(piece);
  }
  return parts;
}

/** More than this are not tried: no answer of a few words has so many names. */
const mostWays = 200;

function waysOf(pieces: readonly Piece[], names: Names): readonly Name[] {
  const term = pieces.length === 1 ? (pieces[0]?.term ?? -1) : -1;
  let ways: readonly (readonly Word[])[] = [[]];
  for (const piece of pieces) {
    const called = [piece.words, ...(names.ofTerm[piece.term] ?? []).map(({ words }) => words)];
    ways = ways.flatMap((start) => called.map((end) => [...start, ...end])).slice(0, mostWays);
  }
  const initials = term < 0 ? initialsOf(ways[0] ?? []) : null;
  return [...ways, ...(initials ? [initials] : [])].map((words) => ({ term, words }));
}

/** `NFS` for `Network File System`, where the answer is no known term. */
function initialsOf(words: readonly Word[]): readonly Word[] | null {
  if (words.length < 3 || words.some(({ kind }) => kind !== "word")) return null;
  return wordsOf(words.map(({ text }) => [...text][0]?.toUpperCase()).join(""));
}

/** `Network File System (NFS)`: either will do where the one is the other's acronym. */
function besides(text: string, names: Names): readonly (readonly Part[])[] {
  const found = /^([^()]+)\(([^()]+)\)$/.exec(text);
  const [outside, inside] = [wordsOf(found?.[1] ?? ""), wordsOf(found?.[2] ?? "")];
  if (!isAcronymOf(outside, inside) && !isAcronymOf(inside, outside)) return [];
  return [outside, inside].map((words) => [{ ways: waysOf(piecesOf(words, names), names) }]);
}

function isAcronymOf(short: readonly Word[], long: readonly Word[]): boolean {
  const initials = long
    .filter(({ text }) => !articles.has(text))
    .map(({ text }) => text[0] ?? "")
    .join("");
  return short.length === 1 && initials.length > 1 && short[0]?.text === initials;
}
