import type { Terms } from "../terms.js";
import { type ReadWords, type Word, wordReader } from "./words.js";

/** The names and synonyms of a field, ready to be found in a text. */
export type Phrasebook = {
  readonly wordsOf: ReadWords;
  /** Stems of makers' names: `Amazon` says nothing that the product's name does not. */
  readonly makers: ReadonlySet<string>;
  /** Phrases by the stem that they begin with. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
};

type Phrase = { readonly stems: readonly string[]; readonly means: string; readonly isName: boolean };

/** A phrase of the book that stands in a text. */
export type Mention = {
  /** The same for all that mean the same. */
  readonly means: string;
  /** A name or an alias of a term; else a synonym. */
  readonly isName: boolean;
  /** Index of its first word, and how many words it has. */
  readonly at: number;
  readonly length: number;
};

/** Made once for each set of terms, when it is first needed. */
export function phrasebookOf(terms: Terms): Phrasebook {
  const before = made.get(terms);
  if (before) return before;
  const book = makePhrasebook(terms);
  made.set(terms, book);
  return book;
}

const made = new WeakMap<Terms, Phrasebook>();

function makePhrasebook({ makers, terms, synonyms }: Terms): Phrasebook {
  const wordsOf = wordReader();
  const phrases = new Map<string, Phrase[]>();
  const add = (words: string, means: string, isName: boolean) => {
    const stems = wordsOf(words).map(({ stem }) => stem);
    const [first] = stems;
    if (first === undefined) return;
    const others = phrases.get(first);
    const phrase = { stems, means, isName };
    if (others) others.push(phrase);
    else phrases.set(first, [phrase]);
  };
  for (const [at, { name, aliases }] of terms.entries())
    if (aliases.length > 0) for (const one of [name, ...aliases]) add(one, `term ${at}`, true);
  for (const [at, group] of synonyms.entries()) for (const one of group) add(one, `like ${at}`, false);
  const single = makers.map((maker) => wordsOf(maker)).filter((words) => words.length === 1);
  return { makers: new Set(single.flat().map(({ stem }) => stem)), phrases, wordsOf };
}

/** Every phrase that stands in a text; of those with one meaning that begin at one place the longest. */
export function mentionsIn(words: readonly Word[], { phrases }: Phrasebook): readonly Mention[] {
  if (phrases.size === 0) return [];
  const found: Mention[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const here = found.length;
    for (const { stems, means, isName } of phrases.get(words[at]?.stem ?? "") ?? none) {
      if (!stems.every((one, nth) => words[at + nth]?.stem === one)) continue;
      const mention = { means, isName, at, length: stems.length };
      const other = found.findIndex((one, nth) => nth >= here && one.means === means);
      if (other < 0) found.push(mention);
      else if (mention.length > (found[other]?.length ?? 0)) found[other] = mention;
    }
  }
  return found;
}

const none: readonly Phrase[] = [];

/**
 * How surely words spell an acronym by their first letters, one after another. 2: with capitals, or with the acronym
 * beside them, as in `Network File System` and `uninterruptible power supply (UPS)`, or half of it in them, as in
 * `virtual LAN`. 1: by their letters alone. 0: not at all. Words that every text is full of may stand between.
 */
export function spelling(words: readonly Word[], acronym: string): 0 | 1 | 2 {
  let surest: 0 | 1 | 2 = 0;
  for (let at = 0; at < words.length && surest < 2; at += 1) {
    const { initials } = words[at] as Word;
    if (initials === "" || !acronym.startsWith(initials)) continue;
    const found = spellingAt(words, at, acronym);
    if (found > surest) surest = found;
  }
  return surest;
}

function spellingAt(words: readonly Word[], from: number, acronym: string): 0 | 1 | 2 {
  let letters = 0;
  let capitals = 0;
  let at = from;
  for (; at < words.length && letters < acronym.length; at += 1) {
    const { low, initials, isCapital, isCommon } = words[at] as Word;
    if (letters > 0 && isCapital && low === acronym.slice(letters)) return 2;
    if (initials !== "" && acronym.startsWith(initials, letters)) {
      letters += initials.length;
      capitals += isCapital ? initials.length : 0;
    } else if (!isCommon) return 0;
  }
  if (letters < acronym.length || at - from < 2) return 0;
  if (capitals === letters || words[at]?.low === acronym || words[at + 1]?.low === acronym) return 2;
  return letters > 2 ? 1 : 0;
}
