import { describe, expect, test } from "vitest";
import {
  addDays,
  dayIn,
  daysBetween,
  instantOf,
  nextSlot,
  readDay,
  readTime,
  readZone,
  suggestZones,
  timeIn,
  weekdayOf,
} from "../../src/core/calendar.js";
import { aSchedule, at, day, everyDay, time, zone } from "./things.js";

describe("when a wall time comes on a date", () => {
  test.each([
    ["an ordinary winter day", "2026-03-10", "09:00", "Europe/Berlin", "2026-03-10T08:00:00Z"],
    ["a summer day", "2026-07-10", "09:00", "Europe/Berlin", "2026-07-10T07:00:00Z"],
    [
      "in Berlin's gap: the first instant after it",
      "2026-03-29",
      "02:30",
      "Europe/Berlin",
      "2026-03-29T01:00:00Z",
    ],
    ["at the gap's first minute", "2026-03-29", "02:00", "Europe/Berlin", "2026-03-29T01:00:00Z"],
    ["just after the gap", "2026-03-29", "03:00", "Europe/Berlin", "2026-03-29T01:00:00Z"],
    [
      "in Berlin's overlap: the first of the two",
      "2026-10-25",
      "02:30",
      "Europe/Berlin",
      "2026-10-25T00:30:00Z",
    ],
    ["in New York's gap", "2026-03-08", "02:30", "America/New_York", "2026-03-08T07:00:00Z"],
    ["in New York's overlap", "2026-11-01", "01:30", "America/New_York", "2026-11-01T05:30:00Z"],
    ["in Havana's midnight gap", "2026-03-08", "00:00", "America/Havana", "2026-03-08T05:00:00Z"],
    ["late in Havana's midnight gap", "2026-03-08", "00:59", "America/Havana", "2026-03-08T05:00:00Z"],
    ["in Havana's overlap at midnight", "2026-11-01", "00:30", "America/Havana", "2026-11-01T04:30:00Z"],
    ["in the half hour of Lord Howe", "2026-10-04", "02:15", "Australia/Lord_Howe", "2026-10-03T15:30:00Z"],
    ["a quarter past in Kathmandu", "2026-01-01", "00:00", "Asia/Kathmandu", "2025-12-31T18:15:00Z"],
    ["far east of the date line", "2026-01-01", "09:00", "Pacific/Apia", "2025-12-31T20:00:00Z"],
  ])("%s", (_, date, wall, place, expected) => {
    expect(instantOf(day(date), time(wall), zone(place))).toEqual(at(expected));
  });
});

test("a local date is the wall's, not that of UTC", () => {
  const instant = at("2026-03-10T23:30:00Z");
  expect(dayIn(zone("Europe/Berlin"), instant)).toBe("2026-03-11");
  expect(dayIn(zone("America/New_York"), instant)).toBe("2026-03-10");
  expect(timeIn(zone("Asia/Kathmandu"), at("2026-03-10T23:30:59Z"))).toBe("05:15");
});

describe("words that name a date", () => {
  test.each(["2026-02-30", "2026-13-01", "2026-00-10", "2026-2-3", "26-02-03", "tomorrow", "", "2025-02-29"])(
    "%j is none",
    (words) => expect(readDay(words)).toBeNull(),
  );
  test.each(["2026-02-28", "2024-02-29", "2026-12-31"])("%s is one", (words) =>
    expect(readDay(words)).toBe(words),
  );
});

describe("words that name an hour", () => {
  test.each([
    ["9:00", "09:00"],
    ["09:00", "09:00"],
    ["00:00", "00:00"],
    ["23:59", "23:59"],
  ])("%s is %s", (words, expected) => expect(readTime(words)).toBe(expected));
  test.each(["25:00", "24:00", "9:60", "9", "9:0", "9am", "-1:00", "09:00:00", "", "٠٩:٠٠"])(
    "%j is none",
    (words) => expect(readTime(words)).toBeNull(),
  );
});

describe("words that name a zone", () => {
  test.each([
    ["Europe/Berlin", "Europe/Berlin"],
    ["europe/berlin", "Europe/Berlin"],
    ["Asia/Kolkata", "Asia/Kolkata"],
    ["asia/kolkata", "Asia/Kolkata"],
    ["Asia/Calcutta", "Asia/Calcutta"],
    ["Europe/Kyiv", "Europe/Kyiv"],
    ["us/eastern", "US/Eastern"],
    ["america/port-au-prince", "America/Port-au-Prince"],
    ["america/argentina/buenos_aires", "America/Argentina/Buenos_Aires"],
    ["europe/isle_of_man", "Europe/Isle_of_Man"],
    ["utc", "UTC"],
  ])("%s is kept as %s", (words, expected) => expect(readZone(words)).toBe(expected));
  test.each([
    "+02:00",
    "-5",
    "EST",
    "CET",
    "GMT+2",
    "UTC+2",
    "Europe",
    "Mars/Olympus",
    "Europe/Berlin ",
    "",
    "../x",
  ])("%j is refused", (words) => expect(readZone(words)).toBeNull());
  test("fault 15: a refused one gets names that hold what was typed, else great cities", () => {
    expect(suggestZones("berlin")).toEqual(["Europe/Berlin"]);
    expect(suggestZones("new york")).toContain("America/New_York");
    expect(suggestZones("+02:00")).toContain("UTC");
    expect(suggestZones("America").length).toBe(5);
  });
});

describe("the next slot", () => {
  const berlin = aSchedule({ weekdays: everyDay });
  test.each([
    ["later today", berlin, "2026-03-10T07:59:59Z", "2026-03-10", "2026-03-10T08:00:00Z"],
    [
      "not the one that comes right now",
      berlin,
      "2026-03-10T08:00:00Z",
      "2026-03-11",
      "2026-03-11T08:00:00Z",
    ],
    ["over the weekend", aSchedule(), "2026-03-13T08:00:00Z", "2026-03-16", "2026-03-16T08:00:00Z"],
    [
      "over dates off",
      aSchedule({ off: [{ from: day("2026-12-24"), to: day("2027-01-02") }] }),
      "2026-12-23T10:00:00Z",
      "2027-01-04",
      "2027-01-04T08:00:00Z",
    ],
  ])("%s", (_, table, after, date, instant) => {
    expect(nextSlot(table, at(after))).toEqual({ day: date, at: at(instant) });
  });

  test("passes over dates that have their round", () => {
    const taken = (date: string) => date === "2026-03-10";
    expect(nextSlot(berlin, at("2026-03-10T06:00:00Z"), taken)?.day).toBe("2026-03-11");
  });

  test("never comes where no weekday is named, or everything is off", () => {
    expect(nextSlot(aSchedule({ weekdays: [] }), at("2026-03-10T06:00:00Z"))).toBeNull();
    const off = [{ from: day("2026-01-01"), to: day("2029-01-01") }];
    expect(nextSlot(aSchedule({ off }), at("2026-03-10T06:00:00Z"))).toBeNull();
  });
});

test("days are counted and named over months and leap years", () => {
  expect(addDays(day("2024-02-28"), 2)).toBe("2024-03-01");
  expect(addDays(day("2026-01-01"), -1)).toBe("2025-12-31");
  expect(daysBetween(day("2024-02-01"), day("2024-03-01"))).toBe(29);
  expect(daysBetween(day("2026-03-10"), day("2026-03-09"))).toBe(-1);
  expect(weekdayOf(day("2026-03-10"))).toBe(2);
  expect(weekdayOf(day("2026-03-15"))).toBe(7);
});
