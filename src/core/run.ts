/** A practice run: when it began and what it is about (a topic, `misses`, or nothing for all). It rides in presses. */
export type Run = { readonly since: Date; readonly topic: string };

/** `kx1f3a~aws/storage`: seconds in base 36; a topic too long for a button is left out. */
export function writeRun({ since, topic }: Run): string {
  const start = Math.floor(since.getTime() / 1000).toString(36);
  return `${start}~${topic.length <= 80 && !topic.includes("\n") ? topic : ""}`;
}

/** Null for what we never wrote. */
export function readRun(words: string): Run | null {
  const match = /^([0-9a-z]{1,8})~(.{0,80})$/.exec(words);
  if (!match) return null;
  return { since: new Date(Number.parseInt(match[1] ?? "", 36) * 1000), topic: match[2] ?? "" };
}
