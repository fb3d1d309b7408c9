import { addDays, type Day, type DayRange, daysBetween } from "./calendar.js";
import { withRange } from "./days-off.js";

/** So many days away in any stretch of so many. */
export const mostAway = { days: 30, within: 90 };

/** What comes of a wish to be away. */
export type AwayOutcome =
  | { readonly kind: "set"; readonly ranges: readonly DayRange[] }
  /** A round of those days is over: what happened cannot be changed. */
  | { readonly kind: "closed"; readonly day: Day }
  /** All of them are gone by. */
  | { readonly kind: "past" }
  /** So many of the days around it are spent already. */
  | { readonly kind: "too long"; readonly spent: number };

/** What has gone by: days of closed rounds, and the earliest day that is still to come, or whose round is open. */
export type Gone = { readonly closed: readonly Day[]; readonly earliest: Day };

/** Away may be set while a round is open, never for a closed one, and for 30 days in any 90. */
export function setAway(
  ranges: readonly DayRange[],
  wish: DayRange,
  { closed, earliest }: Gone,
): AwayOutcome {
  const before = closed.find((day) => wish.from <= day && day <= wish.to && !isAway(ranges, day));
  if (before) return { kind: "closed", day: before };
  if (wish.to < earliest) return { kind: "past" };
  const together = withRange(ranges, wish);
  const spent = mostInWindow(together);
  if (spent > mostAway.days) {
    return { kind: "too long", spent: Math.max(0, spent - daysBetween(wish.from, wish.to) - 1) };
  }
  return { kind: "set", ranges: together };
}

/** Ends it: days that are gone by, or whose round is closed, stay away; all later ones do not. */
export function endAway(
  ranges: readonly DayRange[],
  today: Day,
  closed: readonly Day[],
): readonly DayRange[] {
  const gone = ranges
    .filter((range) => range.from < today)
    .map((range) => (range.to >= today ? { ...range, to: addDays(today, -1) } : range));
  // One by one: a clock that ran ahead closed days long before they come, and those between are free.
  return closed
    .filter((day) => day >= today && isAway(ranges, day))
    .reduce<readonly DayRange[]>((all, day) => withRange(all, { from: day, to: day }), gone);
}

export function isAway(ranges: readonly DayRange[], day: Day): boolean {
  return ranges.some((range) => range.from <= day && day <= range.to);
}

/** The most days away that any stretch of 90 days holds: the fullest one begins where a range begins. */
function mostInWindow(ranges: readonly DayRange[]): number {
  const counts = ranges.map(({ from }) => {
    const end = addDays(from, mostAway.within - 1);
    return ranges
      .filter((range) => range.to >= from && range.from <= end)
      .map((range) => daysBetween(range.from < from ? from : range.from, range.to > end ? end : range.to) + 1)
      .reduce((sum, days) => sum + days, 0);
  });
  return Math.max(0, ...counts);
}
