const epoch = 1_420_070_400_000n;

/** Makes ids as Discord does: the time in the upper bits, a number that never repeats in the lower 22. */
export function snowflakes(now: () => Date): () => string {
  let made = 0n;
  return () => {
    made += 1n;
    return String((stamp(now()) << 22n) | (made & 0x3fffffn));
  };
}

/** When an id was made, in milliseconds since 1970. */
export function instantOf(id: string): number {
  return Number((BigInt(id) >> 22n) + epoch);
}

/** Older ids first. */
export function byId(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

function stamp(at: Date): bigint {
  const past = BigInt(Math.floor(at.getTime())) - epoch;
  return past > 0n ? past : 0n;
}
