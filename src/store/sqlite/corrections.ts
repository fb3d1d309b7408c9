import { and, eq, gt, isNotNull, isNull, lte, ne, or, sql } from "drizzle-orm";
import { minute } from "../../core/calendar.js";
import { correctKey, gains } from "../../core/correction.js";
import { type ChannelId, type Key, keyOf, type QuestionId } from "../../core/ids.js";
import { fingerprint } from "../../core/seed.js";
import type { Correction } from "../store.js";
import type { banks } from "./banks.js";
import { gaining } from "./gain.js";
import type { Db } from "./open.js";
import type { rounds } from "./rounds.js";
import { ask, correction, round } from "./schema.js";

/** An author who saves twice, one mark after the other, is heard once. */
const calm = 2 * minute;

type Shelves = {
  readonly db: Db;
  readonly bank: ReturnType<typeof banks>;
  readonly round: ReturnType<typeof rounds>;
};
type Entry = NonNullable<ReturnType<Shelves["bank"]["entry"]>>;
type Row = typeof round.$inferSelect;
/** `untold`: a round whose totals are yet to come. */
type Where = {
  readonly channel: ChannelId;
  readonly entry: Entry;
  readonly now: Date;
  readonly untold: Key | null;
};

/** Keys that were corrected after they had been asked: who matches the new one gains, and nobody loses. */
export function corrections({ db, bank, round: shelf }: Shelves) {
  const gain = gaining(db);
  const [channel, question] = [sql.placeholder("channel"), sql.placeholder("question")];
  const openHere = db
    .select({ key: round.key })
    .from(round)
    .where(and(eq(round.channel, channel), eq(round.question, question), isNull(round.closedAt)))
    .limit(1)
    .prepare();
  const open = db
    .select({ channel: round.channel })
    .from(round)
    .where(and(eq(round.question, question), isNull(round.closedAt)))
    .prepare();
  const asked = db
    .selectDistinct({ channel: round.channel })
    .from(round)
    .where(and(eq(round.question, question), isNotNull(round.closedAt)))
    .prepare();
  const older = db
    .select()
    .from(round)
    .where(
      and(
        ...[eq(round.channel, channel), eq(round.question, question), isNotNull(round.closedAt)],
        ne(sql`json_extract(${round.asked}, '$.version')`, sql.placeholder("version")),
      ),
    )
    .orderBy(round.openedAt)
    .prepare();

  /** The rounds of this question that are over in one channel. */
  function correctIn({ channel, entry, now, untold }: Where): boolean {
    const { question, version } = entry;
    const corrected = older.all({ channel, question: question.id, version }).flatMap((row) => {
      const asked = correctKey(row.asked, entry);
      if (!asked) return [];
      shelf.correct(row.key, asked);
      return [{ row, gained: gain(row, { asked, untold }) }];
    });
    if (corrected.length > 0) announce(corrected, { channel, entry, now, untold });
    return corrected.length > 0;
  }

  /** To be told where the old key was shown; words about it that are not told yet give way. */
  function announce(corrected: readonly Corrected[], { channel, entry, now }: Where): void {
    const { id } = entry.question;
    const about = and(eq(correction.channel, channel), eq(correction.question, id));
    const before = db.select().from(correction).where(about).all();
    const last = Math.max(0, ...before.map(({ at }) => at));
    const shown = corrected.filter(
      ({ row }) => row.withdrawnAt === null && (row.revealedAt !== null || last > (row.closedAt ?? last)),
    );
    const newest = shown.at(-1)?.row;
    if (!newest) return;
    const unsaid = before.filter(({ dueAt }) => dueAt !== null);
    db.delete(correction)
      .where(and(about, isNotNull(correction.dueAt)))
      .run();
    db.insert(correction)
      .values({
        key: keyOf(fingerprint(`correction ${channel} ${id} ${entry.version} ${newest.key}`)),
        ...{ channel, question: id, round: newest.key, rounds: shown.length },
        answers: sum(shown.map(({ row }) => row.answers)),
        gained: sum([...shown, ...unsaid].map(({ gained }) => gained)),
        ...{ at: now.getTime(), dueAt: now.getTime() + calm },
      })
      .onConflictDoNothing()
      .run();
  }

  /** Also those that wait for an answer: their letters stay, and nobody was told of a key. */
  function correctAsks(entry: Entry): boolean {
    const { id } = entry.question;
    const stale = ne(sql`json_extract(${ask.asked}, '$.version')`, entry.version);
    const rows = db
      .select()
      .from(ask)
      .where(and(eq(ask.question, id), stale))
      .all();
    const corrected = rows.flatMap(({ key, asked, answer, right }) => {
      const now = correctKey(asked, entry);
      return now ? [{ key, asked: now, right: answer && gains(now, { right, answer }) ? true : right }] : [];
    });
    for (const { key, ...fresh } of corrected) db.update(ask).set(fresh).where(eq(ask.key, key)).run();
    return corrected.length > 0;
  }

  const due = db
    .select()
    .from(correction)
    .where(
      and(
        isNotNull(correction.dueAt),
        or(lte(correction.dueAt, sql.placeholder("now")), gt(correction.at, sql.placeholder("now"))),
      ),
    )
    .prepare();

  return {
    /**
     * Wherever this question was asked; a channel in which it is open waits for the close, so that nothing leaks. True
     * where anything was corrected.
     */
    everywhere(id: QuestionId, now: Date): boolean {
      const entry = bank.entry(id);
      if (!entry) return false;
      const waiting = new Set(open.all({ question: id }).map((row) => row.channel));
      const done = asked
        .all({ question: id })
        .filter((row) => !waiting.has(row.channel))
        .map((row) => correctIn({ channel: row.channel, entry, now, untold: null }));
      return [...done, correctAsks(entry)].includes(true);
    },

    /** A round of this question is over here: it and those before it, unless another one is open. */
    here(id: QuestionId, where: Omit<Where, "entry">): void {
      if (openHere.get({ channel: where.channel, question: id })) return;
      const entry = bank.entry(id);
      if (entry) correctIn({ ...where, entry });
    },

    /** Due too where the clock went back behind the correction itself. */
    due: (now: Date): readonly Correction[] =>
      due.all({ now: now.getTime() }).flatMap(({ round: key, ...row }) => {
        const newest = shelf.byKey(key);
        return newest ? [{ ...row, round: newest }] : [];
      }),

    settle: (key: Key) => db.update(correction).set({ dueAt: null }).where(eq(correction.key, key)).run(),

    round(key: Key) {
      const row = db.select().from(correction).where(eq(correction.key, key)).get();
      return row ? shelf.byKey(row.round) : null;
    },
  };
}

type Corrected = { readonly row: Row; readonly gained: number };

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
