import {
  addDays,
  type Day,
  dayIn,
  hour,
  instantOf,
  nextSlot,
  type TimeOfDay,
  type Zone,
} from "./calendar.js";

/** One direct message a day, at a wall time by the clock of a zone; `dueAt`: when it is looked at next. */
export type Reminder = { readonly time: TimeOfDay; readonly zone: Zone; readonly dueAt: Date };

/** A reminder this late is left out until the next day. */
export const remindLate = hour;

/** A reminder never waits as long as this: one that does was worked out by a clock that ran ahead. */
export const farAhead = 48 * hour;

/** As a person wishes it; the first comes with the next such hour. */
export function setReminder(time: TimeOfDay, zone: Zone, now: Date): Reminder {
  return { time, zone, dueAt: next({ time, zone }, now) };
}

/**
 * What the clock calls for: the slot to be reminded of, null where there is none, and the reminder as it is kept from
 * then on. It moves on before anything is sent, so that a crash loses one and never doubles it.
 */
export function takeReminder(
  reminder: Reminder,
  now: Date,
): { readonly slot: Date | null; readonly reminder: Reminder } {
  const wait = reminder.dueAt.getTime() - now.getTime();
  if (wait > farAhead) {
    const today = dayIn(reminder.zone, now);
    return { slot: null, reminder: { ...reminder, dueAt: next(reminder, now, (day) => day <= today) } };
  }
  if (wait > 0) return { slot: null, reminder };
  const last = lastSlot(reminder, now);
  const inTime = now.getTime() - last.getTime() <= remindLate;
  return { slot: inTime ? last : null, reminder: { ...reminder, dueAt: next(reminder, now) } };
}

/** Put off within the hour, where nothing else became of it meanwhile; else it stays as it is. */
export function putOff(
  reminder: Reminder | null,
  taken: { readonly slot: Date; readonly reminder: Reminder },
  until: Date,
): Reminder | null {
  const isSame = reminder?.dueAt.getTime() === taken.reminder.dueAt.getTime();
  if (!reminder || !isSame || until.getTime() - taken.slot.getTime() > remindLate) return reminder;
  return { ...reminder, dueAt: until };
}

type Hour = Pick<Reminder, "time" | "zone">;

function next({ time, zone }: Hour, after: Date, taken?: (day: Day) => boolean): Date {
  const slot = nextSlot({ time, zone, weekdays: [1, 2, 3, 4, 5, 6, 7], off: [] }, after, taken);
  if (!slot) throw new Error("every day has its hour");
  return slot.at;
}

/** The last such hour that has come. */
export function lastSlot({ time, zone }: Hour, now: Date): Date {
  const today = dayIn(zone, now);
  const at = instantOf(today, time, zone);
  return at <= now ? at : instantOf(addDays(today, -1), time, zone);
}
