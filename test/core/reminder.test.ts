import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayIn, hour, minute, readTime, readZone, type TimeOfDay, utc } from "../../src/core/calendar.js";
import { farAhead, putOff, type Reminder, setReminder, takeReminder } from "../../src/core/reminder.js";
import { runs } from "./settings.js";
import { at } from "./things.js";

const berlin = readZone("Europe/Berlin") ?? utc;
const wish = (time: string, now: string, zone = berlin) =>
  setReminder(readTime(time) as TimeOfDay, zone, at(now));
const slotOf = (reminder: Reminder, now: string) => takeReminder(reminder, at(now)).slot;

describe("the hour of a reminder", () => {
  test.each([
    ["later today", "17:30", "2026-03-10T15:00:00Z", "2026-03-10T16:30:00Z"],
    ["tomorrow, where today's is over", "17:30", "2026-03-10T16:30:00Z", "2026-03-11T16:30:00Z"],
    ["fault 11: the first moment after a gap", "02:30", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z"],
    ["fault 12: the first of two", "02:30", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z"],
    ["fault 12: not the second of two", "02:30", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"],
  ])("%s", (_, time, now, due) => {
    expect(wish(time, now).dueAt).toEqual(at(due));
  });

  const half = wish("17:30", "2026-03-10T15:00:00Z");
  test.each([
    ["not before its time", "2026-03-10T16:29:59Z", null, "2026-03-10T16:30:00Z"],
    ["at its time", "2026-03-10T16:30:00Z", "2026-03-10T16:30:00Z", "2026-03-11T16:30:00Z"],
    ["an hour late at most", "2026-03-10T17:30:00Z", "2026-03-10T16:30:00Z", "2026-03-11T16:30:00Z"],
    ["later it is left out", "2026-03-10T17:30:01Z", null, "2026-03-11T16:30:00Z"],
    [
      "after days asleep only today's",
      "2026-03-14T16:45:00Z",
      "2026-03-14T16:30:00Z",
      "2026-03-15T16:30:00Z",
    ],
    ["after days asleep none that is late", "2026-03-14T09:00:00Z", null, "2026-03-14T16:30:00Z"],
    ["a clock a little back waits", "2026-03-09T16:35:00Z", null, "2026-03-10T16:30:00Z"],
    [
      "fault 10: after a clock far ahead not again today",
      "2026-03-01T09:00:00Z",
      null,
      "2026-03-02T16:30:00Z",
    ],
  ])("%s", (_, now, slot, due) => {
    const taken = takeReminder(half, at(now));
    expect(taken.slot).toEqual(slot === null ? null : at(slot));
    expect(taken.reminder.dueAt).toEqual(at(due));
  });

  test("a year has one for each date, in every zone and at any hour", () => {
    for (const name of ["Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia", "UTC"]) {
      const zone = readZone(name) ?? utc;
      let reminder = wish("02:15", "2025-12-31T20:00:00Z", zone);
      const days: string[] = [];
      for (let now = at("2026-01-01T12:00:00Z"); now < at("2026-12-31T00:00:00Z"); ) {
        const taken = takeReminder(reminder, reminder.dueAt);
        if (taken.slot) days.push(dayIn(zone, taken.slot));
        now = reminder.dueAt;
        reminder = taken.reminder;
      }
      expect(new Set(days).size).toBe(days.length);
      expect(days.length).toBeGreaterThanOrEqual(364);
    }
  });
});

describe("put off", () => {
  const slot = at("2026-03-10T16:30:00Z");
  const { reminder } = takeReminder(wish("17:30", "2026-03-10T15:00:00Z"), slot);
  test("within the hour it comes then, still as today's", () => {
    const later = putOff(reminder, { slot, reminder }, at("2026-03-10T17:10:00Z"));
    expect(later?.dueAt).toEqual(at("2026-03-10T17:10:00Z"));
    expect(slotOf(later as Reminder, "2026-03-10T17:10:30Z")).toEqual(slot);
    expect(slotOf(later as Reminder, "2026-03-10T17:31:00Z")).toBeNull();
  });
  test("beyond the hour it is left out", () => {
    expect(putOff(reminder, { slot, reminder }, at("2026-03-10T17:31:00Z"))).toBe(reminder);
  });
  test("what was changed or ended meanwhile stays so", () => {
    const other = wish("19:00", "2026-03-10T16:31:00Z");
    expect(putOff(other, { slot, reminder }, at("2026-03-10T17:10:00Z"))).toBe(other);
    expect(putOff(null, { slot, reminder }, at("2026-03-10T17:10:00Z"))).toBeNull();
  });
});

test("fault 9: a clock that goes back a day or runs ahead a year reminds of no date twice, and stops nothing", () => {
  const day = 24 * 60;
  const wrong = fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: -day, max: -1 }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 400 * day }) },
  );
  const steps = fc.array(fc.record({ on: fc.integer({ min: 1, max: 180 }), wrong }), { maxLength: 60 });
  const start = at("2026-03-25T00:00:00Z").getTime();
  fc.assert(
    fc.property(steps, fc.nat(23), (walked, hours) => {
      let reminder = setReminder(readTime(`${hours}:30`) as TimeOfDay, berlin, new Date(start));
      let real = start;
      const told: string[] = [];
      for (const step of walked) {
        real += step.on * minute;
        const now = real + step.wrong * minute;
        const taken = takeReminder(reminder, new Date(now));
        if (taken.slot) {
          expect(now - taken.slot.getTime()).toBeLessThanOrEqual(hour);
          told.push(dayIn(berlin, taken.slot));
        }
        reminder = taken.reminder;
        expect(reminder.dueAt.getTime() - now).toBeLessThanOrEqual(farAhead);
      }
      expect(new Set(told).size).toBe(told.length);
    }),
    runs(2000),
  );
});
