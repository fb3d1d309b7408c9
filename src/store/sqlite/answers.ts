import { and, desc, eq, getTableColumns, gte, inArray, isNotNull, isNull, like, max, sql } from "drizzle-orm";
import { type Ask, justSeen, type NewAsk } from "../../core/ask.js";
import { hour } from "../../core/calendar.js";
import type { Key, PersonId, QuestionId } from "../../core/ids.js";
import type { Attempt, SelfGrade } from "../../core/round.js";
import { isOfRun, nameOf, type Run } from "../../core/run.js";
import type { RunAnswer } from "../../core/run-report.js";
import { goneFrom } from "./erase.js";
import { hot } from "./hot.js";
import type { Db } from "./open.js";
import { ask, attempt, round } from "./schema.js";

/** First answers, to rounds and to asks. */
export function answers(db: Db) {
  const theirs = and(
    eq(attempt.round, sql.placeholder("round")),
    eq(attempt.person, sql.placeholder("person")),
  );
  const one = hot(db, db.select().from(attempt).where(theirs), getTableColumns(attempt));
  const byWhom = inArray(attempt.person, [sql.placeholder("person"), sql.placeholder("gone")]);
  const earlier = hot(
    db,
    db
      .select()
      .from(attempt)
      .where(and(eq(attempt.round, sql.placeholder("round")), byWhom)),
    getTableColumns(attempt),
  );
  const insert = hot(
    db,
    db.insert(attempt).values({
      round: sql.placeholder("round"),
      person: sql.placeholder("person"),
      answer: sql.placeholder("answer"),
      right: sql.placeholder("right"),
      at: sql.placeholder("at"),
    }),
  );
  const countOne = hot(
    db,
    db
      .update(round)
      .set({ answers: sql`${round.answers} + 1` })
      .where(eq(round.key, sql.placeholder("round"))),
  );
  const grade = db
    .update(attempt)
    .set({ selfGrade: sql`${sql.placeholder("grade")}` })
    .where(and(theirs, isNull(attempt.selfGrade)))
    .prepare();
  const oneAsk = db
    .select()
    .from(ask)
    .where(eq(ask.key, sql.placeholder("key")))
    .prepare();

  const waitsFor = (person: PersonId, question: QuestionId) =>
    and(eq(ask.person, person), eq(ask.question, question), isNull(ask.answeredAt));
  /** When they were shown the answer of a question and have not said how it went. */
  const turnedSince = (person: PersonId, question: QuestionId, since: Date): number | null =>
    db
      .select({ at: max(ask.turnedAt) })
      .from(ask)
      .where(and(waitsFor(person, question), gte(ask.turnedAt, since.getTime())))
      .get()?.at ?? null;

  return {
    one: (key: Key, person: PersonId) => optional(one.get({ round: key, person }), toAttempt),

    /** Theirs, also where they were erased since: then it bears another name. */
    earlier: (key: Key, person: PersonId) =>
      optional(earlier.get({ round: key, person, gone: goneFrom(key, person) }), toAttempt),

    all: (key: Key) => db.select().from(attempt).where(eq(attempt.round, key)).all().map(toAttempt),

    insert(key: Key, { person, answer, right, at }: Attempt): void {
      insert.run({ round: key, person, answer, right, at: at.getTime() });
      countOne.run({ round: key });
    },

    /** Once: a second grade changes nothing. */
    grade: (key: Key, person: PersonId, given: SelfGrade): boolean =>
      grade.run({ round: key, person, grade: given }).changes === 1 ||
      db
        .update(ask)
        .set({ selfGrade: given })
        .where(and(eq(ask.key, key), eq(ask.person, person), isNull(ask.selfGrade)))
        .run().changes === 1,

    ask: (key: Key) => optional(oneAsk.get({ key }), toAsk),
    newestAsk: (person: PersonId, where: "alone" | "anywhere") =>
      optional(
        db
          .select()
          .from(ask)
          .where(and(eq(ask.person, person), where === "alone" ? isNull(ask.channel) : undefined))
          .orderBy(desc(ask.askedAt), sql`rowid desc`)
          .limit(1)
          .get(),
        toAsk,
      ),

    /** Answered ones, oldest first; a clock that went back by less than a day hides none. */
    ofRun: (person: PersonId, run: Run): readonly RunAnswer[] =>
      db
        .select({ asked: ask.asked, right: ask.right, selfGrade: ask.selfGrade, run: ask.run })
        .from(ask)
        .where(
          and(
            eq(ask.person, person),
            gte(ask.askedAt, run.since.getTime() - 24 * hour),
            like(ask.run, `${nameOf(run)}%`),
            isNotNull(ask.answeredAt),
          ),
        )
        .orderBy(sql`rowid`)
        .all()
        .filter((row) => isOfRun(row.run, run)),

    openAsk({ askedAt, asked, ...rest }: NewAsk): void {
      const since = new Date(askedAt.getTime() - justSeen);
      const turnedAt = turnedSince(rest.person, asked.question, since);
      const row = { ...rest, asked, question: asked.question, askedAt: askedAt.getTime(), turnedAt };
      db.insert(ask).values(row).onConflictDoNothing().run();
    },

    /** And every other ask of the same question that still waits for them. */
    turnAsk({ person, asked }: Pick<Ask, "person" | "asked">, at: Date): void {
      db.update(ask)
        .set({ turnedAt: at.getTime() })
        .where(and(waitsFor(person, asked.question), isNull(ask.turnedAt)))
        .run();
    },

    /** It is said how it went: the next time it is asked anew. */
    unturn(person: PersonId, question: QuestionId): void {
      db.update(ask).set({ turnedAt: null }).where(waitsFor(person, question)).run();
    },

    answerAsk: (key: Key, { answer, right, selfGrade, at }: Attempt) =>
      db
        .update(ask)
        .set({ answer, right, selfGrade, answeredAt: at.getTime() })
        .where(eq(ask.key, key))
        .run(),
  };
}

export function toAttempt(row: Omit<typeof attempt.$inferSelect, "round">): Attempt {
  const { person, at, answer, right, selfGrade } = row;
  return { person, at: new Date(at), answer, right, selfGrade };
}

export function toAsk(row: typeof ask.$inferSelect): Ask {
  const { key, person, channel, purpose, run, asked, turnedAt, answer, right, selfGrade, answeredAt } = row;
  const attempt =
    answer === null || answeredAt === null
      ? null
      : { person, at: new Date(answeredAt), answer, right, selfGrade };
  const turned = turnedAt !== null;
  return { key, person, channel, purpose, run, asked, askedAt: new Date(row.askedAt), turned, attempt };
}

function optional<Raw, Made>(row: Raw | undefined, make: (row: Raw) => Made): Made | null {
  return row === undefined ? null : make(row);
}
