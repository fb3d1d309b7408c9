import type { BankStore, ChannelStore, Errands, Store } from "../store.js";
import { answerStore } from "./answer-store.js";
import { audit } from "./audit.js";
import { commitQueue } from "./commit-queue.js";
import { drawers } from "./drawers.js";
import { notices } from "./notices.js";
import { closeDatabase, openDatabase } from "./open.js";
import { own } from "./owner.js";
import { personStore } from "./person-store.js";
import { recordStore } from "./records.js";
import { roundStore } from "./round-store.js";
import { openShelves, type Shelves } from "./shelves.js";

/** The embedded store: one file (`:memory:` for none), one owner. Throws StoreFault when it cannot be used. */
export async function openStore(path: string): Promise<Store> {
  const letGo = path === ":memory:" ? () => {} : own(path);
  try {
    return makeStore(path, letGo);
  } catch (cause) {
    letGo();
    throw cause;
  }
}

function makeStore(path: string, letGo: () => void): Store {
  const { sqlite, db } = openDatabase(path);
  const queue = commitQueue(sqlite);
  const shelves = openShelves(db, queue);
  const { beat, correction, reminder, round } = shelves;
  const notice = notices(db);
  // One transaction, though nothing is written: a lock for each statement costs more than the statement.
  const errands = sqlite.transaction(
    (now: Date): Errands => ({
      posts: round.toPost(now),
      reveals: round.toReveal(now),
      notices: notice.due(now),
      corrections: correction.due(now),
      reminders: reminder.due(now),
    }),
  );
  return {
    ...channelStore(shelves),
    ...roundStore(shelves),
    ...answerStore(shelves),
    ...personStore(shelves),
    ...recordStore(shelves),

    errandsDue: async (now) => errands(now),
    heartbeat: (platform, now) => queue.write(() => beat.beat(platform, now)),
    notice: (key, now, every) => queue.write(() => notice.first(key, now, every)),
    addNotice: (fresh, again) => queue.write(() => notice.add(fresh, again)),
    postponeNotice: (key, until) => queue.write(() => void notice.postpone(key, until)),
    settleNotice: (key) => queue.write(() => void notice.settle(key)),
    settleCorrection: (key) => queue.write(() => void correction.settle(key)),
    correctedRound: async (key) => correction.round(key),
    audit: async () => audit(db),
    drawer: drawers(db, queue),

    close: async () => {
      await queue.drained();
      closeDatabase(sqlite);
      letGo();
    },
  };
}

function channelStore({ queue, bank, channel, round, correction }: Shelves): BankStore & ChannelStore {
  return {
    bank: async () => bank.load(),
    syncBank: (questions, now, rule) =>
      queue.write(() => {
        const change = bank.sync(questions, now, rule);
        return { ...change, corrected: change.changed.filter((id) => correction.everywhere(id, now)) };
      }),

    channel: async (id) => channel.one(id),
    channels: async () => channel.all(),
    dueAt: async (id) => channel.state(id).dueAt,
    channelsDue: async (now) => channel.due(now),
    quietDays: async (id) => channel.quietDays(id),
    history: async (id) => round.history(id),
    changeChannel: (id, now, rule) =>
      queue.write(() => {
        const change = rule(channel.state(id));
        if (change) channel.change(change, now);
        return channel.one(id);
      }),
  };
}
