import { dayAfter, instantByWatching, wallAt, weekdayByDate } from "./oracle-calendar.js";

/** What the rules of the daily know, in plain words. Instants in milliseconds. */
export type Plan = {
  readonly time: string;
  readonly zone: string;
  readonly weekdays: readonly number[];
  readonly off: readonly { readonly from: string; readonly to: string }[];
  readonly paused: boolean;
  readonly since: number;
};

/** RULES §1.2 in so many words: which dates may be asked now, of all dates near. */
export function datesToAsk(plan: Plan, now: number, hasRound: (day: string) => boolean): readonly string[] {
  if (plan.paused) return [];
  const today = wallAt(plan.zone, now).slice(0, 10);
  return [-2, -1, 0, 1]
    .map((step) => dayAfter(today, step))
    .filter((day) => {
      if (!isCustom(plan, day) || hasRound(day)) return false;
      const slot = instantByWatching(day, plan.time, plan.zone);
      return slot > plan.since && slot <= now && now - slot <= 6 * 3_600_000;
    });
}

/** RULES §1.7: the next slot, at most seven calendar days on at the same hour. */
export function closingByRule(
  plan: Plan,
  day: string,
  { now, hasRound }: { readonly now: number; readonly hasRound: (day: string) => boolean },
): number {
  const today = wallAt(plan.zone, now).slice(0, 10);
  const latest = instantByWatching(dayAfter(day, 7), plan.time, plan.zone);
  const ahead = Array.from({ length: 12 }, (_, step) => dayAfter(today, step - 1))
    .filter((date) => !plan.paused && isCustom(plan, date) && !hasRound(date) && date !== day)
    .map((date) => instantByWatching(date, plan.time, plan.zone))
    .filter((slot) => slot > now);
  return Math.min(latest, ...ahead);
}

/** RULES §3.3 for a date without a round: no question where it is paused, else rest, date off, no question. */
export function stateByRule(plan: Plan, day: string): string {
  if (plan.paused) return "no question";
  if (!plan.weekdays.includes(weekdayByDate(day))) return "rest";
  return plan.off.some(({ from, to }) => day >= from && day <= to) ? "date off" : "no question";
}

function isCustom(plan: Plan, day: string): boolean {
  return (
    plan.weekdays.includes(weekdayByDate(day)) && !plan.off.some(({ from, to }) => day >= from && day <= to)
  );
}
