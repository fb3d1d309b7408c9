import type { Day, DayRange } from "../../src/core/calendar.js";
import type { PersonId } from "../../src/core/ids.js";
import type { Round } from "../../src/core/round.js";

/** What happened, and nothing that was derived from it. */
export type Life = {
  readonly rounds: {
    readonly round: Round;
    readonly day: Day;
    closed: boolean;
    withdrawn: boolean;
    outage: boolean;
    readonly question: string;
    /** The option that was right when it was asked, and each that its author corrected it to since. */
    readonly keys: string[];
  }[];
  /** `key person` → the option that was picked. */
  readonly answers: Map<string, string>;
  /** The same of those who were erased since. */
  readonly forgotten: Set<string>;
  readonly away: Map<PersonId, readonly DayRange[]>;
  /** What the notes hold right of each question now. */
  readonly notes: Map<string, string>;
};

/** RULES §2.11: a corrected key holds for rounds that are over, once no round of the question is open. */
export function takeOverKey({ rounds, notes }: Life, question: string): void {
  const asked = rounds.filter((one) => one.question === question);
  if (asked.some((one) => !one.closed && !one.withdrawn)) return;
  const key = notes.get(question);
  for (const { keys } of asked) if (key && keys.at(-1) !== key) keys.push(key);
}

/** A person's totals by RULES §3 and §4, counted from the beginning in the plainest way; null for no member. */
export function totalsOf({ rounds, answers, away }: Life, who: PersonId) {
  const mine = rounds.filter((one) => !one.withdrawn);
  const first = mine.findIndex((one) => answers.has(`${one.round.key} ${who}`));
  const joining = mine[first];
  if (!joining) return null;
  const months = new Map<string, { answered: number; right: number; due: number }>();
  let [answered, right, current, longest, freezes, gap, now] = [0, 0, 0, 0, 0, 0, 0];
  for (const { round, day, closed, outage, keys } of mine.slice(first)) {
    const given = answers.get(`${round.key} ${who}`);
    const isRight = given !== undefined && keys.includes(given) && (round.reveal === "at-once" || closed);
    const isAway = (away.get(who) ?? []).some(({ from, to }) => from <= day && day <= to);
    const missed = given === undefined && closed && !outage && !isAway;
    if (given !== undefined || missed) {
      const month = months.get(day.slice(0, 7)) ?? { answered: 0, right: 0, due: 0 };
      months.set(day.slice(0, 7), month);
      month.due += 1;
      if (given !== undefined) month.answered += 1;
      if (isRight) month.right += 1;
    }
    if (given !== undefined) answered += 1;
    if (isRight) right += 1;
    if (!closed) {
      if (given !== undefined) now = 1;
    } else if (given !== undefined) {
      if (longest === 0) freezes = 2;
      current += 1;
      longest = Math.max(longest, current);
      gap = 0;
      if (current % 5 === 0) freezes = Math.min(2, freezes + 1);
    } else if (missed && current > 0 && freezes > 0) {
      freezes -= 1;
      gap += 1;
    } else if (missed) {
      freezes = Math.min(2, freezes + gap);
      gap = 0;
      current = 0;
    }
  }
  const streak = { current, longest, freezes, gap };
  return { joined: joining.day, answered, right, streak, months, now: current + now };
}
