import { and, eq, gt, gte, isNotNull, isNull, sql } from "drizzle-orm";
import type { Day } from "../../core/calendar.js";
import type { ChannelId, PersonId } from "../../core/ids.js";
import type { MemberDay } from "../../core/member.js";
import type { PostedRound } from "../store.js";
import type { Db } from "./open.js";
import { attempt, away, round } from "./schema.js";
import { keyIsOut } from "./told.js";

/** A channel's scheduled rounds as they were for one person, from a day on, oldest first. */
export function memberDays(db: Db) {
  const isAway = sql<number>`exists (select 1 from ${away} where ${away.person} = ${sql.placeholder("person")}
    and ${round.day} between ${away.fromDay} and ${away.toDay})`;
  const days = db
    .select({
      day: round.day,
      closedAt: round.closedAt,
      outage: round.outage,
      answer: attempt.at,
      right: sql<number>`${attempt.right} and ${keyIsOut}`,
      graded: sql<number>`${attempt.right} is not null and ${keyIsOut}`,
      away: isAway,
    })
    .from(round)
    .leftJoin(attempt, and(eq(attempt.round, round.key), eq(attempt.person, sql.placeholder("person"))))
    .where(
      and(
        eq(round.channel, sql.placeholder("channel")),
        eq(round.kind, "scheduled"),
        isNull(round.withdrawnAt),
        gte(round.day, sql.placeholder("joined")),
      ),
    )
    .orderBy(round.day)
    .prepare();

  return (channel: ChannelId, who: PersonId, joined: Day): readonly MemberDay[] =>
    days.all({ channel, person: who, joined }).map((row) => ({
      day: row.day,
      closed: row.closedAt !== null,
      right: row.right === 1,
      graded: row.graded === 1,
      state: stateOf(row),
    }));
}

/** Whether a later day is over already: a clock ran ahead, or the channel moved far westward. */
export function laterDays(db: Db) {
  const later = db
    .select({ day: round.day })
    .from(round)
    .where(
      and(
        eq(round.channel, sql.placeholder("channel")),
        eq(round.kind, "scheduled"),
        isNotNull(round.closedAt),
        isNull(round.withdrawnAt),
        gt(round.day, sql.placeholder("day")),
      ),
    )
    .limit(1)
    .prepare();
  return ({ channel, day }: PostedRound): boolean => later.get({ channel, day }) !== undefined;
}

function stateOf(row: {
  answer: number | null;
  closedAt: number | null;
  outage: boolean;
  away: number;
}): MemberDay["state"] {
  if (row.answer !== null) return "answered";
  if (row.closedAt === null) return "open";
  if (row.outage) return "outage";
  return row.away === 1 ? "away" : "missed";
}
