import fc from "fast-check";
import { expect, test } from "vitest";
import type { Day } from "../../src/core/calendar.js";
import { closingByRule, datesToAsk } from "../support/oracle-due.js";
import { aPlan, aStart, liveThrough, someDeeds } from "./deeds.js";
import type { Life } from "./life.js";
import { runs } from "./settings.js";

const scene = (back: boolean) =>
  fc.record({ plan: aPlan, start: aStart, deeds: someDeeds({ back, zone: true }) });
const taken = (life: Life) => (day: string) => life.rounds.has(day as Day);
const due = (life: Life, now: Date) => datesToAsk(life.plan(), now.getTime(), taken(life));

test("a bot that sleeps, wakes and is told otherwise posts what is due, once, and nothing else", () => {
  fc.assert(
    fc.property(scene(false), (deeds) => {
      liveThrough(deeds, (life, now) => {
        const dates = due(life, now);
        expect(dates.length).toBeLessThanOrEqual(1);
        expect(life.wake(now)?.round?.day ?? null).toBe(dates[0] ?? null);
      });
    }),
    runs(300),
  );
});

test("a clock that is set back brings no second round, no burst, and nothing late or unbidden", () => {
  fc.assert(
    fc.property(scene(true), (deeds) => {
      liveThrough(deeds, (life, now) => {
        const dates = due(life, now);
        const round = life.wake(now)?.round;
        expect(round?.day ?? null).toBe(dates[0] ?? null);
        expect(life.wake(now)?.round ?? null).toBeNull();
      });
    }),
    runs(100),
  );
});

test("no slot is told as missed twice, nor beside its own post", () => {
  fc.assert(
    fc.property(scene(false), (deeds) => {
      const told: string[] = [];
      liveThrough(deeds, (life, now) => {
        const said = life.wake(now);
        for (const { day, at } of said?.missed ?? []) {
          expect(day).not.toBe(said?.round?.day);
          told.push(`${day} ${at.toISOString()}`);
        }
      });
      expect(told).toEqual([...new Set(told)]);
    }),
    runs(80),
  );
});

test("a round closes with the next slot that was known when it opened, within seven days", () => {
  fc.assert(
    fc.property(scene(false), (deeds) => {
      liveThrough(deeds, (life, now) => {
        const round = life.wake(now)?.round;
        if (!round) return;
        const expected = closingByRule(life.plan(), round.day, { now: now.getTime(), hasRound: taken(life) });
        expect(round.closesAt).toEqual(new Date(expected));
      });
    }),
    runs(80),
  );
});
