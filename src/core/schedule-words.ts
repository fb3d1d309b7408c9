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
    if (/^\d/.test(word)) {
      const time = readTime(word.replace(".", ":"));
      if (!time) return { fault: { kind: "time", given: word } };
      read = { ...read, time };
    } else if (looksLikeDays(word)) {
      const weekdays = readDays(word);
      if (!weekdays) return { fault: { kind: "days", given: word } };
      read = { ...read, weekdays };
    } else {
      const zone = readZone(word);
      if (!zone) return { fault: words.some(isTold) ? { kind: "zone", given: word } : noneTold(words) };
      read = { ...read, zone };
    }
  }
  if (!read.time && !read.zone && !read.weekdays) return { fault: { kind: "time", given: "" } };
  return read;
}

/** By its look a time or weekdays. */
function isTold(word: string): boolean {
  return /^\d/.test(word) || looksLikeDays(word);
}

function noneTold(words: readonly string[]): Fault {
  return { kind: "when", given: words.join(" ") };
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

/** `2026-12-24..2027-01-02`, or one date, with or without spaces. */
export function readRange(words: readonly string[]): DayRange | { readonly fault: Fault } {
  const parts = words.join("").split("..");
  const [first = "", last = first] = parts;
  if (parts.length > 2 || !parts.every((part) => /^\d{4}-\d{2}-\d{2}$/.test(part)))
    return { fault: { kind: "range", given: words.join(" ") } };
  const from = readDay(first);
  const to = readDay(last);
  if (!from || !to) return { fault: { kind: "date", given: from ? last : first } };
  const far = [from, to].find((day) => day < "2000" || day >= "2200");
  if (far) return { fault: { kind: "far", given: far } };
  return from <= to ? { from, to } : { fault: { kind: "turned", given: parts.join("..") } };
}

function looksLikeDays(word: string): boolean {
  return (
    /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*([-–,][a-z]+)*$/i.test(word) ||
    Object.hasOwn(spans, word.toLowerCase())
  );
}
