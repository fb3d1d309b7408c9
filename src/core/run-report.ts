import type { Asked } from "./asked.js";
import { addDays, type Day, dayIn, type Zone } from "./calendar.js";
import type { Card } from "./card.js";
import type { QuestionId } from "./ids.js";
import type { SelfGrade } from "./round.js";

/** One answer within a practice run. */
export type RunAnswer = {
  readonly asked: Asked;
  readonly right: boolean | null;
  readonly selfGrade: SelfGrade | null;
};

/** What the end of a run has to say. */
export type RunReport = {
  /** Different cards answered, those of them that were known in the end and those that were not, and those new. */
  readonly done: number;
  readonly known: number;
  readonly missed: number;
  readonly fresh: number;
  /** What was not known at once, each once. */
  readonly readAgain: readonly Asked[];
  /** When the next card comes back, and how many come back tomorrow and in the seven days from then. */
  readonly next: Date | null;
  readonly tomorrow: number;
  readonly week: number;
};

/** `answers`: oldest first; `cards`: all that may come back. */
export function reportRun(
  answers: readonly RunAnswer[],
  cards: readonly Card[],
  { since, now, zone }: { readonly since: Date; readonly now: Date; readonly zone: Zone },
): RunReport {
  const last = new Map<QuestionId, boolean | null>();
  const readAgain = new Map<QuestionId, Asked>();
  for (const { asked, right, selfGrade } of answers) {
    const known = right ?? (selfGrade === null ? null : selfGrade === "had it");
    last.set(asked.question, known);
    if (known === false && !readAgain.has(asked.question)) readAgain.set(asked.question, asked);
  }
  const ends = [...last.values()];
  const later = cards.filter((card) => card.due > now);
  const days = later.map((card) => dayIn(zone, card.due));
  const until = (first: Day, most: Day) => days.filter((day) => first <= day && day <= most).length;
  const tomorrow = addDays(dayIn(zone, now), 1);
  const soonest = Math.min(...later.map((card) => card.due.getTime()));
  return {
    done: last.size,
    known: ends.filter((known) => known === true).length,
    missed: ends.filter((known) => known === false).length,
    fresh: cards.filter((card) => last.has(card.question) && card.metAt >= since).length,
    readAgain: [...readAgain.values()],
    next: Number.isFinite(soonest) ? new Date(soonest) : null,
    tomorrow: until(tomorrow, tomorrow),
    week: until(tomorrow, addDays(tomorrow, 6)),
  };
}
