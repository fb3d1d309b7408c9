import { platformOf } from "../../core/ids.js";
import type { RoundStore } from "../store.js";
import { isErased } from "./erase.js";
import { counts } from "./rounds.js";
import type { Shelves } from "./shelves.js";
import { tellResult } from "./told.js";

/** Rounds, each method one transaction. */
export function roundStore(shelves: Shelves): RoundStore {
  const { db, queue, channel, round, member, answer, beat, card, correction, reminder } = shelves;
  return {
    openRound: (id, now, rule) =>
      queue.write(() => {
        const said = rule({ ...channel.state(id), history: () => round.history(id), open: round.open(id) });
        channel.settle(id, said.days);
        channel.await(id, said.dueAt, said.settled, now);
        if (said.round && round.insert(said.round)) for (const key of said.closes) round.endEarly(key, now);
        return said;
      }),
    round: async (key) => round.byKey(key),
    openRounds: async (id) => round.open(id),
    waiting: async (who, now) => reminder.waiting(who, now),
    roundsToClose: async (now) => round.toClose(now),
    tallies: async (now) => round.untold(now),
    split: async (key) => round.split(key),
    confirmPosted: (key, receipt, now) => queue.write(() => void round.confirmPosted(key, receipt, now)),
    confirmShown: (key, state, now) => queue.write(() => void round.confirmShown(key, state, now)),
    postpone: (key, notBefore) => queue.write(() => void round.postpone(key, notBefore)),
    withdraw: (key, now) =>
      queue.write(() => {
        const gone = round.byKey(key);
        if (!gone) return;
        round.withdraw(key, now);
        correction.here(gone.asked.question, { channel: gone.channel, now, untold: null });
        if (gone.kind === "bonus") return;
        channel.settle(gone.channel, [{ day: gone.day, state: "no question" }]);
        for (const attempt of answer.all(key)) member.recount(gone.channel, attempt.person);
      }),
    closeRound: (key, rule, remember) =>
      queue.write(() => {
        const closing = round.byKey(key);
        if (!closing || closing.closedAt) return;
        const open = { from: closing.openedAt, to: closing.closesAt };
        const said = rule({
          round: closing,
          openFrom: closing.postedAt,
          beats: beat.between(platformOf(closing.channel), open),
          members: closing.kind === "scheduled" ? member.atClose(closing) : [],
        });
        round.close(key, closing.closesAt, said.outage);
        member.close(closing, said.members);
        const untold = closing.reveal === "at-once" ? null : key;
        const here = { channel: closing.channel, now: closing.closesAt, untold };
        correction.here(closing.asked.question, here);
        for (const attempt of untold === null ? [] : answer.all(key)) {
          if (isErased(attempt.person)) continue;
          card.feed(closing.asked.question, attempt, remember);
          if (counts(closing)) tellResult(db, closing, attempt);
        }
        // Streaks go by the dates: what is over out of order is folded in from the start.
        if (!counts(closing) || !member.isOvertaken(closing)) return;
        for (const { person } of said.members) member.recount(closing.channel, person);
      }),
  };
}
