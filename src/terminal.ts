/** Words of people on one line of a terminal: without control characters, and nothing that turns or hides what follows. */
export function harmless(words: string): string {
  return words.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").replace(/\p{Cf}/gu, "");
}

/** Whether lines can be written out as they stand, tabs and line ends of either kind included. */
export function isHarmless(lines: string): boolean {
  return !/(?![\t\n]|\r\n)[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(lines);
}

/** One argument for a shell. */
export function forShell(words: string): string {
  return /^[\w./@:+-]+$/.test(words) ? words : `'${words.replaceAll("'", "'\\''")}'`;
}
