import type { Schedule } from "./channel.js";

/** What a change made different, each with what holds now and what held before. */
export type ScheduleChange = keyof Words | "off" | "paused" | "resumed";
type Words = Pick<Schedule, "time" | "zone" | "weekdays" | "topics"> & Schedule["options"];

/** What is different in the new schedule: none where all is as it was. */
export function changesOf(old: Schedule, fresh: Schedule): readonly ScheduleChange[] {
  const [before, now] = [wordsOf(old), wordsOf(fresh)];
  const changed = (Object.keys(now) as (keyof Words)[]).filter((name) => !isSame(before[name], now[name]));
  return [
    ...changed,
    ...(isSame(old.off, fresh.off) ? [] : ["off" as const]),
    ...(isSame(old.paused, fresh.paused) ? [] : [fresh.paused ? ("paused" as const) : ("resumed" as const)]),
  ];
}

function wordsOf({ time, zone, weekdays, topics, options }: Schedule): Words {
  return { time, zone, weekdays, topics: [...topics].sort(), ...options };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
