import type { Asked } from "../core/asked.js";
import type { Day, DayRange } from "../core/calendar.js";
import type { Card } from "../core/card.js";
import type { ChannelId, PersonId, QuestionId } from "../core/ids.js";
import type { Tally } from "../core/leaderboard.js";
import type { Member, MemberDay } from "../core/member.js";
import type { PracticeSettings } from "../core/practice-settings.js";
import type { Results } from "../core/quiz.js";
import type { Reminder } from "../core/reminder.js";
import type { Answer, SelfGrade } from "../core/round.js";
import type { Run } from "../core/run.js";
import type { RunAnswer } from "../core/run-report.js";
import type { Streak } from "../core/streak.js";

/** Something a person once answered. */
export type PastAnswer = {
  readonly asked: Asked;
  readonly right: boolean | null;
  readonly answer: Answer | null;
  /** What they said of themselves after the answer was shown. */
  readonly selfGrade: SelfGrade | null;
  readonly at: Date;
};

/** What is remembered of people, with or without a channel. */
export interface PersonStore {
  meet(person: { id: PersonId; name: string; zone?: string }, now: Date): Promise<void>;
  member(id: ChannelId, person: PersonId): Promise<Member | null>;
  /** With the round that is open now, where it is answered. */
  streak(id: ChannelId, person: PersonId): Promise<Streak>;
  memberships(person: PersonId): Promise<readonly Member[]>;
  /** Scheduled rounds from the day of joining on, oldest first. */
  memberDays(id: ChannelId, person: PersonId): Promise<readonly MemberDay[]>;
  results(person: PersonId): Promise<Results>;
  /** Questions that are open, and unanswered or untold, where this person takes part or in the channel asked from. */
  openFor(person: PersonId, from: ChannelId | null): Promise<ReadonlySet<QuestionId>>;
  /** Whether others were right in a round that is still open is left out: only the `reader`'s own is told. */
  standings(
    id: ChannelId,
    month: string,
    reader: PersonId | null,
  ): Promise<{ tallies: readonly Tally[]; rounds: number }>;
  person(
    id: PersonId,
  ): Promise<{ readonly name: string; readonly zone: string | null; readonly hidden: boolean } | null>;
  /** Newest first. */
  answers(person: PersonId, most: number): Promise<readonly PastAnswer[]>;
  /** The rule sees what is set and the days of closed rounds, and returns what is to be set; null leaves it. */
  setAway<Said extends { readonly ranges: readonly DayRange[] | null }>(
    person: PersonId,
    rule: (ranges: readonly DayRange[], closed: readonly Day[]) => Said,
  ): Promise<Said>;
  away(person: PersonId): Promise<readonly DayRange[]>;
  /** Where they last answered a round. */
  lastChannel(person: PersonId): Promise<ChannelId | null>;
  reminder(person: PersonId): Promise<Reminder | null>;
  /** The rule sees what is set and returns what is to be kept; null for none. */
  changeReminder<Said extends { readonly reminder: Reminder | null }>(
    person: PersonId,
    rule: (reminder: Reminder | null) => Said,
  ): Promise<Said>;
  hide(person: PersonId, hidden: boolean): Promise<void>;
  /** Their answers stay counted, under the alias. */
  erase(person: PersonId, as: { readonly alias: PersonId; readonly over: Date }): Promise<void>;
  cards(person: PersonId): Promise<ReadonlyMap<QuestionId, Card>>;
  card(person: PersonId, question: QuestionId): Promise<Card | null>;
  /** How many questions they met for the first time from then on and before then. */
  metBetween(person: PersonId, from: Date, to: Date): Promise<number>;
  /** What they answered in a practice run, oldest first. */
  runAnswers(person: PersonId, run: Run): Promise<readonly RunAnswer[]>;
  /** The card after the rule, which sees the wished retention and returns null to leave it as it is. */
  changeCard(
    person: PersonId,
    question: QuestionId,
    rule: (card: Card | null, retention: number) => Card | null,
  ): Promise<Card | null>;
  settings(person: PersonId): Promise<PracticeSettings>;
  /** What is left out stays as it was; theirs then. Only for somebody who was met. */
  changeSettings(person: PersonId, change: Partial<PracticeSettings>): Promise<PracticeSettings>;
}
