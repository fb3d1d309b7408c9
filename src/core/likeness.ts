export function normal(text: string): string {
  return text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
}

export function words(text: string): Set<string> {
  return new Set(normal(text).match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** What both hold, of all that either holds; 1 for two empty ones. */
export function share(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 && other.size === 0) return 1;
  let both = 0;
  for (const word of one) if (other.has(word)) both += 1;
  return both / (one.size + other.size - both);
}

/** Of the letters of words that differ, how many may be mistyped. */
const mistyped = 0.4;

/** What only one of the two holds is nearly what only the other holds: `file system` and `filesystem`. */
export function differBySlips(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const left = [...one].filter((word) => !other.has(word)).join("");
  const right = [...other].filter((word) => !one.has(word)).join("");
  return distance(left, right) <= Math.max(left.length, right.length) * mistyped;
}

/** Letters to add, drop or change: Levenshtein's distance. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (let to = 0; to < other.length; to += 1) {
      const change = (row[to] ?? 0) + (letter === other[to] ? 0 : 1);
      next.push(Math.min(change, (row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
