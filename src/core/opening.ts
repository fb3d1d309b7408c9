import { freeze } from "./asked.js";
import type { Bank, BankEntry } from "./bank.js";
import { addDays, type Day, dayIn, type Slot } from "./calendar.js";
import { awaited, type Channel, isDue, type Schedule, stateWithoutRound } from "./channel.js";
import type { Key, PersonId, QuestionId } from "./ids.js";
import {
  chooseQuestion,
  closingTime,
  dailyPool,
  type History,
  questionsLeft,
  type Round,
  roundKey,
} from "./round.js";

/** What the store knows of a channel when something is decided about it. */
export type ChannelState = {
  readonly channel: Channel | null;
  /** Whether a scheduled round bears this date. */
  readonly taken: (day: Day) => boolean;
  /** The slot that is awaited. */
  readonly dueAt: Date | null;
  /** The last date whose state is written. */
  readonly settled: Day | null;
};

/** A date on which no round was opened. */
export type QuietDay = { readonly day: Day; readonly state: "rest" | "date off" | "no question" };

/** What is to be written of a channel. */
export type ChannelChange = {
  readonly channel: Channel;
  readonly dueAt: Date | null;
  readonly days: readonly QuietDay[];
  readonly settled: Day | null;
  /** Who did it and in which words; absent where nobody did. */
  readonly by?: { readonly person: PersonId; readonly change: string };
};

export type OpeningState = ChannelState & {
  readonly history: () => History;
  /** Rounds of the channel that are still open. */
  readonly open: readonly Round[];
};

/** What comes of a channel's slot. */
export type Opening = {
  readonly round: Round | null;
  readonly dueAt: Date | null;
  /** Rounds that this one ends before their time. */
  readonly closes: readonly Key[];
  readonly days: readonly QuietDay[];
  readonly settled: Day | null;
  /** Slots that came too late to be posted. */
  readonly missed: readonly Slot[];
  /** The slot had come, but no question fits this channel. */
  readonly empty: boolean;
  /** Unasked questions that remain after this one. */
  readonly left: number | null;
};

/** At most one round, for the latest slot that has come and is less than six hours past. */
export function openDaily(state: OpeningState, bank: Bank, now: Date): Opening {
  const schedule = state.channel?.schedule;
  if (!state.channel || !schedule) return { ...nothing, settled: state.settled };
  const due = isDue(schedule, state.dueAt ?? now, now, state.taken);
  const opening = { ...nothing, ...settle(state, now), missed: due.missed, dueAt: due.next?.at ?? null };
  if (!due.slot) return opening;
  const history = state.history();
  const key = roundKey(state.channel.id, due.slot.day);
  const entry = chooseFor(state.channel, { bank, history, day: due.slot.day });
  if (!entry) return { ...opening, empty: true };
  const { day } = due.slot;
  return {
    ...opening,
    days: opening.days.filter((quiet) => quiet.day !== day),
    round: {
      key,
      channel: state.channel.id,
      day,
      kind: "scheduled",
      asked: freeze(entry, `round ${key}`),
      openedAt: now,
      closesAt: closingTime(schedule, day, due.next),
      reveal: schedule.options.reveal,
      closedAt: null,
    },
    closes: state.open.filter((round) => round.closesAt > now).map((round) => round.key),
    left:
      questionsLeft(dailyPool(bank, schedule), history) - (history.questions.has(entry.question.id) ? 0 : 1),
  };
}

/** What a channel is asked on a date: the same however often it is asked for (`preview`). */
export function chooseFor(
  channel: Channel,
  { bank, history, day }: { readonly bank: Bank; readonly history: History; readonly day: Day },
): BankEntry | null {
  const { schedule, id } = channel;
  if (!schedule) return null;
  const aside = schedule.aside?.day === day ? schedule.aside.questions : [];
  return chooseQuestion(bank, schedule, history, { seed: `question ${id} ${day}`, aside });
}

/** One more question put aside, `open` being what the channel has before its eyes. */
type Aside = {
  readonly bank: Bank;
  readonly before: readonly QuestionId[];
  readonly seen: QuestionId;
  readonly open: ReadonlySet<QuestionId>;
};

/**
 * Those that are put aside when another is asked for: where none but open ones would be left it begins anew, so that an
 * open one is taken only where there is no other.
 */
export function putAside(schedule: Schedule, { bank, before, seen, open }: Aside): readonly QuestionId[] {
  const all = [...before, seen];
  const others = dailyPool(bank, schedule)
    .map(({ question }) => question.id)
    .filter((id) => !open.has(id));
  if (others.length === 0 || others.some((id) => !all.includes(id))) return all;
  return others.some((id) => id !== seen) ? [seen] : [];
}

/** A bonus round, beside the daily: it closes with the channel's next slot. */
export function openBonus(state: OpeningState, bank: Bank, now: Date, event: string): Opening {
  const schedule = state.channel?.schedule;
  if (!state.channel || !schedule) return { ...nothing, settled: state.settled, dueAt: state.dueAt };
  const opening = { ...nothing, ...settle(state, now), dueAt: state.dueAt };
  const day = dayIn(schedule.zone, now);
  const key = roundKey(state.channel.id, day, event);
  const entry = chooseQuestion(bank, schedule, state.history(), { seed: `question ${key}` });
  if (!entry) return { ...opening, empty: true };
  return {
    ...opening,
    round: {
      key,
      channel: state.channel.id,
      day,
      kind: "bonus",
      asked: freeze(entry, `round ${key}`),
      openedAt: now,
      closesAt: closingTime(schedule, day, awaited(schedule, now, state.taken)),
      reveal: schedule.options.reveal,
      closedAt: null,
    },
  };
}

/**
 * A new schedule, counted from the next day that has no round; what the old one made of past days is written first.
 * A slot that has come and waits for its post stays due where the change does not begin the schedule anew.
 */
export function changeSchedule(state: ChannelState, channel: Channel, now: Date): ChannelChange {
  const { schedule } = channel;
  const days = settle(state, now);
  const due = schedule && isDue(schedule, state.dueAt ?? now, now, state.taken);
  return {
    channel,
    dueAt: (due?.slot ?? due?.next)?.at ?? null,
    ...days,
    settled: days.settled ?? (schedule ? addDays(dayIn(schedule.zone, now), -1) : null),
  };
}

/** The days that have ended since the last time, each in its state by the schedule that was in force. */
export function settle(
  { channel, settled, taken }: ChannelState,
  now: Date,
): { readonly days: readonly QuietDay[]; readonly settled: Day | null } {
  const schedule = channel?.schedule;
  if (!schedule || settled === null) return { days: [], settled };
  const yesterday = addDays(dayIn(schedule.zone, now), -1);
  const days: QuietDay[] = [];
  for (let day = addDays(settled, 1); day <= yesterday; day = addDays(day, 1)) {
    if (!taken(day)) days.push({ day, state: stateWithoutRound(schedule, day) });
  }
  return { days, settled: settled > yesterday ? settled : yesterday };
}

const nothing: Opening = {
  round: null,
  dueAt: null,
  closes: [],
  days: [],
  settled: null,
  missed: [],
  empty: false,
  left: null,
};
