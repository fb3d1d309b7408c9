import type { Day } from "./calendar.js";
import type { DayState } from "./message.js";

/** Where a member's streak stands after some days. */
export type Streak = {
  readonly current: number;
  readonly longest: number;
  readonly freezes: number;
  /** Missed days in a row that freezes have carried so far: they come back if the gap outruns them. */
  readonly gap: number;
};

/** A channel's day as it was for one member, before freezes. */
export type LedgerDay = {
  readonly day: Day;
  readonly state: Exclude<DayState, "frozen">;
  readonly right?: boolean;
};

/** One line per day, with the streak after it. */
export type LedgerLine = {
  readonly day: Day;
  readonly state: DayState;
  readonly right?: boolean;
  readonly streak: number;
  readonly note?: "freezes granted" | "freeze earned" | "freeze spent" | "freezes returned";
};
export type Ledger = { readonly lines: readonly LedgerLine[]; readonly streak: Streak };

export const noStreak: Streak = { current: 0, longest: 0, freezes: 0, gap: 0 };

/** At most so many freezes are held, and the first answer grants as many. */
export const mostFreezes = 2;
const daysPerFreeze = 5;

/** The forward fold over the channel's days, oldest first, from the member's first answer. */
export function foldStreak(days: readonly LedgerDay[]): Ledger {
  const lines: LedgerLine[] = [];
  let streak = noStreak;
  for (const day of days) {
    const after = stepStreak(streak, day.state);
    if (after.current === 0 && streak.gap > 0) unfreeze(lines, streak.gap);
    lines.push({ ...day, ...describe(streak, after, day.state), streak: after.current });
    streak = after;
  }
  return { lines, streak };
}

/** One day further. */
export function stepStreak(streak: Streak, state: LedgerDay["state"]): Streak {
  switch (state) {
    case "answered":
      return answered(streak);
    case "missed":
      return missed(streak);
    case "open":
    case "no question":
    case "rest":
    case "date off":
    case "outage":
    case "away":
      return streak;
  }
}

function answered({ current, longest, freezes }: Streak): Streak {
  const granted = longest === 0 ? mostFreezes : freezes;
  const next = current + 1;
  return {
    current: next,
    longest: Math.max(longest, next),
    freezes: next % daysPerFreeze === 0 ? Math.min(mostFreezes, granted + 1) : granted,
    gap: 0,
  };
}

function missed(streak: Streak): Streak {
  if (streak.current > 0 && streak.freezes > 0) {
    return { ...streak, freezes: streak.freezes - 1, gap: streak.gap + 1 };
  }
  return { ...streak, current: 0, gap: 0, freezes: Math.min(mostFreezes, streak.freezes + streak.gap) };
}

function describe(
  before: Streak,
  after: Streak,
  state: LedgerDay["state"],
): Pick<LedgerLine, "state" | "note"> {
  if (state === "missed" && after.gap > before.gap) return { state: "frozen", note: "freeze spent" };
  if (after.freezes === before.freezes) return { state };
  if (state === "missed") return { state, note: "freezes returned" };
  return { state, note: before.longest === 0 ? "freezes granted" : "freeze earned" };
}

/** The gap outran its freezes: what was shown as frozen was missed after all. */
function unfreeze(lines: LedgerLine[], gap: number): void {
  for (let at = lines.length - 1, left = gap; at >= 0 && left > 0; at -= 1) {
    const line = lines[at];
    if (!line) continue;
    const { note: _, ...rest } = line;
    const frozen = line.state === "frozen";
    lines[at] = { ...rest, state: frozen ? "missed" : line.state, streak: 0 };
    if (frozen) left -= 1;
  }
}
