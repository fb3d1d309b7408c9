import type { ReadLine, Section } from "./section.js";
import type { Wanted } from "./wanted.js";

/** BM25: how soon saying a word again stops to count, and how much a long line must say more. */
const bm25 = { saturation: 1.2, length: 0.3 };

/** Words that stand together in the question and in the line. */
const together = { share: 0.25, distance: 3 };

/** How much of what is wanted each line holds; words that few lines hold weigh more. */
export function weighLines(wanted: readonly Wanted[], section: Section): readonly number[] {
  const scores = section.lines.map(() => 0);
  let before: Found | null = null;
  for (const one of wanted) {
    const found = findIn(section, one);
    for (let at = 0; at < scores.length; at += 1) {
      const value = found.values[at] ?? 0;
      if (value === 0) continue;
      scores[at] = (scores[at] ?? 0) + value;
      if (!before || before.values[at] === 0 || !standTogether(section.lines[at] as ReadLine, before, found))
        continue;
      scores[at] = (scores[at] ?? 0) + together.share * (before.rarity + found.rarity);
    }
    before = one.word ? found : null;
  }
  return scores;
}

/** What each line holds of something wanted, and how rare that is. */
type Found = Pick<Wanted, "like"> & { readonly values: readonly number[]; readonly rarity: number };

function findIn({ lines, holders, meanLength }: Section, { like, spelt, weight }: Wanted): Found {
  const values = lines.map(() => 0);
  let rarity = 0;
  const put = (line: number, rare: number, times: number) => {
    const { saturation, length } = bm25;
    const size = 1 - length + (length * (lines[line]?.length ?? 1)) / meanLength;
    const value = (rare * times * (saturation + 1)) / (times + saturation * size);
    if (value > (values[line] ?? 0)) values[line] = value;
  };
  for (const [what, much] of like) {
    const held = holders.get(what) ?? [];
    const others = much === 1 ? spelt.filter((line) => !isHeld(held, line)) : none;
    const rare = weight * much * rarityOf(held.length / 2 + others.length, lines.length);
    rarity = Math.max(rarity, rare);
    for (let at = 0; at < held.length; at += 2) put(held[at] ?? 0, rare, held[at + 1] ?? 1);
    for (const line of others) put(line, rare, 1);
  }
  if (rarity === 0) for (const line of spelt) put(line, weight * rarityOf(spelt.length, lines.length), 1);
  return { like, values, rarity };
}

const none: readonly number[] = [];

function isHeld(held: readonly number[], line: number): boolean {
  for (let at = 0; at < held.length; at += 2) if (held[at] === line) return true;
  return false;
}

function rarityOf(holders: number, lines: number): number {
  return Math.log(1 + (lines - holders + 0.5) / (holders + 0.5));
}

function standTogether({ words }: ReadLine, one: Found, next: Found): boolean {
  for (let at = 0; at < words.length; at += 1) {
    if (!one.like.has(words[at]?.stem ?? "")) continue;
    for (let step = 1; step <= together.distance; step += 1)
      if (next.like.has(words[at + step]?.stem ?? "")) return true;
  }
  return false;
}
