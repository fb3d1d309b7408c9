import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../../src/core/calendar.js";
import { type MemberDay, noMonth, recount, streakNow } from "../../src/core/member.js";
import { foldStreak, type LedgerDay, noStreak, stepStreak } from "../../src/core/streak.js";
import { streakByRuns, sumsOf } from "../support/oracle-streak.js";
import { runs } from "./settings.js";
import { day } from "./things.js";

const state = fc.oneof(
  { weight: 6, arbitrary: fc.constant("answered" as const) },
  { weight: 3, arbitrary: fc.constant("missed" as const) },
  fc.constantFrom("open", "no question", "rest", "date off", "outage", "away"),
);
const dated = <Item>(items: readonly Item[]) =>
  items.map((item, index) => ({ day: addDays(day("2026-01-01"), index), item }));
const years = fc
  .array(state, { maxLength: 400, size: "max" })
  .map((states): LedgerDay[] => dated(states).map(({ day, item }) => ({ day, state: item })));

test("years of days fold to what the rule says of their runs", () => {
  fc.assert(
    fc.property(years, (days) => {
      const { lines, streak } = foldStreak(days);
      const expected = streakByRuns(days.map((one) => one.state));
      expect(lines.map((line) => line.state)).toEqual(expected.states);
      expect(streak.current).toBe(expected.current);
      expect(streak.longest).toBe(expected.longest);
      expect(streak.freezes).toBe(expected.freezes);
      expect(lines.at(-1)?.streak ?? 0).toBe(streak.current);
    }),
    runs(300),
  );
});

test("a ledger kept day by day is the ledger reckoned afresh, wherever it is cut", () => {
  fc.assert(
    fc.property(years, fc.nat(400), (days, cut) => {
      const before = foldStreak(days.slice(0, cut)).streak;
      const after = days.slice(cut).reduce((streak, one) => stepStreak(streak, one.state), before);
      expect(after).toEqual(foldStreak(days).streak);
    }),
    runs(200),
  );
});

test("freezes never leave nought to two, and no day but an answered one lengthens a streak", () => {
  fc.assert(
    fc.property(years, (days) => {
      let streak = noStreak;
      const wrong = days.filter((one) => {
        const [before, after] = [streak, stepStreak(streak, one.state)];
        streak = after;
        const held = after.freezes >= 0 && after.freezes + after.gap <= 2;
        const longer = after.current - before.current === 1;
        return !held || longer !== (one.state === "answered") || after.longest < before.longest;
      });
      expect(wrong).toEqual([]);
    }),
    runs(200),
  );
});

const memberDays = fc
  .array(
    fc.record({
      state: fc.constantFrom<MemberDay["state"][]>("answered", "answered", "missed", "outage", "away"),
      right: fc.boolean(),
      graded: fc.boolean(),
    }),
    { maxLength: 120, size: "max" },
  )
  .map((items): MemberDay[] =>
    dated(items).map(({ day, item }) => ({
      day,
      state: item.state,
      right: item.state === "answered" && item.graded && item.right,
      graded: item.state === "answered" && item.graded,
      closed: true,
    })),
  );

test("kept totals are the sums of the ledger, month by month and in all", () => {
  fc.assert(
    fc.property(memberDays, fc.constantFrom("answered", "open"), (past, now) => {
      const open: MemberDay = {
        day: addDays(day("2026-01-01"), past.length),
        state: now,
        right: false,
        graded: false,
        closed: false,
      };
      const days = [...past, open];
      const totals = recount(days);
      expect(totals).toMatchObject({ answered: sumsOf(days).answered, right: sumsOf(days).right });
      for (const month of new Set(days.map((one) => one.day.slice(0, 7)))) {
        const its = days.filter((one) => one.day.startsWith(`${month}-`));
        expect(totals.months.get(month) ?? noMonth).toEqual(sumsOf(its));
      }
      const kept = streakByRuns(past.map((one) => one.state));
      const shown = streakByRuns(days.map((one) => one.state));
      expect(totals.streak.current).toBe(kept.current);
      expect(streakNow(totals.streak, now === "answered").current).toBe(shown.current);
    }),
    runs(200),
  );
});
