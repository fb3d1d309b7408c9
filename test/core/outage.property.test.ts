import fc from "fast-check";
import { expect, test } from "vitest";
import { minute } from "../../src/core/calendar.js";
import { isOutage } from "../../src/core/outage.js";
import { outageByMinutes } from "../support/oracle-grading.js";
import { runs } from "./settings.js";

const start = Date.parse("2026-03-10T08:00:00Z");
const instant = (minutes: number) => new Date(start + minutes * minute);
const scene = fc.integer({ min: 1, max: 1600 }).chain((length) =>
  fc.record({
    length: fc.constant(length),
    beats: fc.array(
      fc
        .tuple(fc.integer({ min: -200, max: length + 100 }), fc.nat(length))
        .map(([from, last]) => ({ from, to: from + last })),
      { maxLength: 6 },
    ),
  }),
);

test("deaf for more than four hours or a quarter, told minute by minute", () => {
  fc.assert(
    fc.property(scene, ({ length, beats }) => {
      const open = { from: instant(0), to: instant(length) };
      const stretches = beats.map(({ from, to }) => ({ from: instant(from), to: instant(to) }));
      expect(isOutage(open, stretches)).toBe(outageByMinutes(length, beats));
    }),
    runs(400),
  );
});

test("one gap right at the border is told like any other", () => {
  fc.assert(
    fc.property(fc.integer({ min: 8, max: 2000 }), fc.integer({ min: -2, max: 2 }), (length, more) => {
      const gap = Math.max(0, Math.floor(Math.min(240, length / 4)) + more);
      const beats = [{ from: gap, to: length }];
      const stretches = [{ from: instant(gap), to: instant(length) }];
      expect(isOutage({ from: instant(0), to: instant(length) }, stretches)).toBe(
        outageByMinutes(length, beats),
      );
    }),
    runs(400),
  );
});
