import { addDays, type DayRange, type Weekday, weekdayOf } from "./calendar.js";

/** Ranges of dates, off or away, and one more: in order, and those that touch as one. */
export function withRange(ranges: readonly DayRange[], more: DayRange): readonly DayRange[] {
  const all = [...ranges, more].sort((a, b) => (a.from < b.from ? -1 : 1));
  const merged: DayRange[] = [];
  for (const range of all) {
    const last = merged.at(-1);
    if (!last || range.from > addDays(last.to, 1)) merged.push(range);
    else if (range.to > last.to) merged.splice(-1, 1, { from: last.from, to: range.to });
  }
  return merged;
}

/** Dates off without those that are taken back. */
export function withoutDaysOff(off: readonly DayRange[], back: DayRange): readonly DayRange[] {
  return off.flatMap(({ from, to }) => {
    if (to < back.from || back.to < from) return [{ from, to }];
    return [
      ...(from < back.from ? [{ from, to: addDays(back.from, -1) }] : []),
      ...(back.to < to ? [{ from: addDays(back.to, 1), to }] : []),
    ];
  });
}

/** The dates of one list that another lacks. */
export function missingFrom(off: readonly DayRange[], all: readonly DayRange[]): readonly DayRange[] {
  return off.reduce(withoutDaysOff, all);
}

/** Whether any of these dates falls on one of these days of the week. */
export function hasWeekday({ from, to }: DayRange, weekdays: readonly Weekday[]): boolean {
  for (let day = from; day <= to && day < addDays(from, 7); day = addDays(day, 1))
    if (weekdays.includes(weekdayOf(day))) return true;
  return false;
}
