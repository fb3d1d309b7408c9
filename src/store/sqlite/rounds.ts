import { and, asc, eq, getTableColumns, isNotNull, isNull, lte, max, ne, or, sql } from "drizzle-orm";
import type { Asked } from "../../core/asked.js";
import type { ChannelId, Key } from "../../core/ids.js";
import { keepNewest } from "../../core/memo.js";
import type { Receipt } from "../../core/message.js";
import type { History, Round } from "../../core/round.js";
import type { PostedRound, Split } from "../store.js";
import { hot } from "./hot.js";
import type { Db } from "./open.js";
import { attempt, round } from "./schema.js";

type Row = typeof round.$inferSelect;

/** Rounds, and how their messages stand. */
export function rounds(db: Db) {
  const now = sql.placeholder("now");
  const here = eq(round.channel, sql.placeholder("channel"));
  const { asked: askedColumn, ...others } = getTableColumns(round);
  const atKey = eq(round.key, sql.placeholder("key"));
  const byKey = hot(db, db.select(others).from(round).where(atKey), others);
  const askedAt = db.select({ asked: askedColumn }).from(round).where(atKey).prepare();
  const frozen = keepNewest<Key, Asked>(200);
  /** Read anew each time: what a transaction changed may be undone. */
  const loose = new Set<Key>();
  const open = db
    .select()
    .from(round)
    .where(and(here, isNull(round.closedAt), isNull(round.withdrawnAt)))
    .prepare();
  const unposted = db
    .select()
    .from(round)
    .where(and(isNull(round.postedAt), isNull(round.withdrawnAt), lte(round.postAfter, now)))
    .orderBy(asc(round.openedAt))
    .prepare();
  const over = db
    .select({ key: round.key })
    .from(round)
    .where(and(isNull(round.closedAt), lte(round.closesAt, now)))
    .orderBy(asc(round.closesAt))
    .prepare();
  const unrevealed = db
    .select()
    .from(round)
    .where(
      and(
        isNotNull(round.closedAt),
        isNull(round.revealedAt),
        isNotNull(round.postedAt),
        isNull(round.withdrawnAt),
        lte(round.postAfter, now),
      ),
    )
    .orderBy(asc(round.closesAt))
    .prepare();
  const untold = db
    .select()
    .from(round)
    .where(
      and(
        ne(round.answers, round.shown),
        isNotNull(round.postedAt),
        or(lte(round.postAfter, now), eq(round.postAfter, round.openedAt)),
      ),
    )
    .prepare();
  const questions = db
    .select({ question: round.question, at: max(round.openedAt) })
    .from(round)
    .where(and(here, isNull(round.withdrawnAt)))
    .groupBy(round.question)
    .prepare();
  const topics = db
    .select({ topic: round.topic, at: max(round.openedAt) })
    .from(round)
    .where(and(here, isNull(round.withdrawnAt)))
    .groupBy(round.topic)
    .prepare();
  const split = db
    .select({ answer: attempt.answer, right: attempt.right, count: sql<number>`count(*)` })
    .from(attempt)
    .where(eq(attempt.round, sql.placeholder("key")))
    .groupBy(attempt.answer, attempt.right)
    .prepare();
  const set = (key: Key, values: Partial<typeof round.$inferInsert>) =>
    db.update(round).set(values).where(eq(round.key, key)).run();

  return {
    /** What was asked is frozen: it is read and understood once, not at each press. */
    byKey(key: Key): PostedRound | null {
      const row = byKey.get({ key });
      const asked = row && (frozen.get(key) ?? askedAt.get({ key })?.asked);
      if (!asked) return null;
      if (!loose.has(key)) frozen.put(key, asked);
      return toRound({ ...row, asked });
    },
    open: (channel: ChannelId) => open.all({ channel }).map(toRound),
    toPost: (at: Date) => unposted.all({ now: at.getTime() }).map(toRound),
    toClose: (at: Date) => over.all({ now: at.getTime() }).map((row) => row.key),
    toReveal: (at: Date) => unrevealed.all({ now: at.getTime() }).map(toRound),
    untold: (at: Date) => untold.all({ now: at.getTime() }).map(toRound),

    history: (channel: ChannelId): History => ({
      questions: new Map(questions.all({ channel }).map((row) => [row.question, new Date(row.at ?? 0)])),
      topics: new Map(topics.all({ channel }).map((row) => [row.topic, new Date(row.at ?? 0)])),
    }),

    /** False where the date has its round already: the unique index decides. */
    insert(fresh: Round): boolean {
      const { asked, openedAt, closesAt, closedAt, ...rest } = fresh;
      const row = {
        ...rest,
        asked,
        question: asked.question,
        topic: asked.topic,
        openedAt: openedAt.getTime(),
        closesAt: closesAt.getTime(),
        postAfter: openedAt.getTime(),
      };
      return db.insert(round).values(row).onConflictDoNothing().run().changes === 1;
    },

    /** The next daily went out before its time: over now, and due to be closed. */
    endEarly: (key: Key, at: Date) =>
      db
        .update(round)
        .set({ closesAt: at.getTime(), postAfter: sql`min(${round.postAfter}, ${at.getTime()})` })
        .where(eq(round.key, key))
        .run(),
    close: (key: Key, at: Date, outage: boolean) => set(key, { closedAt: at.getTime(), outage }),
    postpone: (key: Key, notBefore: Date) => set(key, { postAfter: notBefore.getTime() }),
    withdraw: (key: Key, at: Date) => set(key, { withdrawnAt: at.getTime(), closedAt: at.getTime() }),
    confirmPosted: (key: Key, receipt: Receipt, at: Date) =>
      set(key, {
        ...{ receiptChannel: receipt.channel, receiptMessage: receipt.message },
        ...{ postedAt: at.getTime(), postAfter: at.getTime() },
      }),
    /** What was asked, with another key; the message is due to show it. */
    correct(key: Key, asked: Asked): void {
      loose.add(key);
      frozen.forget(key);
      set(key, { asked, revealedAt: null });
    },
    confirmShown: (key: Key, { shown, revealed }: { shown: number; revealed: boolean }, at: Date) =>
      set(key, { shown, editedAt: at.getTime(), ...(revealed ? { revealedAt: at.getTime() } : {}) }),

    split(key: Key): Split {
      const sum = { answers: 0, right: 0, unknown: 0, picks: [] as number[] };
      for (const { answer, right, count } of split.all({ key })) {
        sum.answers += count;
        if (right) sum.right += count;
        if (answer.kind === "unknown") sum.unknown += count;
        if (answer.kind !== "picked") continue;
        for (let option = 0; 1 << option <= answer.picks; option += 1) {
          sum.picks[option] = (sum.picks[option] ?? 0) + (answer.picks & (1 << option) ? count : 0);
        }
      }
      return sum;
    },
  };
}

export function toRound(row: Row): PostedRound {
  const at = (value: number | null) => (value === null ? null : new Date(value));
  return {
    key: row.key,
    channel: row.channel,
    day: row.day,
    kind: row.kind,
    asked: row.asked,
    openedAt: new Date(row.openedAt),
    closesAt: new Date(row.closesAt),
    reveal: row.reveal,
    closedAt: at(row.closedAt),
    outage: row.outage,
    receipt:
      row.receiptChannel === null || row.receiptMessage === null
        ? null
        : { channel: row.receiptChannel, message: row.receiptMessage },
    postedAt: at(row.postedAt),
    revealedAt: at(row.revealedAt),
    answers: row.answers,
    shown: row.shown,
    editedAt: at(row.editedAt),
  };
}

/** Bonus rounds touch neither streak nor board. */
export function counts({ kind }: Pick<PostedRound, "kind">): boolean {
  return kind === "scheduled";
}
