import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Day, instantOf, nextSlot } from "../../src/core/calendar.js";
import { dayAfter, instantByWatching } from "../support/oracle-calendar.js";
import { aTime } from "./deeds.js";
import { runs } from "./settings.js";
import { aSchedule, day, everyDay, time, zone } from "./things.js";

const zones = [
  "Africa/Casablanca",
  "America/Havana",
  "America/New_York",
  "America/Sao_Paulo",
  "Asia/Kathmandu",
  "Asia/Tehran",
  "Australia/Lord_Howe",
  "Europe/Berlin",
  "Europe/London",
  "Pacific/Apia",
  "Pacific/Chatham",
  "UTC",
];
const hours = ["00:00", "02:30", "09:00", "23:59"];
const lengths = { 2027: 365, 2028: 366 };

describe("fault 11, fault 12: a year of slots, one a date, in every zone", () => {
  test.each(zones.flatMap((place) => hours.map((hour) => [place, hour])))("%s at %s", (place, hour) => {
    const table = aSchedule({ zone: zone(place), time: time(hour), weekdays: everyDay });
    for (const [year, length] of Object.entries(lengths)) {
      const dates: Day[] = [];
      let last = new Date(instantOf(day(`${year}-01-01`), time(hour), zone(place)).getTime() - 1);
      for (let slot = nextSlot(table, last); slot?.day.startsWith(year); slot = nextSlot(table, last)) {
        if (slot.at <= last) throw new Error(`${slot.day} comes no later than the day before it`);
        dates.push(slot.day);
        last = slot.at;
      }
      const expected = Array.from({ length }, (_, step) => dayAfter(`${year}-01-01`, step));
      expect(dates).toEqual(expected);
    }
  });
});

const aDate = fc
  .tuple(
    fc.constantFrom(
      "2026-02-12",
      "2026-03-05",
      "2026-03-20",
      "2026-04-01",
      "2026-09-20",
      "2026-10-20",
      "2027-01-01",
    ),
    fc.nat(30),
  )
  .map(([start, step]) => dayAfter(start, step));

test("the instant of a wall time is the first at which the wall shows it, or has jumped past it", () => {
  fc.assert(
    fc.property(aDate, aTime, fc.constantFrom(...zones), (date, hour, place) => {
      const instant = instantOf(day(date), time(hour), zone(place));
      expect(instant).toEqual(new Date(instantByWatching(date, hour, place)));
    }),
    runs(1500),
  );
});
