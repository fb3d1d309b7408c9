import { and, desc, eq, exists, isNotNull, isNull, or, type SQLWrapper, sql } from "drizzle-orm";
import type { Day, DayRange } from "../../core/calendar.js";
import type { ChannelId, PersonId, QuestionId } from "../../core/ids.js";
import { type PracticeSettings, usual } from "../../core/practice-settings.js";
import type { Results } from "../../core/quiz.js";
import type { PastAnswer } from "../store.js";
import { hot } from "./hot.js";
import type { Db } from "./open.js";
import { ask, attempt, away, member, person, round } from "./schema.js";
import { toldRight } from "./told.js";

/** Right or wrong; where there was nothing to be right about, as they graded themselves. */
const knew = (right: SQLWrapper, selfGrade: SQLWrapper) =>
  sql<boolean | null>`coalesce(${right}, ${selfGrade} = 'had it')`.mapWith(ask.right);

/** People, with or without a channel. */
export function people(db: Db) {
  const known = db
    .select()
    .from(person)
    .where(eq(person.id, sql.placeholder("id")))
    .prepare();
  const zone = sql`coalesce(excluded.zone, ${person.zone})`;
  const keep = hot(
    db,
    db
      .insert(person)
      .values({
        id: sql.placeholder("id"),
        name: sql.placeholder("name"),
        zone: sql.placeholder("zone"),
        metAt: sql.placeholder("metAt"),
      })
      .onConflictDoUpdate({
        target: person.id,
        set: { name: sql`excluded.name`, zone },
        setWhere: sql`${person.name} <> excluded.name or ${person.zone} is not ${zone}`,
      }),
  );
  const lastChannel = db
    .select({ channel: round.channel })
    .from(attempt)
    .innerJoin(round, eq(round.key, attempt.round))
    .where(eq(attempt.person, sql.placeholder("person")))
    .orderBy(desc(attempt.at))
    .limit(1)
    .prepare();

  return {
    /** Writes only what is new: every press passes here. */
    meet: ({ id, name, zone }: { id: PersonId; name: string; zone?: string }, now: Date) =>
      keep.run({ id, name, zone: zone ?? null, metAt: now.getTime() }),

    /** A person's last result for each question, as far as it was told, from dailies and from asks. */
    results(who: PersonId): Results {
      const rows = [
        ...db
          .select({ question: round.question, right: knew(toldRight, attempt.selfGrade), at: attempt.at })
          .from(attempt)
          .innerJoin(round, eq(round.key, attempt.round))
          .where(eq(attempt.person, who))
          .all(),
        ...db
          .select({ question: ask.question, right: knew(ask.right, ask.selfGrade), at: ask.answeredAt })
          .from(ask)
          .where(and(eq(ask.person, who), isNotNull(ask.answeredAt)))
          .all(),
      ].sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
      return new Map(rows.map(({ question, right, at }) => [question, { right, at: new Date(at ?? 0) }]));
    },

    /** Open, and not yet answered or not yet told, where this person takes part or in the channel asked from. */
    openFor(who: PersonId, from: ChannelId | null): ReadonlySet<QuestionId> {
      const takesPart = exists(
        db
          .select({ one: sql`1` })
          .from(member)
          .where(and(eq(member.channel, round.channel), eq(member.person, who))),
      );
      const rows = db
        .select({ question: round.question })
        .from(round)
        .leftJoin(attempt, and(eq(attempt.round, round.key), eq(attempt.person, who)))
        .where(
          and(
            isNull(round.closedAt),
            or(isNull(attempt.person), eq(round.reveal, "at-close")),
            from === null ? takesPart : or(eq(round.channel, from), takesPart),
          ),
        )
        .all();
      return new Set(rows.map((row) => row.question));
    },

    away: (who: PersonId): readonly DayRange[] =>
      db
        .select({ from: away.fromDay, to: away.toDay })
        .from(away)
        .where(eq(away.person, who))
        .orderBy(away.fromDay)
        .all(),

    setAway(who: PersonId, ranges: readonly DayRange[]): void {
      db.delete(away).where(eq(away.person, who)).run();
      for (const { from, to } of ranges)
        db.insert(away).values({ person: who, fromDay: from, toDay: to }).run();
    },

    /** Days of closed scheduled rounds in the channels where this person is a member, latest last. */
    closedDays: (who: PersonId): readonly Day[] =>
      db
        .selectDistinct({ day: round.day })
        .from(round)
        .innerJoin(member, and(eq(member.channel, round.channel), eq(member.person, who)))
        .where(and(eq(round.kind, "scheduled"), isNotNull(round.closedAt), isNull(round.withdrawnAt)))
        .orderBy(round.day)
        .all()
        .map((row) => row.day),

    lastChannel: (who: PersonId): ChannelId | null => lastChannel.get({ person: who })?.channel ?? null,

    one: (who: PersonId) => known.get({ id: who }) ?? null,
    settings(who: PersonId): PracticeSettings {
      const row = known.get({ id: who });
      return { freshADay: row?.freshADay ?? usual.freshADay, retention: row?.retention ?? usual.retention };
    },
    changeSettings(who: PersonId, change: Partial<PracticeSettings>): void {
      if (Object.keys(change).length === 0) return;
      db.update(person).set(change).where(eq(person.id, who)).run();
    },
    hide: (who: PersonId, hidden: boolean) =>
      db.update(person).set({ hidden }).where(eq(person.id, who)).run(),

    /** Their last answers, newest first. */
    answers(who: PersonId, most: number): readonly PastAnswer[] {
      const rows = [
        ...db
          .select({
            asked: round.asked,
            right: toldRight,
            at: attempt.at,
            answer: attempt.answer,
            selfGrade: attempt.selfGrade,
          })
          .from(attempt)
          .innerJoin(round, eq(round.key, attempt.round))
          .where(eq(attempt.person, who))
          .orderBy(desc(attempt.at))
          .limit(most)
          .all(),
        ...db
          .select({
            asked: ask.asked,
            right: ask.right,
            at: ask.answeredAt,
            answer: ask.answer,
            selfGrade: ask.selfGrade,
          })
          .from(ask)
          .where(and(eq(ask.person, who), isNotNull(ask.answeredAt)))
          .orderBy(desc(ask.answeredAt))
          .limit(most)
          .all(),
      ];
      return rows
        .map(({ at, ...rest }) => ({ ...rest, at: new Date(at ?? 0) }))
        .sort((a, b) => b.at.getTime() - a.at.getTime())
        .slice(0, most);
    },
  };
}
