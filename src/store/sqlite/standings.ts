import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { ChannelId } from "../../core/ids.js";
import type { Tally } from "../../core/leaderboard.js";
import { streakNow } from "../../core/member.js";
import { streakOf } from "./members.js";
import type { Db } from "./open.js";
import { attempt, member, month, person, round } from "./schema.js";

/** What the board of a month is made of: kept totals of every member who does not hide. */
export function standings(
  db: Db,
  channel: ChannelId,
  name: string,
): { tallies: readonly Tally[]; rounds: number } {
  return { tallies: standingsOf(db, channel, name), rounds: roundsIn(db, channel, name) };
}

function standingsOf(db: Db, channel: ChannelId, name: string): readonly Tally[] {
  const open = db
    .select({ key: round.key })
    .from(round)
    .where(and(eq(round.channel, channel), eq(round.kind, "scheduled"), isNull(round.closedAt)));
  const rows = db
    .select({ member, name: person.name, month, open: attempt.at })
    .from(member)
    .innerJoin(person, eq(person.id, member.person))
    .leftJoin(month, and(eq(month.channel, channel), eq(month.month, name), eq(month.person, member.person)))
    .leftJoin(attempt, and(inArray(attempt.round, open), eq(attempt.person, member.person)))
    .where(and(eq(member.channel, channel), eq(person.hidden, false)))
    .all();
  return rows.map((row) => {
    const { current, longest } = streakNow(streakOf(row.member), row.open !== null);
    const { answered, right, due } = row.month ?? { answered: 0, right: 0, due: 0 };
    return { person: row.member.person, name: row.name, answered, right, due, current, longest };
  });
}

function roundsIn(db: Db, channel: ChannelId, name: string): number {
  const inMonth = and(
    eq(round.channel, channel),
    eq(round.kind, "scheduled"),
    isNull(round.withdrawnAt),
    sql`${round.day} between ${`${name}-01`} and ${`${name}-31`}`,
  );
  return db.select({ count: sql<number>`count(*)` }).from(round).where(inMonth).get()?.count ?? 0;
}
