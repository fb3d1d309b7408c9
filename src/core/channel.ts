import {
  type Day,
  dayIn,
  hour,
  isWithin,
  nextSlot,
  type Slot,
  type Timetable,
  weekdayOf,
} from "./calendar.js";
import type { ChannelId, PersonId, QuestionId, TopicId } from "./ids.js";

/** A room where the bot asks daily. */
export type Channel = {
  readonly id: ChannelId;
  readonly name: string;
  /** Who last set the schedule. */
  readonly keeper: PersonId | null;
  readonly schedule: Schedule | null;
};

/** When and about what a channel is asked. */
export type Schedule = Timetable & {
  /** None: every topic of the bank. */
  readonly topics: readonly TopicId[];
  readonly paused: Pause | null;
  /** When it was last set or resumed: only slots after it are due. */
  readonly since: Date;
  readonly options: ChannelOptions;
  /** Questions that the keeper put aside for one date (`preview`, *Take another*). */
  readonly aside?: { readonly day: Day; readonly questions: readonly QuestionId[] };
};

export type Pause = { readonly by: "keeper" } | { readonly by: "refusal"; readonly reason: string };

export type ChannelOptions = {
  /** Whether the private verdict names the key before the round closes. */
  readonly reveal: "at-once" | "at-close";
  readonly thread: boolean;
  /** The one role or group that is told, in the platform's own writing. */
  readonly tell: string | null;
  readonly kinds: "all" | "choice";
};

export const defaultOptions: ChannelOptions = { reveal: "at-once", thread: false, tell: null, kinds: "all" };

/** A question this late is left out: the day is gone. */
export const catchUp = 6 * hour;

/** What a channel's clock calls for: the slot to post, the slots that came too late, and when to look again. */
export type Due = {
  readonly slot: Slot | null;
  readonly missed: readonly Slot[];
  readonly next: Slot | null;
};

/**
 * At most one slot, however long the bot slept: the latest that has come, if it is less than six hours late.
 * `from` is the slot that was awaited, and may have been worked out by a clock that ran ahead: the last six hours are
 * looked at in any case. `taken` says which dates have a round.
 */
export function isDue(schedule: Schedule, from: Date, now: Date, taken: (day: Day) => boolean): Due {
  if (schedule.paused) return { slot: null, missed: [], next: null };
  const come: Slot[] = [];
  const earliest = Math.min(from.getTime(), now.getTime() - catchUp) - 1;
  const start = new Date(Math.max(schedule.since.getTime(), earliest));
  for (let slot = nextSlot(schedule, start, taken); slot && slot.at <= now; ) {
    come.push(slot);
    slot = nextSlot(schedule, slot.at, taken);
  }
  const last = come.at(-1);
  const inTime = last !== undefined && now.getTime() - last.at.getTime() <= catchUp;
  const posted = inTime ? last.day : null;
  return {
    slot: inTime ? last : null,
    missed: inTime ? come.slice(0, -1) : come,
    next: nextSlot(schedule, now, (day) => day === posted || taken(day)),
  };
}

/** The slot that a schedule waits for; null while it is paused. */
export function awaited(schedule: Schedule, now: Date, taken: (day: Day) => boolean): Slot | null {
  return schedule.paused ? null : nextSlot(schedule, now, taken);
}

/** The state of a date on which no round was opened, by the schedule in force when the date ended. */
export function stateWithoutRound(schedule: Schedule, day: Day): "rest" | "date off" | "no question" {
  if (schedule.paused) return "no question";
  if (!schedule.weekdays.includes(weekdayOf(day))) return "rest";
  return isWithin(day, schedule.off) ? "date off" : "no question";
}

/** The channel's date today. */
export function today(schedule: Schedule, now: Date): Day {
  return dayIn(schedule.zone, now);
}
