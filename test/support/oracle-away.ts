import { dayAfter } from "./oracle-calendar.js";

type Range = { readonly from: string; readonly to: string };

/** The dates of some ranges, one by one. */
export function datesOf(ranges: readonly Range[]): ReadonlySet<string> {
  const dates = new Set<string>();
  for (const { from, to } of ranges) for (let day = from; day <= to; day = dayAfter(day)) dates.add(day);
  return dates;
}

/** RULES §3.6: thirty days in any ninety, tried from every date on which a stretch could begin. */
export function isTooLong(dates: ReadonlySet<string>): boolean {
  const numbers = [...dates].map((date) => Date.parse(`${date}T00:00:00Z`) / 86_400_000);
  const first = Math.min(...numbers) - 90;
  const last = Math.max(...numbers);
  for (let start = first; start <= last; start += 1) {
    if (numbers.filter((number) => number >= start && number < start + 90).length > 30) return true;
  }
  return false;
}
