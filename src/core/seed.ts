/**
 * Chance that repeats: a seed is a sentence about the thing (`round aws/efs 2026-03-10`), so nothing random is
 * ever stored.
 */
export function shuffle<Item>(items: readonly Item[], seed: string): Item[] {
  const next = dice(seed);
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other] as Item, mixed[last] as Item];
  }
  return mixed;
}

/** One of the items; undefined where there is none. */
export function pick<Item>(items: readonly Item[], seed: string): Item | undefined {
  return items[Math.floor(dice(seed)() * items.length)];
}

/** A sentence as 64 bits in base 36: at most 13 characters, the same for the same sentence for ever. */
export function fingerprint(sentence: string): string {
  const [high, low] = hash(sentence);
  return ((BigInt(high) << 32n) | BigInt(low)).toString(36);
}

/** Numbers in [0, 1) that follow from the seed: mulberry32, public domain, by Tommy Ettinger. */
function dice(seed: string): () => number {
  let state = hash(seed)[1];
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Two halves of 32 bits: cyrb53's mixing, public domain, by bryc. */
function hash(sentence: string): readonly [high: number, low: number] {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let at = 0; at < sentence.length; at += 1) {
    const unit = sentence.charCodeAt(at);
    one = Math.imul(one ^ unit, 2_654_435_761);
    two = Math.imul(two ^ unit, 1_597_334_677);
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(two ^ (two >>> 13), 3_266_489_909);
  two = Math.imul(two ^ (two >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  return [two >>> 0, one >>> 0];
}
