import type { Day } from "../../src/core/calendar.js";
import type { Schedule } from "../../src/core/channel.js";
import {
  type ChannelState,
  changeSchedule,
  type Opening,
  openDaily,
  type QuietDay,
} from "../../src/core/opening.js";
import type { History, Round } from "../../src/core/round.js";
import type { Plan } from "../support/oracle-due.js";
import { aBank, aChannel } from "./things.js";

/** A channel that lives on the rules alone, as the store would keep it: rows written once, never rewritten. */
export type Life = {
  readonly rounds: Map<Day, Round>;
  /** Every row that `settle` asked to write, in order. */
  readonly written: QuietDay[];
  readonly plan: () => Plan;
  readonly settled: () => Day | null;
  /** What came of a tick; null where nothing was due to be looked at. */
  readonly wake: (now: Date) => Opening | null;
  readonly change: (now: Date, make: (old: Schedule) => Schedule) => void;
};

const bank = aBank(...Array.from({ length: 5 }, (_, at) => `topic/q${at}`));

/** Its first schedule is set at the given instant. */
export function aLife(first: Schedule, start: Date): Life {
  const rounds = new Map<Day, Round>();
  const written: QuietDay[] = [];
  let state: ChannelState = { channel: null, taken: (day) => rounds.has(day), dueAt: null, settled: null };
  let lookedAt = start;

  const schedule = () => state.channel?.schedule ?? first;
  const change: Life["change"] = (now, make) => {
    const said = changeSchedule(state, aChannel(make(schedule())), now);
    written.push(...said.days);
    state = { ...state, channel: said.channel, dueAt: said.dueAt, settled: said.settled };
    lookedAt = now;
  };
  const wake: Life["wake"] = (now) => {
    const looks = (state.dueAt !== null && state.dueAt <= now) || lookedAt > now;
    if (!looks) return null;
    const open = [...rounds.values()].filter((round) => round.closesAt > now);
    const said = openDaily({ ...state, history: () => historyOf(rounds), open }, bank, now);
    written.push(...said.days);
    state = { ...state, dueAt: said.dueAt, settled: said.settled };
    lookedAt = now;
    if (said.round) {
      if (rounds.has(said.round.day)) throw new Error(`a second round on ${said.round.day}`);
      rounds.set(said.round.day, said.round);
    }
    return said;
  };
  change(start, () => first);
  return { rounds, written, plan: () => planOf(schedule()), settled: () => state.settled, wake, change };
}

/** A schedule in the plain words of the oracle. */
export function planOf({ time, zone, weekdays, off, paused, since }: Schedule): Plan {
  return { time, zone, weekdays, off, paused: paused !== null, since: since.getTime() };
}

function historyOf(rounds: ReadonlyMap<Day, Round>): History {
  const asked = [...rounds.values()];
  return {
    questions: new Map(asked.map((round) => [round.asked.question, round.openedAt])),
    topics: new Map(asked.map((round) => [round.asked.topic, round.openedAt])),
  };
}
