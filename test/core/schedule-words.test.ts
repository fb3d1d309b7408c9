import { describe, expect, test } from "vitest";
import { readDays, readRange, readScheduleWords } from "../../src/core/schedule-words.js";

const nothing = { time: null, zone: null, weekdays: null };
const workdays = [1, 2, 3, 4, 5];

describe("weekdays in words", () => {
  test.each([
    ["mon-fri", workdays],
    ["Mon-Fri", workdays],
    ["monday-friday", workdays],
    ["mon–fri", workdays],
    ["fri-mon", [1, 5, 6, 7]],
    ["mon,wed,fri", [1, 3, 5]],
    ["sun", [7]],
    ["sat-sun,wed", [3, 6, 7]],
    ["mon-mon", [1]],
    ["daily", [1, 2, 3, 4, 5, 6, 7]],
    ["weekdays", workdays],
    ["Weekends", [6, 7]],
  ])("%s", (words, expected) => expect(readDays(words)).toEqual(expected));
  test.each(["", "mon-", "-fri", "mon-tue-wed", "lun", "mon,,fri", "constructor", "__proto__", "toString"])(
    "%j are none",
    (words) => expect(readDays(words)).toBeNull(),
  );
});

test("schedule words come in any order, and what is left out stays as it was", () => {
  expect(readScheduleWords(["sat", "UTC", "7.30"])).toEqual({ time: "07:30", zone: "UTC", weekdays: [6] });
  expect(readScheduleWords(["asia/kolkata"])).toEqual({ ...nothing, zone: "Asia/Kolkata" });
});

test.each(["2026-01-01..2026-01-02..2026-01-03", "..", "2026-01-01..", "2026-1-1"])(
  "%j is no range",
  (words) => expect(readRange([words])).toEqual({ fault: { kind: "range", given: words } }),
);
