import fc from "fast-check";
import { expect, test } from "vitest";
import type { Day } from "../../src/core/calendar.js";
import { dayAfter, instantByWatching, wallAt } from "../support/oracle-calendar.js";
import { type Plan, stateByRule } from "../support/oracle-due.js";
import { aPlan, aStart, liveThrough, someDeeds } from "./deeds.js";
import { runs } from "./settings.js";

const scene = (free: boolean) =>
  fc.record({ plan: aPlan, start: aStart, deeds: someDeeds({ back: free, zone: free }) });

test("each day that ends without a round is written once, in the state of the schedule it ended under", () => {
  fc.assert(
    fc.property(scene(false), ({ plan, start, deeds }) => {
      const first: Plan = { ...plan, off: [], paused: false, since: start.getTime() };
      const plans = [{ from: 0, plan: first }];
      const { life, end } = liveThrough(
        { plan, start, deeds },
        (life, now) => void life.wake(now),
        (life, now) => plans.push({ from: now.getTime(), plan: life.plan() }),
      );
      life.change(end, (old) => old);
      const expected: string[] = [];
      const today = wallAt(plan.zone, end.getTime()).slice(0, 10);
      for (let day = wallAt(plan.zone, start.getTime()).slice(0, 10); day < today; day = dayAfter(day)) {
        const ended = instantByWatching(dayAfter(day), "00:00", plan.zone);
        const inForce = plans.filter(({ from }) => from < ended).at(-1)?.plan;
        if (inForce && !life.rounds.has(day as Day)) expected.push(`${day} ${stateByRule(inForce, day)}`);
      }
      const written = life.written.filter(({ day }) => !life.rounds.has(day));
      expect(written.map(({ day, state }) => `${day} ${state}`)).toEqual(expected);
    }),
    runs(100),
  );
});

test("no clock and no keeper makes a written day be written again", () => {
  fc.assert(
    fc.property(scene(true), (deeds) => {
      const settled: (string | null)[] = [];
      const note = (at: string | null) => settled.push(at);
      const { life } = liveThrough(
        deeds,
        (life, now) => {
          life.wake(now);
          note(life.settled());
        },
        (life) => note(life.settled()),
      );
      expect(settled).toEqual([...settled].sort());
      const days = life.written.map(({ day }) => day);
      expect(days).toEqual([...new Set(days)].sort());
    }),
    runs(120),
  );
});
