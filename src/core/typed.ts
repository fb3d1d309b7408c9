import { afterMakers, type Name, type Names, termOf } from "./names.js";
import type { Option, Picks } from "./question.js";
import { type Part, type ShortAnswer, shortAnswer } from "./short-answer.js";
import { slipsBetween } from "./slips.js";
import { joined, keyOfWords, longestTyped, type Word, wordsOf } from "./typed-words.js";

/** How a typed answer was read. */
export type Reading =
  /** `as`: the answer in its author's words, where it was typed by another name or with a slip. */
  { readonly right: true; readonly as: string | null } | { readonly right: false };

const refused: Reading = { right: false };

/** More words are no short answer. */
const mostTyped = 40;

/**
 * Reads what was typed as the answer, if every word of it is accounted for: by a name of each part of the answer, by
 * words that add nothing, and by nothing else. So `X or Y`, `not X` and `X, not Y` are refused without being
 * understood; and so is what is another known term, or comes as near to one.
 */
export function readTyped(said: string, answer: ShortAnswer, names: Names): Reading {
  if (said.length > longestTyped) return refused;
  const typed = wordsOf(said);
  const own = wordsOf(answer.text);
  if (typed.length === 0 || typed.length > mostTyped) return refused;
  if (keyOfWords(typed, "text") === keyOfWords(own, "text")) return { right: true, as: null };
  const terms = new Set(answer.choices.flat().flatMap(({ ways }) => ways.map(({ term }) => term)));
  const reader: Reader = { typed, names, terms, rivals: answer.rivals };
  const covers = answer.choices.flatMap((parts) => coverWith(parts, reader) ?? []);
  const [best] = covers.sort((a, b) => a.slips - b.slips || Number(a.renamed) - Number(b.renamed));
  if (!best) return refused;
  return { right: true, as: best.slips > 0 || best.renamed ? answer.text : null };
}

/** The one option that typed words name; null where they name none, or could name two. */
export function readOption(
  said: string,
  options: readonly Option[],
  names: Names,
): { readonly picks: Picks; readonly as: string | null } | null {
  const read = options.flatMap((_, index) => {
    const form = {
      kind: "choice",
      options: options.map((option, at) => ({ ...option, correct: at === index })),
    } as const;
    const short = shortAnswer(form, names);
    const reading = short && readTyped(said, short, names);
    return reading?.right ? [{ picks: 1 << index, as: reading.as }] : [];
  });
  return read.length === 1 ? (read[0] ?? null) : null;
}

type Reader = {
  readonly typed: readonly Word[];
  readonly names: Names;
  /** Terms of the answer itself. */
  readonly terms: ReadonlySet<number>;
  readonly rivals: readonly Name[];
};

/** `renamed`: by another name than the author's. */
type Cover = { readonly named: number; readonly slips: number; readonly renamed: boolean };

/** The best way to account for every word with every part named; null where there is none. */
function coverWith(parts: readonly Part[], reader: Reader): Cover | null {
  const { typed, names } = reader;
  const all = (1 << parts.length) - 1;
  const reached: Map<number, Cover>[] = typed.map(() => new Map());
  reached.push(new Map());
  keep(reached[0], { named: 0, slips: 0, renamed: false });
  for (const [at] of typed.entries()) {
    for (const cover of reached[at]?.values() ?? []) {
      const rest = afterMakers(typed, at, names);
      if (rest > at) keep(reached[rest], cover);
      if (isFiller(at, reader)) keep(reached[at + 1], cover);
      for (const [nth, { ways }] of parts.entries()) {
        for (const [way, name] of ways.entries()) {
          for (const [end, slips] of endsOf(name, at, reader)) {
            if (isAnother(at, end, slips, name, reader)) continue;
            const renamed = cover.renamed || way > 0;
            keep(reached[end], { named: cover.named | (1 << nth), slips: cover.slips + slips, renamed });
          }
        }
      }
    }
  }
  return reached[typed.length]?.get(all) ?? null;
}

function keep(covers: Map<number, Cover> | undefined, cover: Cover): void {
  const old = covers?.get(cover.named);
  if (!old || cover.slips < old.slips || (cover.slips === old.slips && old.renamed && !cover.renamed)) {
    covers?.set(cover.named, cover);
  }
}

/** Where a name ends that begins here, and with how few slips; words may be parted or joined otherwise. */
function endsOf({ words }: Name, from: number, { typed, names }: Reader): ReadonlyMap<number, number> {
  const reached = Array.from({ length: words.length + 1 }, () => new Map<number, number>());
  const reach = (nth: number, at: number, slips: number) => {
    const row = reached[nth];
    if (slips < (row?.get(at) ?? Number.POSITIVE_INFINITY)) row?.set(at, slips);
  };
  reach(0, from, 0);
  for (const [nth, word] of words.entries()) {
    for (const [at, slips] of reached[nth] ?? []) {
      for (const [taken, whole] of runsAt(typed, at).entries()) {
        const more = slipsBetween(word, whole, names.lexicon);
        if (more !== null) reach(nth + 1, at + taken + 1, slips + more);
      }
      const next = typed[at];
      for (const [taken, whole] of runsAt(words, nth).entries()) {
        if (taken > 0 && (whole.text === next?.text || whole.stem === next?.stem))
          reach(nth + taken + 1, at + 1, slips);
      }
    }
  }
  return reached[words.length] ?? new Map();
}

/** The word that stands here, and as one with the next, and with the next two. */
function runsAt(words: readonly Word[], at: number): readonly Word[] {
  const runs = [1, 2, 3]
    .filter((length) => at + length <= words.length)
    .map((length) => words.slice(at, at + length));
  return runs
    .filter((run) => run.length === 1 || run.every(({ kind }) => kind === "word"))
    .map((run) => (run.length === 1 ? (run[0] as Word) : joined(run)));
}

/** Whether the words from here to there are another term, or a rival, or come as near to one as to the name. */
function isAnother(at: number, end: number, slips: number, name: Name, reader: Reader): boolean {
  const { typed, names, terms, rivals } = reader;
  const span = typed.slice(at, end);
  if (keyOfWords(span, "text") === keyOfWords(name.words, "text")) return false;
  const exactly = termOf(span, names, "text");
  if (exactly !== null && !terms.has(exactly)) return true;
  const others = slips === 0 ? [] : (names.byLetter.get(span[0]?.text[0] ?? "") ?? []);
  return [...rivals, ...others].some(
    (other) =>
      !terms.has(other.term) && (endsOf(other, at, reader).get(end) ?? Number.POSITIVE_INFINITY) <= slips,
  );
}

/** A word that adds nothing here: it is no part of the name of another term. */
function isFiller(at: number, { typed, names, terms }: Reader): boolean {
  const word = typed[at];
  const isLabel = labels.has(word?.text ?? "") && typed[at + 1]?.kind === "number";
  if (!word || (word.kind !== "and" && !fillers.has(word.text) && !isLabel)) return false;
  for (let from = Math.max(0, at - longestNamed); from <= at; from += 1) {
    for (let end = at + 1; end <= Math.min(typed.length, from + longestNamed); end += 1) {
      const named = end - from > 1 ? termOf(typed.slice(from, end), names) : null;
      if (named !== null && !terms.has(named)) return false;
    }
  }
  return true;
}

/** What numbers are called: `port 2049` is 2049. */
const labels: ReadonlySet<string> = new Set(["port", "number", "version", "level", "layer"]);

/** So many words of a name are looked at where one of them adds nothing by itself. */
const longestNamed = 5;

const fillers: ReadonlySet<string> = new Set(
  (
    "a an the use using used with via by through in into on to at it its is i id think guess would be should " +
    "you youd we wed maybe probably perhaps please service services answer"
  ).split(" "),
);
