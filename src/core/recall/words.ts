import { common } from "./common-words.js";
import { stemOf } from "./stem.js";

/** A word of a text, as it is compared. */
export type Word = {
  /** As it is written. */
  readonly raw: string;
  /** In small letters, without accents and joints: `Fan-out` is `fanout`. */
  readonly low: string;
  readonly stem: string;
  /** Stems of what a compound is made of: `fan-out`, `secretOptions`; empty for others. */
  readonly parts: readonly string[];
  /** First letters of what hyphens part, in small letters: `dl` of `dead-letter`. */
  readonly initials: string;
  /** Whether every text is full of it. */
  readonly isCommon: boolean;
  /** Whether it has figures, capitals or signs inside, as names have that are rare and meant. */
  readonly isCode: boolean;
  /** Whether it begins with a capital. */
  readonly isCapital: boolean;
  /** The acronym that it is, in small letters: `vlan` for `VLANs`; null for other words. */
  readonly acronym: string | null;
};

/** The words of a text, in order. Scripts that set no spaces between words are taken two letters at a time. */
export type ReadWords = (text: string) => readonly Word[];

const plainWord = /\w+(?:[-@.'’]\w+)*/g;
const anyWord = /[\p{L}\p{M}\p{N}_]+(?:[-@.'’][\p{L}\p{M}\p{N}_]+)*/gu;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** So many words are kept in mind: most texts say the same few thousand. */
const mostKnown = 10_000;

/** A reader of words that looks at each word once, however often texts say it. */
export function wordReader(): ReadWords {
  const known = new Map<string, Word>();
  const look = (raw: string) => {
    const met = known.get(raw);
    if (met) return met;
    if (known.size >= mostKnown) known.clear();
    const word = toWord(raw);
    known.set(raw, word);
    return word;
  };
  return (text) => {
    if (isPlain(text)) return (text.match(plainWord) ?? []).map(look);
    const pieces = withoutAccents(text).match(anyWord) ?? [];
    return pieces.flatMap((raw) => (unspaced.test(raw) ? pairsOf(raw) : [raw])).map(look);
  };
}

/** Whether its letters are those of English; signs such as dashes and quotation marks may be others. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 127 && (code < 0x2000 || code > 0x206f)) return false;
  }
  return true;
}

/** So that `Schläuche` begins as `Schlauch` does. */
function withoutAccents(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
}

function pairsOf(raw: string): readonly string[] {
  const letters = [...raw];
  return letters.length < 3 ? [raw] : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}

function toWord(written: string): Word {
  if (/^[a-z]+$/.test(written)) return smallWord(written);
  const raw = written.replace(/['’]s$/, "");
  const { capital, code, short, hump } = isPlain(raw) ? english : other;
  const small = raw.toLowerCase();
  const isJoint = /[-@.'’_]/.test(raw);
  const acronym = short.test(raw) ? raw.replace(/s$/, "").toLowerCase() : null;
  const word = smallWord(isJoint ? small.replace(/[-@.'’_]/g, "") : small);
  return {
    ...word,
    raw,
    stem: acronym === null ? word.stem : stemOf(acronym),
    parts: isJoint || raw.search(hump) >= 0 ? partsOf(raw.replace(hump, "$1-$2")) : none,
    ...(isJoint ? { initials: initialsOf(small) } : {}),
    isCode: code.test(raw),
    isCapital: capital.test(raw),
    acronym,
  };
}

const english = {
  capital: /^[A-Z]/,
  code: /[A-Za-z][A-Z]|[\d_@]/,
  short: /^[A-Z][A-Z\d]{1,5}s?$/,
  hump: /([a-z])([A-Z])/g,
};
const other = {
  capital: /^\p{Lu}/u,
  code: /\p{L}\p{Lu}|[\p{N}_@]/u,
  short: /^\p{Lu}[\p{Lu}\p{N}]{1,5}s?$/u,
  hump: /(\p{Ll})(\p{Lu})/gu,
};

function smallWord(low: string): Word {
  const isCommon = common.has(low);
  return {
    raw: low,
    low,
    stem: isCommon ? low : (numerals.get(low) ?? stemOf(low)),
    parts: none,
    initials: isCommon ? "" : low.slice(0, 1),
    isCommon,
    isCode: false,
    isCapital: false,
    acronym: null,
  };
}

function initialsOf(small: string): string {
  return common.has(small) ? "" : small.split(/[-_]/).reduce((all, piece) => all + piece.slice(0, 1), "");
}

function partsOf(raw: string): readonly string[] {
  const parts = raw.toLowerCase().split(/[-@._]+/);
  if (parts.length < 2) return none;
  return parts.filter((part) => part !== "" && !/^\d+$/.test(part) && !common.has(part)).map(stemOf);
}

const none: readonly string[] = [];

/** Numbers in letters are the same words as in figures; `one` is seldom a number. */
const numerals: ReadonlyMap<string, string> = new Map(
  "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    .split(" ")
    .map((word, at) => [word, String(at + 2)] as const)
    .concat([
      ["thirty", "30"],
      ["forty", "40"],
      ["fifty", "50"],
      ["sixty", "60"],
      ["hundred", "100"],
      ["thousand", "1000"],
    ]),
);
