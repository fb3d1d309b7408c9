import fc from "fast-check";
import { expect, test } from "vitest";
import type { Day } from "../../src/core/calendar.js";
import { dayAfter, instantByWatching, wallAt, weekdayByDate } from "../support/oracle-calendar.js";
import { closingByRule, datesToAsk, type Plan, stateByRule } from "../support/oracle-due.js";
import { aPlan, aStart, changed, clockAfter, firstSchedule, someDeeds } from "./deeds.js";
import { aLife } from "./life.js";
import { runs } from "./settings.js";

test("a bot that sleeps, wakes and is told otherwise posts what is due, once, and nothing else", () => {
  fc.assert(
    fc.property(aPlan, aStart, someDeeds({ back: false, zone: true }), (plan, start, deeds) => {
      const life = aLife(firstSchedule(plan, start), start);
      let now = start;
      for (const deed of deeds) {
        now = clockAfter(deed, now);
        const moment = now;
        life.change(moment, (old) => changed(old, deed, moment) ?? old);
        if (deed.kind !== "walk") continue;
        const due = datesToAsk(life.plan(), now.getTime(), (day) => life.rounds.has(day as Day));
        expect(due.length).toBeLessThanOrEqual(1);
        expect(life.wake(now)?.round?.day ?? null).toBe(due[0] ?? null);
      }
    }),
    runs(250),
  );
});

test("a clock that is set back brings no second round, no burst, and nothing late or unbidden", () => {
  fc.assert(
    fc.property(aPlan, aStart, someDeeds({ back: true, zone: true }), (plan, start, deeds) => {
      const life = aLife(firstSchedule(plan, start), start);
      let now = start;
      for (const deed of deeds) {
        now = clockAfter(deed, now);
        const moment = now;
        if (changed(firstSchedule(plan, start), deed, now)) {
          life.change(moment, (old) => changed(old, deed, moment) ?? old);
        }
        if (deed.kind !== "walk" && deed.kind !== "back") continue;
        const due = datesToAsk(life.plan(), now.getTime(), (day) => life.rounds.has(day as Day));
        const round = life.wake(now)?.round;
        if (round) expect(due).toContain(round.day);
        expect(life.wake(now)?.round ?? null).toBeNull();
      }
    }),
    runs(200),
  );
});

test("a round closes with the next slot that was known when it opened, within seven days", () => {
  fc.assert(
    fc.property(aPlan, aStart, someDeeds({ back: false, zone: true }), (plan, start, deeds) => {
      const life = aLife(firstSchedule(plan, start), start);
      let now = start;
      for (const deed of deeds) {
        now = clockAfter(deed, now);
        const moment = now;
        const keeper = changed(firstSchedule(plan, start), deed, now);
        if (keeper) life.change(moment, (old) => changed(old, deed, moment) ?? old);
        if (deed.kind !== "walk") continue;
        const round = life.wake(now)?.round;
        if (!round) continue;
        const taken = (day: string) => life.rounds.has(day as Day);
        const expected = closingByRule(life.plan(), round.day, now.getTime(), taken);
        expect(round.closesAt).toEqual(new Date(expected));
      }
    }),
    runs(150),
  );
});

test("each day that ends without a round is written once, in the state of the schedule it ended under", () => {
  fc.assert(
    fc.property(aPlan, aStart, someDeeds({ back: false, zone: false }), (plan, start, deeds) => {
      const life = aLife(firstSchedule(plan, start), start);
      const plans: { readonly from: number; readonly plan: Plan }[] = [{ from: 0, plan: life.plan() }];
      let now = start;
      for (const deed of deeds) {
        now = clockAfter(deed, now);
        const moment = now;
        const keeper = changed(firstSchedule(plan, start), deed, now);
        if (keeper) life.change(moment, (old) => changed(old, deed, moment) ?? old);
        if (keeper) plans.push({ from: now.getTime(), plan: life.plan() });
        if (deed.kind === "walk") life.wake(now);
      }
      life.change(now, (old) => old);
      const expected: string[] = [];
      const today = wallAt(plan.zone, now.getTime()).slice(0, 10);
      for (let day = wallAt(plan.zone, start.getTime()).slice(0, 10); day < today; day = dayAfter(day)) {
        const end = instantByWatching(dayAfter(day), "00:00", plan.zone);
        const inForce = plans.filter(({ from }) => from < end).at(-1)?.plan;
        if (inForce && !life.rounds.has(day as Day)) expected.push(`${day} ${stateByRule(inForce, day)}`);
      }
      const written = life.written.filter(({ day }) => !life.rounds.has(day));
      expect(written.map(({ day, state }) => `${day} ${state}`)).toEqual(expected);
    }),
    runs(150),
  );
});

test("no clock and no keeper makes a written day be written again", () => {
  fc.assert(
    fc.property(aPlan, aStart, someDeeds({ back: true, zone: true }), (plan, start, deeds) => {
      const life = aLife(firstSchedule(plan, start), start);
      let now = start;
      for (const deed of deeds) {
        const before = life.settled();
        now = clockAfter(deed, now);
        const moment = now;
        const keeper = changed(firstSchedule(plan, start), deed, now);
        if (keeper) life.change(moment, (old) => changed(old, deed, moment) ?? old);
        else if (deed.kind !== "sleep") life.wake(now);
        expect([before, life.settled()]).toEqual([before, life.settled()].sort());
      }
      const days = life.written.map(({ day }) => day);
      expect(days).toEqual([...new Set(days)].sort());
      expect(days.every((day) => weekdayByDate(day) > 0)).toBe(true);
    }),
    runs(200),
  );
});
