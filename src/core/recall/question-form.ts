import type { ReadLine, Section } from "./section.js";
import type { Wanted } from "./wanted.js";
import type { ReadWords, Word } from "./words.js";

/** What a line gains by its form, as a share of its score. */
export type Rule = (line: ReadLine, at: number) => number;

/** The rules that a question calls for by its form, whatever it is about. They know English; others are left to words. */
export function rulesFor(
  asked: readonly Word[],
  wanted: readonly Wanted[],
  { lines, book }: Section,
): readonly Rule[] {
  const lows = asked.map(({ low }) => low);
  const called = forms.filter(({ asks }) => asks(lows));
  const subject = subjectOf(lows, wanted);
  const spelt = asksForWords(lows) ? wanted.flatMap((one) => one.spelt) : [];
  return [
    (line) => (beginsWith(line, wanted) ? gains.begins : 0),
    (line) => called.reduce((sum, { gain, fits }) => sum + (fits(line) ? gain : 0), 0),
    ...(subject.length > 0 ? [defines(subject, lines.length, book.wordsOf)] : []),
    (_, at) => (spelt.includes(at) ? gains.spells : 0),
  ];
}

const gains = { begins: 0.2, defines: 1, early: 0.5, spells: 1 };

/** What sort of answer some words ask for, what a line gains that has one, and how to see it. */
type Form = {
  readonly asks: (words: readonly string[]) => boolean;
  readonly gain: number;
  readonly fits: (line: ReadLine) => boolean;
};

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));
const anyOf = (words: string) => {
  const known = set(words);
  return (lows: readonly string[]) => lows.some((low) => known.has(low));
};
const how = (words: string) => {
  const known = set(words);
  return (lows: readonly string[]) => lows.some((low, at) => lows[at - 1] === "how" && known.has(low));
};
const says = (words: string) => {
  const known = set(words);
  return ({ words }: ReadLine) => words.some(({ low }) => known.has(low));
};

const saysHowOften = says("once twice daily nightly weekly hourly monthly yearly every each always never");
const saysContrast = says("while whereas but unlike instead rather than however only both");

const forms: readonly Form[] = [
  { asks: how("long soon"), gain: 1, fits: saysHowLong },
  { asks: how("often frequently"), gain: 1, fits: (line) => saysHowLong(line) || saysHowOften(line) },
  {
    asks: how("many much big large small far fast high low hot cold wide deep heavy old"),
    gain: 0.5,
    fits: ({ words }) => words.some(({ low }) => isAmount(low)),
  },
  {
    asks: anyOf("when whenever"),
    gain: 0.25,
    fits: says(
      "when whenever once after before until till while during soon immediately first later now then",
    ),
  },
  {
    asks: anyOf("why reason purpose"),
    gain: 0.3,
    fits: says("because since so therefore reason otherwise or hence thus due"),
  },
  {
    asks: how("do does did can could to is are should would must"),
    gain: 0.2,
    fits: ({ words }) => words[0]?.low === "to" || words.some(({ low }) => ways.has(low)),
  },
  {
    asks: anyOf("difference differ differs different compare versus vs distinguish"),
    gain: 0.3,
    fits: (line) => line.text.includes(";") || saysContrast(line),
  },
  {
    asks: anyOf("should recommended recommend better best advisable alternative prefer preferred"),
    gain: 0.5,
    fits: says(
      "should recommended recommend recommends better best prefer preferred instead avoid never must consider simpler easier not",
    ),
  },
];

const ways = set("by using via");
const units = set(
  "ms millisecond milliseconds second seconds minute minutes hour hours day days night nights week weeks month months year years",
);
const amounts = set(
  "a an half two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred thousand",
);

function isAmount(low: string): boolean {
  return /\d/.test(low) || (low.length > 2 && amounts.has(low));
}

/** `24 hours`, `half an hour`, `overnight`. */
function saysHowLong({ words }: ReadLine): boolean {
  return words.some(({ low }, at) => {
    if (low === "overnight" || low === "forever") return true;
    if (!units.has(low)) return false;
    return [words[at - 1], words[at - 2]].some(
      (near) => near && (/\d/.test(near.low) || amounts.has(near.low)),
    );
  });
}

/** Whether one of the first words that tell something is asked for. */
function beginsWith({ first }: ReadLine, wanted: readonly Wanted[]): boolean {
  return first.some((stem) => wanted.some((one) => !one.isGiven && one.like.get(stem) === 1));
}

/** What is to be defined: all that `What is X?` and `Describe X` name, the first of `What is X, and how …?`; else nothing. */
function subjectOf(lows: readonly string[], wanted: readonly Wanted[]): readonly Wanted[] {
  const [first = "", second = "", third = ""] = lows;
  if (first === "describe" || first === "explain" || first === "define") return wanted;
  if (first !== "what") return [];
  const last = lows.at(-1) ?? "";
  if (/^do(?:es)?$/.test(second) && (last === "do" || last === "mean")) return wanted;
  if (!/^(?:is|are|was|were)$/.test(second) || third === "the") return [];
  if (lows.slice(2, 8).some((low) => low === "and" || low === "how")) return wanted.slice(0, 2);
  return wanted.length <= 4 ? wanted : [];
}

/** One sentence of it begins with the subject; of several such lines the first was written to introduce it. */
function defines(subject: readonly Wanted[], lines: number, wordsOf: ReadWords): Rule {
  return ({ text }, at) => {
    const begins = text.split(/[.!?:;]\s/).some((sentence) => beginsWithName(wordsOf(sentence), subject));
    return (begins ? gains.defines : 0) + gains.early * (1 - at / lines);
  };
}

/** Within the first word, or the first few where a name of several begins. */
function beginsWithName(words: readonly Word[], subject: readonly Wanted[]): boolean {
  const name = determiners.has(words[0]?.low ?? "") ? words.slice(1, 5) : words.slice(0, 4);
  for (const { stem, isCapital } of name) {
    if (subject.some(({ like }) => like.has(stem))) return true;
    if (!isCapital) return false;
  }
  return false;
}

const determiners = set("a an the our your this each every");

/** `What does X stand for?` */
function asksForWords(lows: readonly string[]): boolean {
  return (
    (lows.includes("for") && (lows.includes("stand") || lows.includes("short"))) ||
    lows.includes("abbreviation") ||
    lows.includes("acronym")
  );
}
