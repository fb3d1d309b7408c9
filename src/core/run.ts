/** A practice run: when it began and what it is about (a topic, `misses`, or nothing for all). It rides in presses. */
export type Run = { readonly since: Date; readonly topic: string };

/** Whether it keeps to a topic: else it is about all, or about what was missed. */
export const isOfTopic = ({ topic }: Run) => topic !== "" && topic !== "misses";

/** A card in a run; `reviews`: how often it was graded when it was put, so that an old screen is known as one. */
export type RunCard = Run & { readonly reviews: number | null };

/** `mg5x2k1c.2~aws/storage`: milliseconds and reviews in base 36. */
export function writeRun({ since, topic, reviews = null }: Run & Partial<RunCard>): string {
  const count = reviews === null ? "" : `.${reviews.toString(36)}`;
  return `${nameOf({ since })}${count}~${topicInPress(topic)}`;
}

/** A topic too long for a button is cut, not through a letter: its beginning still finds it, where none would be everything. */
export function topicInPress(topic: string): string {
  return topic.slice(0, 80).replace(/[\ud800-\udbff]$/, "");
}

/** Null for what we never wrote. */
export function readRun(words: string): RunCard | null {
  const match = /^([0-9a-z]{1,9})(?:\.([0-9a-z]{1,5}))?~(.{0,80})$/.exec(words);
  if (!match) return null;
  const reviews = match[2] === undefined ? null : Number.parseInt(match[2], 36);
  return { since: new Date(Number.parseInt(match[1] ?? "", 36)), topic: match[3] ?? "", reviews };
}

/** Whether words that `writeRun` wrote are of this run, whatever card they name. */
export function isOfRun(words: string | null, run: Run): boolean {
  const read = words === null ? null : readRun(words);
  return read !== null && writeRun({ ...read, reviews: null }) === writeRun({ ...run, reviews: null });
}

/** What the words of all cards of a run begin with. */
export function nameOf({ since }: Pick<Run, "since">): string {
  return since.getTime().toString(36);
}
