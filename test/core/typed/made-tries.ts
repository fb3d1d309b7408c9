import { keysOfNames } from "../../../src/core/names.js";
import { pick } from "../../../src/core/seed.js";
import type { Terms } from "../../../src/core/terms.js";

/** A try whose label follows from how it was made. */
export type MadeTry = {
  readonly answer: string;
  readonly said: string;
  readonly right: boolean;
  readonly how: string;
};

/** Tries over every term of a field, the same each time: names in all kinds of dress, slips, siblings, and mixtures. */
export function madeTries(terms: Terms): readonly MadeTry[] {
  const key = keysOfNames(terms.makers);
  const namesOf = new Map(terms.terms.map(({ name, aliases }) => [name, [name, ...aliases]]));
  const owner = new Map(
    terms.terms.flatMap(({ name, aliases }) => [name, ...aliases].map((each) => [key(each), name])),
  );
  const tries: MadeTry[] = [];
  for (const { name, aliases } of terms.terms) {
    const add = (how: string, right: boolean, said: string) => {
      const named = owner.get(key(said));
      if (right ? named === undefined || named === name : named !== name)
        tries.push({ answer: name, said, right, how });
    };
    for (const called of [name, ...aliases]) {
      for (const [how, dressed] of dresses(called, terms.makers)) add(how, true, dressed);
      for (const slip of slipsOf(called, 3)) add("slip", true, slip);
      for (const slip of slipsOf(called, 1, 8))
        for (const two of slipsOf(slip, 1, 7)) add("two slips", true, two);
      for (const less of shorter(called)) add("a word left out", false, less);
      for (const other of otherNumbers(called)) add("another number", false, other);
    }
    const siblings = [...new Set(terms.families.filter((family) => family.includes(name)).flat())].filter(
      (one) => one !== name,
    );
    for (const sibling of siblings) {
      for (const called of namesOf.get(sibling) ?? []) {
        for (const [, dressed] of dresses(called, terms.makers).slice(0, 4)) add("sibling", false, dressed);
        for (const slip of slipsOf(called, 3)) add("sibling with a slip", false, slip);
      }
      add("one or the other", false, `${name} or ${sibling}`);
      add("one, not the other", false, `${sibling}, not ${name}`);
      add("both", false, `${name} and ${sibling}`);
    }
    add("negated", false, `not ${name}`);
    add("negated", false, `anything but ${aliases[0] ?? name}`);
    for (let nth = 0; nth < 8; nth += 1) {
      const other = pick(terms.terms, `other ${name} ${nth}`);
      const called = other && pick([other.name, ...other.aliases], `${name} ${nth}`);
      if (!called || other.name === name || siblings.includes(other.name)) continue;
      add("another term", false, called);
      for (const slip of slipsOf(called, 1)) add("another term with a slip", false, slip);
    }
  }
  return tries;
}

function dresses(name: string, makers: readonly string[]): readonly (readonly [how: string, said: string])[] {
  const maker = pick(makers, `maker ${name}`) ?? "";
  const last = name.split(" ").at(-1) ?? "";
  return [
    ["as it is", name],
    ["small", name.toLowerCase()],
    ["capitals", name.toUpperCase()],
    ["maker", /^(?:[a-z]|AWS|Amazon)/.test(name) ? `  ${name}!` : `${maker} ${name}`],
    ["hyphens", name.replaceAll("-", " ")],
    ["words joined", name.replaceAll("-", "")],
    ["article", `the ${name}`],
    ["a sentence", `I think it is ${name}.`],
    ...(/[a-rt-xz]$/.test(last) ? [["plural", `${name}s`] as const] : []),
  ];
}

/** One slip each in a word of so many letters, wherever in it, the first letter too; the words take turns. */
function slipsOf(name: string, count: number, least = 5): readonly string[] {
  const words = [...name.matchAll(/\p{Lu}?\p{Ll}+/gu)].filter(([text]) => text.length >= least);
  return words.length === 0
    ? []
    : Array.from({ length: count }, (_, nth) => {
        const word = words[nth % words.length];
        const [text, from] = [word?.[0] ?? "", word?.index ?? 0];
        return name.slice(0, from) + withSlip(text, `slip ${name} ${nth}`) + name.slice(from + text.length);
      });
}

/** A letter left out, put in, changed, doubled, or swapped with the next. */
function withSlip(text: string, seed: string): string {
  const at = Number(pick(Object.keys([...text]), seed));
  const letter = pick([..."abcdefghijklmnopqrstuvwxyz"], `${seed} letter`) ?? "";
  const [start, here, next, end] = [
    text.slice(0, at),
    text[at] ?? "",
    text[at + 1] ?? "",
    text.slice(at + 2),
  ];
  const made = [
    start + next + end,
    start + letter + here + next + end,
    start + letter + next + end,
    start + here + here + next + end,
    start + next + here + end,
  ];
  return pick(made, `${seed} kind`) ?? text;
}

function shorter(name: string): readonly string[] {
  const words = name.split(" ");
  return words.length < 2 ? [] : words.map((_, at) => words.toSpliced(at, 1).join(" "));
}

function otherNumbers(name: string): readonly string[] {
  return [...name.matchAll(/\d/g)].map(
    ({ index, 0: digit }) => name.slice(0, index) + ((Number(digit) + 1) % 10) + name.slice(index + 1),
  );
}
