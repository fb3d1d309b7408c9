const aDay = 24 * 3_600_000;
const most = 20_000;

/** Remembers ids for a day, so that what Slack delivers twice is done once. */
export function openSeen(clock: () => Date): { isNew(id: string): boolean } {
  const seen = new Map<string, number>();
  return {
    isNew(id) {
      const now = clock().getTime();
      const before = seen.get(id);
      if (before !== undefined && Math.abs(now - before) < aDay) return false;
      seen.delete(id);
      seen.set(id, now);
      const [oldest] = seen.keys();
      if (seen.size > most && oldest !== undefined) seen.delete(oldest);
      return true;
    },
  };
}
