import { Temporal } from "temporal-polyfill";

declare const kind: unique symbol;
/** A local calendar date, `2026-03-10`; days compare as strings. */
export type Day = string & { readonly [kind]: "day" };
/** Wall time, `09:00`. */
export type TimeOfDay = string & { readonly [kind]: "time of day" };
/** An IANA zone, `Europe/Berlin`. */
export type Zone = string & { readonly [kind]: "zone" };
/** 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
/** Both ends belong to it. */
export type DayRange = { readonly from: Day; readonly to: Day };
/** When the clock on a channel's wall calls for a question. */
export type Timetable = {
  readonly time: TimeOfDay;
  readonly zone: Zone;
  readonly weekdays: readonly Weekday[];
  /** Dates without a question. */
  readonly off: readonly DayRange[];
};
/** One call of a timetable: the date it bears and the instant it comes. */
export type Slot = { readonly day: Day; readonly at: Date };

export const utc = "UTC" as Zone;

/** Milliseconds. */
export const minute = 60_000;
export const hour = 60 * minute;

/** The local date at an instant. */
export function dayIn(zone: Zone, at: Date): Day {
  return zoned(zone, at).toPlainDate().toString() as Day;
}

/** The wall time at an instant, to the minute. */
export function timeIn(zone: Zone, at: Date): TimeOfDay {
  return zoned(zone, at).toPlainTime().toString({ smallestUnit: "minute" }) as TimeOfDay;
}

/**
 * When a wall time comes on a date. In the spring gap it is the first instant after the gap; in the autumn
 * overlap the first of the two.
 */
export function instantOf(day: Day, time: TimeOfDay, zone: Zone): Date {
  const wall = Temporal.PlainDateTime.from(`${day}T${time}`);
  const earlier = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  if (earlier.toPlainDateTime().equals(wall)) return new Date(earlier.epochMilliseconds);
  const after = earlier.getTimeZoneTransition("next");
  return new Date((after ?? earlier).epochMilliseconds);
}

/** The first slot after an instant whose date is neither off nor taken; null when none comes within two years. */
export function nextSlot(
  table: Timetable,
  after: Date,
  taken: (day: Day) => boolean = () => false,
): Slot | null {
  let day = addDays(dayIn(table.zone, after), -1);
  for (let step = 0; step < 732; step += 1, day = addDays(day, 1)) {
    if (!table.weekdays.includes(weekdayOf(day)) || isWithin(day, table.off) || taken(day)) continue;
    const at = instantOf(day, table.time, table.zone);
    if (at > after) return { day, at };
  }
  return null;
}

export function isWithin(day: Day, ranges: readonly DayRange[]): boolean {
  return ranges.some((range) => range.from <= day && day <= range.to);
}

export function weekdayOf(day: Day): Weekday {
  return Temporal.PlainDate.from(day).dayOfWeek as Weekday;
}

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString() as Day;
}

/** How many days lie from one date to a later one; negative where it is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: "days" }).days;
}

/** A date that exists, or null: `2026-02-30` is none. */
export function readDay(words: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(words)) return null;
  try {
    return Temporal.PlainDate.from(words, { overflow: "reject" }).toString() as Day;
  } catch {
    return null;
  }
}

/** `9:00` and `09:00` are nine; `25:00` is null. */
export function readTime(words: string): TimeOfDay | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(words);
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) return null;
  return `${match[1]?.padStart(2, "0")}:${match[2]}` as TimeOfDay;
}

/** An IANA name in its own spelling, or null: offsets and abbreviations (`+02:00`, `EST`) know no daylight saving. */
export function readZone(words: string): Zone | null {
  if (/^utc$/i.test(words)) return utc;
  if (!/^[a-z]+(\/[a-z0-9_+-]+)+$/i.test(words)) return null;
  try {
    return zoned(words as Zone, new Date(0)).timeZoneId as Zone;
  } catch {
    return null;
  }
}

/** Up to five IANA names that hold what was typed, `berlin` → `Europe/Berlin`; some great cities for the rest. */
export function suggestZones(words: string): readonly string[] {
  const wanted = words
    .toLowerCase()
    .replace(/[^a-z]+/g, "_")
    .replace(/^_+|_+$/g, "");
  const found = wanted.length < 3 ? [] : zoneNames().filter((name) => name.toLowerCase().includes(wanted));
  return found.length > 0
    ? found.slice(0, 5)
    : ["Europe/Berlin", "Europe/London", "America/New_York", "Asia/Kolkata", "UTC"];
}

let names: readonly string[] | undefined;
function zoneNames(): readonly string[] {
  names ??= Intl.supportedValuesOf("timeZone");
  return names;
}

function zoned(zone: Zone, at: Date) {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
}
