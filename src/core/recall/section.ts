import { type Prose, plain } from "../prose.js";
import { mentionsIn, type Phrasebook } from "./phrases.js";
import type { Word } from "./words.js";

/** A line of the notes, with what it stands under: bullets that it is nested in, headings below its topic's. */
export type Line = {
  readonly prose: Prose;
  readonly under: readonly string[];
  /** Whether it only names what the bullets below it are about. */
  readonly isLabel: boolean;
};

/** The lines of a section, made ready for any number of questions. */
export type Section = {
  readonly lines: readonly ReadLine[];
  /** For each stem and each meaning of the phrasebook: a line that holds it, how often, the next line, how often. */
  readonly holders: ReadonlyMap<string, readonly number[]>;
  /** Stems by their first four letters. */
  readonly kin: ReadonlyMap<string, readonly string[]>;
  /** Acronyms that stand in the lines, in small letters. */
  readonly acronyms: ReadonlySet<string>;
  /** Stems of the heading: what all lines are about. */
  readonly heading: readonly string[];
  readonly meanLength: number;
  /** How many words all lines have. */
  readonly size: number;
  readonly book: Phrasebook;
};

export type ReadLine = {
  readonly text: string;
  readonly words: readonly Word[];
  /** How many words tell something, and the stems of the first three. */
  readonly length: number;
  readonly first: readonly string[];
  readonly isLabel: boolean;
};

/** A word of what a line stands under counts as this part of a word of its own. */
const shareOfContext = 0.6;

export function readSection(lines: readonly Line[], heading: string, book: Phrasebook): Section {
  const index = makeIndex();
  const acronyms = new Set<string>();
  const read = lines.map(({ prose, under, isLabel }, at): ReadLine => {
    const text = plain(prose);
    const words = book.wordsOf(text);
    for (const { stem, parts, acronym } of words) {
      index.hold(stem, at, 1);
      for (const part of parts) if (part !== stem) index.hold(part, at, 1);
      if (acronym !== null) acronyms.add(acronym);
    }
    for (const { means } of mentionsIn(words, book)) index.hold(means, at, 1);
    for (const one of under)
      for (const { stem, isCommon } of book.wordsOf(one)) if (!isCommon) index.hold(stem, at, shareOfContext);
    const telling = words.filter(({ isCommon }) => !isCommon);
    const first = telling.slice(0, 3).map(({ stem }) => stem);
    return { text, words, length: Math.max(1, telling.length), first, isLabel };
  });
  const tells = ({ stem, isCommon }: Word) => !isCommon && !book.makers.has(stem);
  return {
    lines: read,
    holders: index.holders,
    kin: kinOf(index.holders.keys()),
    acronyms,
    heading: book
      .wordsOf(heading)
      .filter(tells)
      .map(({ stem }) => stem),
    meanLength: read.reduce((sum, { length }) => sum + length, 0) / Math.max(1, read.length),
    size: read.reduce((sum, { words }) => sum + words.length, 0),
    book,
  };
}

/** Lines are to be added in their order. */
function makeIndex() {
  const holders = new Map<string, number[]>();
  const hold = (what: string, line: number, times: number) => {
    const held = holders.get(what);
    if (!held) holders.set(what, [line, times]);
    else if (held.at(-2) === line) held[held.length - 1] = (held.at(-1) ?? 0) + times;
    else held.push(line, times);
  };
  return { holders, hold };
}

const beginning = 4;

function kinOf(stems: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const kin = new Map<string, string[]>();
  for (const stem of stems) {
    if (stem.length < beginning) continue;
    const first = stem.slice(0, beginning);
    const others = kin.get(first);
    if (others) others.push(stem);
    else kin.set(first, [stem]);
  }
  return kin;
}

/** Stems that begin alike and part only at the end, in any language: `subscrib` and `subscriber`, `schlauch` and `schlauche`. */
export function kinIn({ kin }: Section, stem: string): readonly string[] {
  return (kin.get(stem.slice(0, beginning)) ?? []).filter((other) => other !== stem && areKin(stem, other));
}

function areKin(one: string, other: string): boolean {
  const longest = Math.max(one.length, other.length);
  let same = beginning;
  while (same < longest && one[same] === other[same]) same += 1;
  return same >= longest * 0.6 && longest - same <= 5;
}
