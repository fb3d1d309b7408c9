import type { Word } from "./typed-words.js";

/** What tells a slip of the pen from another word. */
export type Lexicon = {
  /** Words that are known: one of them is itself, never a slip for another. */
  readonly known: ReadonlySet<string>;
  /** `inbound`, `outbound`; `hyper-`, `hypo-`: the one is no slip for the other. */
  readonly pairs: readonly (readonly string[])[];
};

/**
 * How many slips make the one word of the other; null where it is another word. Up to four letters none are forgiven,
 * up to seven one, above that two, and none in a number or an acronym.
 */
export function slipsBetween(meant: Word, typed: Word, lexicon: Lexicon): number | null {
  if (meant.kind !== typed.kind) return null;
  if (meant.text === typed.text || meant.stem === typed.stem) return 0;
  if (meant.exact || typed.exact) return null;
  const most = forgiven(meant.text);
  if (most === 0 || !beginsAlike(meant.text, typed.text)) return null;
  if (lexicon.known.has(typed.text) || lexicon.known.has(typed.stem)) return null;
  const slips = Math.min(distance(meant.text, typed.text, most), distance(meant.stem, typed.stem, most));
  return slips <= most && !isTurned(meant.text, typed.text, slips, lexicon.pairs) ? slips : null;
}

function forgiven(text: string): number {
  const { length } = text;
  return length <= 4 ? 0 : length <= 7 ? 1 : 2;
}

/** The first letter stands, or has changed places with the second: `asymmetric` is no slip for `symmetric`. */
function beginsAlike(meant: string, typed: string): boolean {
  return meant[0] === typed[0] || (meant[0] === typed[1] && meant[1] === typed[0]);
}

/** Whether what was typed comes nearer to the word's other side, `outbound`, than to the word. */
function isTurned(meant: string, typed: string, slips: number, pairs: Lexicon["pairs"]): boolean {
  return pairs.some((pair) =>
    pair.some((side) =>
      pair.some((other) => {
        const turned = side === other ? null : turn(meant, side, other);
        return turned !== null && distance(turned, typed, slips) < slips;
      }),
    ),
  );
}

/** The word with one side put in the other's place; null where it has not that side. */
function turn(word: string, side: string, other: string): string | null {
  if (side.endsWith("-")) {
    const start = side.slice(0, -1);
    return word.startsWith(start) ? other.replace(/-$/, "") + word.slice(start.length) : null;
  }
  if (side.startsWith("-")) {
    const end = side.slice(1);
    return word.endsWith(end) ? word.slice(0, word.length - end.length) + other.replace(/^-/, "") : null;
  }
  return word === side ? other : null;
}

/** Letters left out, added, changed, or swapped with the next; more than `most` is told as one more than that. */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const row = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[at - 1] === other[to - 1];
      let least = Math.min((last[to] ?? 0) + 1, (row[to - 1] ?? 0) + 1, (last[to - 1] ?? 0) + (same ? 0 : 1));
      const swapped = one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
      if (at > 1 && to > 1 && swapped) least = Math.min(least, (before[to - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[other.length] ?? most + 1;
}
