import { and, eq, isNull, sql } from "drizzle-orm";
import type { Day } from "../../core/calendar.js";
import type { ChannelId, PersonId } from "../../core/ids.js";
import {
  type Member,
  type MemberAfterClose,
  type MemberAtClose,
  monthOf,
  recount,
  streakNow,
} from "../../core/member.js";
import type { Streak } from "../../core/streak.js";
import type { PostedRound } from "../store.js";
import { hot } from "./hot.js";
import { laterDays, memberDays } from "./member-days.js";
import type { Db } from "./open.js";
import { attempt, away, member, month, round } from "./schema.js";

type Row = typeof member.$inferSelect;

/** Members and their kept totals. */
export function members(db: Db) {
  const here = eq(member.channel, sql.placeholder("channel"));
  const who = eq(member.person, sql.placeholder("person"));
  const one = db.select().from(member).where(and(here, who)).prepare();
  const ofPerson = db.select().from(member).where(who).orderBy(member.channel).prepare();
  const days = memberDays(db);
  const first = db
    .select({ day: sql<Day | null>`min(${round.day})` })
    .from(attempt)
    .innerJoin(round, eq(round.key, attempt.round))
    .where(
      and(
        eq(attempt.person, sql.placeholder("person")),
        eq(round.channel, sql.placeholder("channel")),
        eq(round.kind, "scheduled"),
        isNull(round.withdrawnAt),
      ),
    )
    .prepare();
  const answeredOpen = db
    .select({ key: round.key })
    .from(round)
    .innerJoin(attempt, and(eq(attempt.round, round.key), eq(attempt.person, sql.placeholder("person"))))
    .where(
      and(
        eq(round.channel, sql.placeholder("channel")),
        eq(round.kind, "scheduled"),
        isNull(round.closedAt),
        isNull(round.withdrawnAt),
      ),
    )
    .prepare();
  const { joined, current, longest, freezes, gap } = member;
  const streak = { current, longest, freezes, gap };
  const join = hot(
    db,
    db
      .insert(member)
      .values({
        channel: sql.placeholder("channel"),
        person: sql.placeholder("person"),
        joined: sql.placeholder("joined"),
        answered: 1,
        right: sql.placeholder("right"),
      })
      .onConflictDoUpdate({
        target: [member.channel, member.person],
        set: { answered: sql`${member.answered} + 1`, right: sql`${member.right} + excluded.right` },
      })
      .returning({ joined, ...streak }),
    { joined, ...streak },
  );
  const addMonth = hot(
    db,
    db
      .insert(month)
      .values({
        channel: sql.placeholder("channel"),
        month: sql.placeholder("month"),
        person: sql.placeholder("person"),
        answered: sql.placeholder("answered"),
        graded: sql.placeholder("graded"),
        right: sql.placeholder("right"),
        due: 1,
      })
      .onConflictDoUpdate({
        target: [month.channel, month.month, month.person],
        set: {
          answered: sql`${month.answered} + excluded.answered`,
          graded: sql`${month.graded} + excluded.graded`,
          right: sql`${month.right} + excluded.right`,
          due: sql`${month.due} + 1`,
        },
      }),
  );
  const setStreak = db
    .update(member)
    .set({
      current: sql`${sql.placeholder("current")}`,
      longest: sql`${sql.placeholder("longest")}`,
      freezes: sql`${sql.placeholder("freezes")}`,
      gap: sql`${sql.placeholder("gap")}`,
    })
    .where(and(here, who))
    .prepare();
  const atClose = db
    .select({
      person: member.person,
      ...streak,
      answered: attempt.at,
      away: sql<number>`exists (select 1 from ${away} where ${away.person} = ${member.person}
        and ${sql.placeholder("day")} between ${away.fromDay} and ${away.toDay})`,
    })
    .from(member)
    .leftJoin(attempt, and(eq(attempt.round, sql.placeholder("round")), eq(attempt.person, member.person)))
    .where(and(here, sql`${member.joined} <= ${sql.placeholder("day")}`))
    .prepare();

  return {
    one: (channel: ChannelId, who: PersonId) => optional(one.get({ channel, person: who })),
    ofPerson: (who: PersonId) => ofPerson.all({ person: who }).map(toMember),

    days,
    isOvertaken: laterDays(db),

    /** The streak with the round that is open now. */
    streak(channel: ChannelId, who: PersonId): Streak {
      const row = one.get({ channel, person: who });
      return streakNow(row ? streakOf(row) : null, answeredOpen.get({ channel, person: who }) !== undefined);
    },

    /**
     * One more counted answer to a scheduled round, and the streak with it. One that came out of order is folded in
     * from the start. `right`: null where it is not told, or there is nothing to be right about.
     */
    count(to: PostedRound, who: PersonId, right: boolean | null): Streak {
      const here = { channel: to.channel, person: who };
      const row = join.get({ ...here, joined: to.day, right: right ? 1 : 0 });
      const graded = right === null ? 0 : 1;
      addMonth.run({ ...here, month: monthOf(to.day), answered: 1, graded, right: right ? 1 : 0 });
      if (row && !to.closedAt && row.joined <= to.day) return streakNow(streakOf(row), true);
      this.recount(to.channel, who);
      return this.streak(to.channel, who);
    },

    atClose: (closing: PostedRound): readonly MemberAtClose[] =>
      atClose.all({ channel: closing.channel, round: closing.key, day: closing.day }).map((row) => ({
        person: row.person,
        streak: streakOf(row),
        answered: row.answered !== null,
        away: row.away === 1,
      })),

    close({ channel, day }: PostedRound, after: readonly MemberAfterClose[]): void {
      for (const { person, streak, due } of after) {
        setStreak.run({ channel, person, ...streak });
        if (due) addMonth.run({ channel, person, month: monthOf(day), answered: 0, graded: 0, right: 0 });
      }
    },

    /** Everything kept about a member, from rounds and attempts alone. */
    recount(channel: ChannelId, who: PersonId): void {
      const [theirs, theirMonths] = [
        and(eq(member.channel, channel), eq(member.person, who)),
        and(eq(month.channel, channel), eq(month.person, who)),
      ];
      db.delete(month).where(theirMonths).run();
      const joined = first.get({ channel, person: who })?.day;
      if (!joined) return void db.delete(member).where(theirs).run();
      const totals = recount(days(channel, who, joined));
      const { answered, right, streak } = totals;
      db.update(member)
        .set({ joined, answered, right, ...streak })
        .where(theirs)
        .run();
      for (const [name, sums] of totals.months) {
        db.insert(month)
          .values({ channel, person: who, month: name, ...sums })
          .run();
      }
    },
  };
}

function toMember(row: Row): Member {
  const { channel, person, joined, answered, right } = row;
  return { channel, person, joined, answered, right, streak: streakOf(row) };
}

export function streakOf(row: Streak): Streak {
  const { current, longest, freezes, gap } = row;
  return { current, longest, freezes, gap };
}

function optional(row: Row | undefined): Member | null {
  return row ? toMember(row) : null;
}
