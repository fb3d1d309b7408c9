import { light } from "./common-words.js";
import { type Mention, mentionsIn, spelling } from "./phrases.js";
import { kinIn, type Section } from "./section.js";
import { stemOf } from "./stem.js";
import type { Word } from "./words.js";

/** Something that a question names, with all that counts for it in the lines. */
export type Wanted = {
  /** The word; null for a phrase of several. */
  readonly word: Word | null;
  /** Stems and meanings that count for it, and how much: 1 for itself, less for its kin. */
  readonly like: ReadonlyMap<string, number>;
  /** Lines that hold it in another spelling: as the words of an acronym, or as two words of one. */
  readonly spelt: readonly number[];
  readonly weight: number;
  /** Whether the heading names it, so that every line is about it. */
  readonly isGiven: boolean;
};

/** How much counts what: tried on notes of several fields; small changes of any of them change little. */
const share = {
  kin: 0.5,
  part: 0.5,
  synonym: 0.5,
  phrase: 0.5,
  withinPhrase: 0.5,
  light: 0.3,
  given: 0.3,
  beside: 0.5,
  code: 1.5,
};

/** A question has fewer words; what is longer is read so far. */
const mostAsked = 300;

/** What a question wants: its words in their order, then the phrases that they make; each thing once. */
export function wantedBy(question: readonly Word[], section: Section): readonly Wanted[] {
  const asked = question.slice(0, mostAsked);
  const isNamed = (stem: string) => asked.some((word) => word.stem === stem || word.parts.includes(stem));
  const given = new Set(section.heading.every(isNamed) ? section.heading : []);
  const mentions = mentionsIn(asked, section.book);
  return [
    ...wantedWords(asked, mentions, section).map((one) => lessIfGiven(one, given.has(one.word?.stem ?? ""))),
    ...wantedPhrases(mentions).map(({ wanted, at, length }) =>
      lessIfGiven(
        wanted,
        asked.slice(at, at + length).every(({ stem }) => given.has(stem)),
      ),
    ),
    ...spelledAcronyms(asked, section),
  ];
}

/** Where a question names the whole heading, that tells no line from another. */
function lessIfGiven(wanted: Wanted, isGiven: boolean): Wanted {
  return isGiven ? { ...wanted, weight: wanted.weight * share.given, isGiven } : wanted;
}

function wantedWords(
  asked: readonly Word[],
  mentions: readonly Mention[],
  section: Section,
): readonly Wanted[] {
  const names = mentions.filter(({ isName, length }) => isName && length > 1);
  const seen = new Set<string>();
  const beside = asked.findIndex(({ low }, at) => at > 0 && besides.has(low));
  return asked.flatMap((word, at): readonly Wanted[] => {
    const { stem, isCommon, isCode } = word;
    if (isCommon || section.book.makers.has(stem) || seen.has(stem)) return [];
    seen.add(stem);
    if (isMeasure(asked, at)) return [];
    const weight =
      (lightStems.has(stem) ? share.light : 1) *
      (isCode ? share.code : 1) *
      (names.some((one) => covers(one, at)) ? share.withinPhrase : 1) *
      (beside >= 0 && at > beside ? share.beside : 1);
    const like = likenesses(word, section);
    for (const one of mentions)
      if (one.at === at && one.length === 1) like.set(one.means, one.isName ? 1 : share.synonym);
    const spelt = speltLines(word, section);
    const isGiven = false;
    if (like.size > 0 || spelt.length > 0) return [{ word, like, spelt, weight, isGiven }];
    return [{ word, like: joined(asked, at, section), spelt: halved(word, section), weight, isGiven }];
  });
}

function wantedPhrases(mentions: readonly Mention[]) {
  const long = mentions.filter(({ length }) => length > 1);
  return long
    .filter(({ means }, nth) => long.findIndex((one) => one.means === means) === nth)
    .map(({ means, isName, at, length }) => {
      const like = new Map([[means, isName ? 1 : share.synonym]]);
      return { at, length, wanted: { word: null, like, spelt: [], weight: share.phrase, isGiven: false } };
    });
}

/** Acronyms of the lines that the question has in words. */
function spelledAcronyms(asked: readonly Word[], { acronyms }: Section): readonly Wanted[] {
  const spelled = new Set<string>();
  for (let from = 0; from < asked.length && acronyms.size > 0; from += 1) {
    let initials = "";
    for (let at = from; at < asked.length && initials.length < longestAcronym; at += 1) {
      initials += asked[at]?.initials ?? "";
      if (acronyms.has(initials)) spelled.add(initials);
    }
  }
  const isMeant = (acronym: string) =>
    spelling(asked, acronym) === 2 && asked.every((word) => word.acronym !== acronym);
  return [...spelled].filter(isMeant).map((acronym) => {
    const like = new Map([[stemOf(acronym), 1]]);
    return { word: null, like, spelt: [], weight: share.phrase, isGiven: false };
  });
}

const longestAcronym = 6;

const lightStems: ReadonlySet<string> = new Set(light.map(stemOf));

/** What follows them is named beside what is asked: `more than the key`, `without a trail`. */
const besides: ReadonlySet<string> = new Set(["than", "besides", "except", "instead", "without", "unlike"]);

const measures: ReadonlySet<string> = new Set("long much many often old big large soon far fast".split(" "));

/** `long` of `how long` asks, and names nothing. */
function isMeasure(asked: readonly Word[], at: number): boolean {
  return asked[at - 1]?.low === "how" && measures.has(asked[at]?.low ?? "");
}

function covers({ at, length }: Mention, place: number): boolean {
  return at <= place && place < at + length;
}

function likenesses({ stem, parts }: Word, section: Section): Map<string, number> {
  const like = new Map<string, number>();
  for (const other of kinIn(section, stem)) like.set(other, share.kin);
  for (const part of parts) if (section.holders.has(part)) like.set(part, share.part);
  if (section.holders.has(stem)) like.set(stem, 1);
  return like;
}

/** Lines that surely spell an acronym; where none does, those that may do so by chance. */
function speltLines({ acronym }: Word, { lines }: Section): readonly number[] {
  if (acronym === null) return [];
  const spelt = lines.map(({ words }) => spelling(words, acronym));
  const surest = Math.max(1, ...spelt);
  return spelt.flatMap((one, at) => (one === surest ? [at] : []));
}

/** A word that no line holds may stand there as one with its neighbour: `time out` is `timeout` there. */
function joined(asked: readonly Word[], at: number, { holders }: Section): ReadonlyMap<string, number> {
  const [before = "", own = "", after = ""] = [asked[at - 1]?.low, asked[at]?.low, asked[at + 1]?.low];
  const stems = [stemOf(before + own), stemOf(own + after)];
  return new Map(stems.flatMap((stem) => (holders.has(stem) ? [[stem, 1] as const] : [])));
}

const shortestHalf = 3;
const longestWhole = 24;

/** Or as two words: `failover` is `fails over` there. */
function halved({ low }: Word, { lines, holders }: Section): readonly number[] {
  if (low.length > longestWhole) return [];
  const found: number[] = [];
  for (let cut = shortestHalf; cut <= low.length - shortestHalf; cut += 1) {
    const left = stemOf(low.slice(0, cut));
    if (!holders.has(left)) continue;
    const right = stemOf(low.slice(cut));
    for (const [line, { words }] of lines.entries())
      if (words.some(({ stem }, nth) => stem === left && words[nth + 1]?.stem === right)) found.push(line);
  }
  return [...new Set(found)];
}
