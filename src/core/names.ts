import type { Lexicon } from "./slips.js";
import type { Terms } from "./terms.js";
import { keyOfWords, type Word, wordsOf } from "./typed-words.js";

/** One name of a term, in words; `term` is its place in the list, below 0 for words that are no term's. */
export type Name = { readonly term: number; readonly words: readonly Word[] };

/** Every name of a field, ready to be looked up. */
export type Names = {
  /** Without the plural of the last word, and to the letter. */
  readonly byStem: ReadonlyMap<string, number>;
  readonly byText: ReadonlyMap<string, number>;
  /** The names of each term, its own first. */
  readonly ofTerm: readonly (readonly Name[])[];
  /** By the first letter, as slips leave it alone but for a swap with the second. */
  readonly byLetter: ReadonlyMap<string, readonly Name[]>;
  readonly makers: ReadonlySet<string>;
  readonly lexicon: Lexicon;
};

const made = new WeakMap<Terms, Names>();

/** Made once for each `Terms`. */
export function namesOf(terms: Terms): Names {
  const names = made.get(terms) ?? makeNames(terms);
  made.set(terms, names);
  return names;
}

/** The longest name that begins at a word, and how many words it takes. */
export function nameAt(
  words: readonly Word[],
  from: number,
  names: Names,
): { readonly term: number; readonly length: number } | null {
  for (let length = Math.min(longestName, words.length - from); length > 0; length -= 1) {
    const term = names.byStem.get(keyOfWords(words.slice(from, from + length), "stem"));
    if (term !== undefined) return { term, length };
  }
  return null;
}

/** Which term words name, from the first to the last of them and with makers before it or without; null where none. */
export function termOf(words: readonly Word[], names: Names, by: "text" | "stem" = "stem"): number | null {
  const found = (by === "text" ? names.byText : names.byStem).get(keyOfWords(words, by));
  if (found !== undefined) return found;
  const rest = afterMakers(words, 0, names);
  return rest === 0 || rest === words.length ? null : termOf(words.slice(rest), names, by);
}

/** The term that was typed by any of its names, as the list calls it; null where that is how it was typed, or for no term. */
export function readAsTerm(said: string, terms: Terms): string | null {
  const words = wordsOf(said);
  const name = terms.terms[termOf(words, namesOf(terms)) ?? -1]?.name ?? null;
  return name === null || keyOfWords(wordsOf(name), "text") === keyOfWords(words, "text") ? null : name;
}

/** Where the words go on after the names of makers. */
export function afterMakers(words: readonly Word[], from: number, { makers }: Names): number {
  for (let length = longestMaker; length > 0; length -= 1) {
    if (from + length <= words.length && makers.has(keyOfWords(words.slice(from, from + length), "text")))
      return from + length;
  }
  return from;
}

/** How names are known, whatever their capitals, hyphens and plurals: two with one key are one name. */
export function keysOfNames(makers: readonly string[]): (name: string) => string {
  const keys = makerKeys(makers);
  const found = new Map<string, string>();
  return (name) => {
    const key = found.get(name) ?? keyOfWords(withoutMaker(wordsOf(name), keys), "stem");
    found.set(name, key);
    return key;
  };
}

/** Words of a name, and of a maker's. */
const [longestName, longestMaker] = [12, 3];

function makeNames(terms: Terms): Names {
  const makers = makerKeys(terms.makers);
  const [byStem, byText] = [new Map<string, number>(), new Map<string, number>()];
  const byLetter = new Map<string, Name[]>();
  const known = new Set<string>();
  const ofTerm = terms.terms.map(({ name, aliases }, term) =>
    [name, ...aliases].map((called): Name => {
      const words = withoutMaker(wordsOf(called), makers);
      for (const [index, by] of [
        [byStem, "stem"],
        [byText, "text"],
      ] as const) {
        const key = keyOfWords(words, by);
        if (!index.has(key)) index.set(key, term);
      }
      for (const letter of new Set([...(words[0]?.text.slice(0, 2) ?? "")])) {
        const list = byLetter.get(letter) ?? [];
        list.push({ term, words });
        byLetter.set(letter, list);
      }
      for (const word of words) if (word.text.length > 4) known.add(word.text).add(word.stem);
      return { term, words };
    }),
  );
  return { byStem, byText, ofTerm, byLetter, makers, lexicon: { known, pairs: terms.pairs } };
}

function makerKeys(makers: readonly string[]): ReadonlySet<string> {
  return new Set(makers.map((maker) => keyOfWords(wordsOf(maker), "text")));
}

/** `AWS Config` is `Config` too; but `AWS managed key` is not `managed key`: small letters go on with the maker's name. */
function withoutMaker(words: readonly Word[], makers: ReadonlySet<string>): readonly Word[] {
  const rest = afterMakers(words, 0, { makers } as Names);
  const next = words[rest];
  return rest === 0 || next === undefined || /^\p{Ll}/u.test(next.raw) ? words : words.slice(rest);
}
