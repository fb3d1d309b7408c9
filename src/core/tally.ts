/** How a message's count stands against the truth. Instants, and numbers of answers. */
export type Counted = {
  readonly answers: number;
  readonly shown: number;
  readonly postedAt: Date | null;
  readonly editedAt: Date | null;
};

/**
 * Whether the count may be edited now: first two seconds after the first answer, then at most every 5 s up to ten
 * answers, every 15 s up to fifty, every minute beyond; at once where the clock has gone back behind the last edit.
 * Edits are for the eye; private replies go first.
 */
export function isTallyDue({ answers, shown, postedAt, editedAt }: Counted, now: Date): boolean {
  if (answers === shown) return false;
  const last = editedAt ?? postedAt;
  if (last === null || last > now) return true;
  return now.getTime() - last.getTime() >= pause(answers, editedAt === null);
}

function pause(answers: number, first: boolean): number {
  if (first) return 2_000;
  if (answers <= 10) return 5_000;
  return answers <= 50 ? 15_000 : 60_000;
}
