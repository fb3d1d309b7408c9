import type { Day } from "./calendar.js";
import type { ChannelId, PersonId } from "./ids.js";
import { foldStreak, noStreak, type Streak, stepStreak } from "./streak.js";

/** A person in a channel, with kept totals. */
export type Member = {
  readonly channel: ChannelId;
  readonly person: PersonId;
  /** The day of the round of the first counted answer. */
  readonly joined: Day;
  readonly answered: number;
  readonly right: number;
  /** Through the last closed round; a round still open is added when it is shown. */
  readonly streak: Streak;
};

/** A scheduled round as it was for one member, from the day of joining on. */
export type MemberDay = {
  readonly day: Day;
  readonly state: "answered" | "open" | "outage" | "away" | "missed";
  readonly right: boolean;
  /** Whether there was anything to be right about: not where the answer was merely shown, or options were drafted. */
  readonly graded: boolean;
  /** Whether the round is over; an answer to an open one is not folded into the kept streak yet. */
  readonly closed: boolean;
};

/** What the board counts of one member in one month. */
export type MonthTotals = {
  readonly answered: number;
  readonly graded: number;
  readonly right: number;
  readonly due: number;
};
export const noMonth: MonthTotals = { answered: 0, graded: 0, right: 0, due: 0 };

/** `2026-03` */
export const monthOf = (day: Day) => day.slice(0, 7);

export type Totals = {
  readonly answered: number;
  readonly right: number;
  readonly streak: Streak;
  readonly months: ReadonlyMap<string, MonthTotals>;
};

/** Everything that is kept about a member, from the beginning: kept totals equal this, always. */
export function recount(days: readonly MemberDay[]): Totals {
  const months = new Map<string, MonthTotals>();
  let [answered, right] = [0, 0];
  for (const day of days) {
    const month = monthOf(day.day);
    months.set(month, addDay(months.get(month) ?? noMonth, day));
    if (day.state === "answered") answered += 1;
    if (day.state === "answered" && day.right) right += 1;
  }
  return { answered, right, streak: foldStreak(days.filter((day) => day.closed)).streak, months };
}

function addDay(month: MonthTotals, { state, right, graded }: MemberDay): MonthTotals {
  if (state === "answered") {
    return {
      answered: month.answered + 1,
      graded: month.graded + (graded ? 1 : 0),
      right: month.right + (right ? 1 : 0),
      due: month.due + 1,
    };
  }
  return state === "missed" ? { ...month, due: month.due + 1 } : month;
}

/** The streak with the round that is still open, where it is answered. */
export function streakNow(kept: Streak | null, answeredOpen: boolean): Streak {
  return answeredOpen ? stepStreak(kept ?? noStreak, "answered") : (kept ?? noStreak);
}

/** What the close of a round does to one member: `due` is what it adds to the month. */
export type MemberAtClose = {
  readonly person: PersonId;
  readonly streak: Streak;
  readonly answered: boolean;
  readonly away: boolean;
};
export type MemberAfterClose = { readonly person: PersonId; readonly streak: Streak; readonly due: 0 | 1 };

export function closeFor(member: MemberAtClose, outage: boolean): MemberAfterClose {
  const { person, streak, answered, away } = member;
  if (answered) return { person, streak: stepStreak(streak, "answered"), due: 0 };
  if (outage || away) return { person, streak, due: 0 };
  return { person, streak: stepStreak(streak, "missed"), due: 1 };
}
