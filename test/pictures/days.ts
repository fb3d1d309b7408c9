import type { Day } from "../../src/core/calendar.js";
import type { DayState, YearDay } from "../../src/core/message.js";

/** Every day from one to another, all alike. */
export function daysFrom(from: string, to: string, state: DayState = "answered"): readonly YearDay[] {
  const count = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  return Array.from({ length: count }, (_, at) => {
    const day = new Date(Date.parse(from) + at * 86_400_000).toISOString().slice(0, 10) as Day;
    return { day, state, ...(state === "answered" ? { right: at % 3 !== 0 } : {}) };
  });
}
