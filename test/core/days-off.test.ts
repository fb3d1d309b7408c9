import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, type Day, type DayRange, isWithin } from "../../src/core/calendar.js";
import { withoutDaysOff, withRange } from "../../src/core/days-off.js";

const first = "2026-12-20" as Day;
const range = fc.tuple(fc.nat(20), fc.nat(6)).map(([at, more]): DayRange => {
  const from = addDays(first, at);
  return { from, to: addDays(from, more) };
});
const days = Array.from({ length: 40 }, (_, at) => addDays(first, at - 5));

test("a date is off exactly where it was added last, and not taken back since", () => {
  const steps = fc.array(fc.record({ range, on: fc.boolean() }), { maxLength: 12 });
  fc.assert(
    fc.property(steps, (all) => {
      let off: readonly DayRange[] = [];
      const naive = new Set<Day>();
      for (const step of all) {
        off = step.on ? withoutDaysOff(off, step.range) : withRange(off, step.range);
        for (const day of days.filter((one) => isWithin(one, [step.range]))) {
          if (step.on) naive.delete(day);
          else naive.add(day);
        }
      }
      expect(days.filter((day) => isWithin(day, off))).toEqual(days.filter((day) => naive.has(day)));
      for (const [at, { from, to }] of off.entries()) {
        expect(from <= to).toBe(true);
        const before = off[at - 1];
        if (before) expect(from > before.to).toBe(true);
      }
    }),
  );
});

test("dates that touch are told as one", () => {
  const day = (words: string) => ({ from: words as Day, to: words as Day });
  const off = [day("2026-12-25"), day("2026-12-24"), day("2026-12-24")].reduce(withRange, []);
  expect(off).toEqual([{ from: "2026-12-24", to: "2026-12-25" }]);
});
