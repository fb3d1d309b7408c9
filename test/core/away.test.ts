import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { setAway as decide, endAway, isAway } from "../../src/core/away.js";
import { addDays, type Day, type DayRange } from "../../src/core/calendar.js";
import { datesOf, isTooLong } from "../support/oracle-away.js";
import { runs } from "./settings.js";
import { day } from "./things.js";

const range = (from: string, to = from): DayRange => ({ from: day(from), to: day(to) });
/** With every day still to come that has no closed round. */
const setAway = (ranges: readonly DayRange[], wish: DayRange, closed: readonly Day[]) =>
  decide(ranges, wish, { closed, earliest: day("2026-01-01") });

describe("away", () => {
  test("never for days that are all gone by, though nothing was asked on them", () => {
    const gone = { closed: [], earliest: day("2026-03-10") };
    expect(decide([], range("2026-03-01", "2026-03-09"), gone)).toEqual({ kind: "past" });
    expect(decide([], range("2026-03-01", "2026-03-10"), gone).kind).toBe("set");
  });
  test("may be set for today's open round and for days to come", () => {
    const said = setAway([], range("2026-03-10", "2026-03-20"), [day("2026-03-09")]);
    expect(said).toEqual({ kind: "set", ranges: [range("2026-03-10", "2026-03-20")] });
  });
  test("never for a round that is over", () => {
    const said = setAway([], range("2026-03-08", "2026-03-20"), [day("2026-03-06"), day("2026-03-09")]);
    expect(said).toEqual({ kind: "closed", day: "2026-03-09" });
  });
  test("may be made longer though its first rounds are over", () => {
    const said = setAway([range("2026-03-08", "2026-03-10")], range("2026-03-09", "2026-03-20"), [
      day("2026-03-09"),
    ]);
    expect(said).toEqual({ kind: "set", ranges: [range("2026-03-08", "2026-03-20")] });
  });
  test("for thirty days and no more", () => {
    expect(setAway([], range("2026-03-01", "2026-03-30"), []).kind).toBe("set");
    expect(setAway([], range("2026-03-01", "2026-03-31"), [])).toEqual({ kind: "too long", spent: 0 });
    expect(setAway([], range("2026-03-01", "2027-03-31"), [])).toEqual({ kind: "too long", spent: 0 });
    const spent = setAway([range("2026-01-01", "2026-01-20")], range("2026-03-20", "2026-03-31"), []);
    expect(spent.kind).toBe("too long");
    expect(setAway([range("2026-01-01", "2026-01-20")], range("2026-04-20", "2026-05-19"), []).kind).toBe(
      "set",
    );
  });
  test("ends today, and the days that are past stay as they were", () => {
    const ranges = [
      range("2026-03-01", "2026-03-05"),
      range("2026-03-08", "2026-03-20"),
      range("2026-04-01"),
    ];
    expect(endAway(ranges, day("2026-03-10"), [day("2026-03-06")])).toEqual([
      range("2026-03-01", "2026-03-05"),
      range("2026-03-08", "2026-03-09"),
    ]);
    expect(endAway(ranges, day("2026-03-08"), [])).toEqual([range("2026-03-01", "2026-03-05")]);
  });
  test("ends though a clock that ran ahead closed a round of days to come: those alone stay away", () => {
    const ranges = [range("2026-03-08", "2026-03-20"), range("2026-04-01", "2026-04-05")];
    const closed = [day("2026-03-09"), day("2026-04-02"), day("2026-05-01")];
    expect(endAway(ranges, day("2026-03-10"), closed)).toEqual([
      range("2026-03-08", "2026-03-09"),
      range("2026-04-02"),
    ]);
  });
  test("today too stays away where its round is over already", () => {
    expect(endAway([range("2026-03-08", "2026-03-20")], day("2026-03-10"), [day("2026-03-10")])).toEqual([
      range("2026-03-08", "2026-03-10"),
    ]);
  });
});

const start = day("2026-01-01");
const border = fc.oneof(fc.nat(240), fc.constantFrom(0, 2, 60, 87, 88, 89, 90, 91, 92, 179, 180));
const wishes = fc.array(
  fc
    .record({ from: border, days: fc.oneof(fc.nat(34), fc.nat(2), fc.constant(28)) })
    .map(({ from, days }): DayRange => ({ from: addDays(start, from), to: addDays(start, from + days) })),
  { maxLength: 8 },
);

test("thirty days in any ninety, tried from every date", () => {
  fc.assert(
    fc.property(wishes, (list) => {
      let ranges: readonly DayRange[] = [];
      for (const wish of list) {
        const said = setAway(ranges, wish, []);
        const together = datesOf([...ranges, wish]);
        expect(said.kind).toBe(isTooLong(together) ? "too long" : "set");
        if (said.kind !== "set") continue;
        ranges = said.ranges;
        expect([...datesOf(ranges)].sort()).toEqual([...together].sort());
        expect(isAway(ranges, wish.to) && isAway(ranges, wish.from)).toBe(true);
      }
    }),
    runs(200),
  );
});
