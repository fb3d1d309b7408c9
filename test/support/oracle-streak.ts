/** What RULES §3 makes of a member's days, run by run instead of day by day. */
export type StreakByRuns = {
  readonly current: number;
  readonly longest: number;
  readonly freezes: number;
  readonly states: readonly string[];
};

/**
 * Only answered and missed days matter. A run of answers lengthens the streak and earns a freeze at every multiple of
 * five that it passes; a run of misses is frozen whole where the freezes suffice, and else ends the streak and costs
 * no freeze at all.
 */
export function streakByRuns(days: readonly string[]): StreakByRuns {
  const states = [...days];
  const counting = [...days.keys()].filter((at) => days[at] === "answered" || days[at] === "missed");
  let [current, longest, freezes] = [0, 0, 0];
  while (counting.length > 0) {
    const kind = days[counting[0] ?? 0];
    const end = counting.findIndex((at) => days[at] !== kind);
    const run = counting.splice(0, end === -1 ? counting.length : end);
    if (kind === "answered") {
      if (longest === 0) freezes = 2;
      const earned = Math.floor((current + run.length) / 5) - Math.floor(current / 5);
      freezes = Math.min(2, freezes + earned);
      current += run.length;
      longest = Math.max(longest, current);
    } else if (current > 0 && run.length <= freezes) {
      freezes -= run.length;
      for (const at of run) states[at] = "frozen";
    } else {
      current = 0;
    }
  }
  return { current, longest, freezes, states };
}

/** RULES §4 and glossary: the sums of a ledger, by picking out what is counted. */
export function sumsOf(days: readonly { day: string; state: string; right: boolean; graded: boolean }[]) {
  const answered = days.filter((day) => day.state === "answered");
  return {
    answered: answered.length,
    graded: answered.filter((day) => day.graded).length,
    right: answered.filter((day) => day.right).length,
    due: days.filter((day) => day.state === "answered" || day.state === "missed").length,
  };
}
