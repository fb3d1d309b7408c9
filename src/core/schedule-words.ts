import {
  type DayRange,
  readDay,
  readTime,
  readZone,
  type TimeOfDay,
  type Weekday,
  type Zone,
} from "./calendar.js";
import type { Fault } from "./fault.js";

/** What `/daily set` names, in any order; what it leaves out stays as it was. */
export type ScheduleWords = {
  readonly time: TimeOfDay | null;
  readonly zone: Zone | null;
  readonly weekdays: readonly Weekday[] | null;
};

/** `09:00 Europe/Berlin mon-fri`: each word is told by its look. */
export function readScheduleWords(words: readonly string[]): ScheduleWords | { readonly fault: Fault } {
  let read: ScheduleWords = { time: null, zone: null, weekdays: null };
  for (const word of words) {
    if (/^\d{1,2}[:.]\d{2}$|^\d+$/.test(word)) {
      const time = readTime(word.replace(".", ":"));
      if (!time) return { fault: { kind: "time", given: word } };
      read = { ...read, time };
    } else if (looksLikeDays(word)) {
      const weekdays = readDays(word);
      if (!weekdays) return { fault: { kind: "days", given: word } };
      read = { ...read, weekdays };
    } else {
      const zone = readZone(word);
      if (!zone) return { fault: { kind: "zone", given: word } };
      read = { ...read, zone };
    }
  }
  if (!read.time && !read.zone && !read.weekdays) return { fault: { kind: "time", given: "" } };
  return read;
}

const names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const spans: Readonly<Record<string, readonly Weekday[]>> = {
  daily: [1, 2, 3, 4, 5, 6, 7],
  everyday: [1, 2, 3, 4, 5, 6, 7],
  weekdays: [1, 2, 3, 4, 5],
  weekends: [6, 7],
};

/** `mon-fri`, `mon,wed,fri`, `fri-mon`, `daily`; null where a name is none. */
export function readDays(words: string): readonly Weekday[] | null {
  const named = words.toLowerCase();
  if (Object.hasOwn(spans, named)) return spans[named] ?? null;
  const days = new Set<Weekday>();
  for (const part of words.toLowerCase().split(",")) {
    const [from, to, ...more] = part.split(/[-–]/).map(weekdayNamed);
    if (from === undefined || from < 0 || (to !== undefined && to < 0) || more.length > 0) return null;
    for (let day = from; ; day = (day + 1) % 7) {
      days.add((day + 1) as Weekday);
      if (day === (to ?? from)) break;
    }
  }
  return [...days].sort();
}

/** `mo` is too short, `monk` is none. */
function weekdayNamed(words: string): number {
  return words.length < 3 ? -1 : names.findIndex((name) => name.startsWith(words));
}

/** `2026-12-24..2027-01-02`, or one date; null where it is no range that exists. */
export function readRange(words: string): DayRange | null {
  const [first = "", last = first, ...more] = words.split("..");
  const from = readDay(first);
  const to = readDay(last);
  return from && to && from <= to && more.length === 0 ? { from, to } : null;
}

function looksLikeDays(word: string): boolean {
  return (
    /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*([-–,][a-z]+)*$/i.test(word) ||
    Object.hasOwn(spans, word.toLowerCase())
  );
}
