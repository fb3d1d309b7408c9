/** Keeps calls within what Slack allows, so that a 429 is rare, and is obeyed where it comes. */
export type Pace = {
  /** Milliseconds until this may be called; 0: now, and it is counted. */
  wait(what: string, share?: Share): number;
  /** Slack asked for so many milliseconds. */
  bar(what: string, milliseconds: number): void;
};

/** At most `most` calls of its kind in a minute. */
export type Share = { readonly kind: string; readonly most: number };

/** `chat.update`: fifty a minute. Counts leave room for reveals. */
export const edits = { tally: { kind: "edit", most: 30 }, reveal: { kind: "edit", most: 46 } } as const;

/** A clock that is set back ends every wait. */
export function openPace(clock: () => Date): Pace {
  const barred = new Map<string, { readonly at: number; readonly for: number }>();
  const calls = new Map<string, readonly number[]>();
  const isWithin = (at: number, now: number, most: number) => now >= at && now - at < most;
  return {
    wait(what, share) {
      const now = clock().getTime();
      const bar = barred.get(what);
      if (bar && isWithin(bar.at, now, bar.for)) return bar.at + bar.for - now;
      barred.delete(what);
      if (!share) return 0;
      const lately = (calls.get(share.kind) ?? []).filter((at) => isWithin(at, now, aMinute));
      const [oldest] = lately;
      const isFull = lately.length >= share.most && oldest !== undefined;
      calls.set(share.kind, isFull ? lately : [...lately, now]);
      return isFull ? oldest + aMinute - now : 0;
    },
    bar(what, milliseconds) {
      barred.set(what, { at: clock().getTime(), for: milliseconds });
    },
  };
}

const aMinute = 60_000;
