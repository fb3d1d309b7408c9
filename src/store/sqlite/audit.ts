import { eq, ne, sql } from "drizzle-orm";
import { type MonthTotals, recount } from "../../core/member.js";
import { memberDays } from "./member-days.js";
import { streakOf } from "./members.js";
import type { Db } from "./open.js";
import { attempt, member, month, round } from "./schema.js";

/** Where kept totals differ from what rounds and attempts say, in words; none, always. */
export function audit(db: Db): readonly string[] {
  return [...wrongCounts(db), ...wrongMembers(db)];
}

function wrongCounts(db: Db): readonly string[] {
  const counted = db
    .select({ round: attempt.round, count: sql<number>`count(*)`.as("count") })
    .from(attempt)
    .groupBy(attempt.round)
    .as("counted");
  return db
    .select({ key: round.key, kept: round.answers, count: sql<number>`coalesce(${counted.count}, 0)` })
    .from(round)
    .leftJoin(counted, eq(counted.round, round.key))
    .where(ne(round.answers, sql`coalesce(${counted.count}, 0)`))
    .all()
    .map(({ key, kept, count }) => `round ${key}: ${kept} answers kept, ${count} counted`);
}

function wrongMembers(db: Db): readonly string[] {
  const days = memberDays(db);
  const months = monthsByMember(db);
  return db
    .select()
    .from(member)
    .all()
    .flatMap((row) => {
      const totals = recount(days(row.channel, row.person, row.joined));
      const kept = months.get(`${row.channel} ${row.person}`) ?? new Map<string, MonthTotals>();
      const same =
        row.answered === totals.answered &&
        row.right === totals.right &&
        JSON.stringify(streakOf(row)) === JSON.stringify(totals.streak) &&
        JSON.stringify([...kept]) === JSON.stringify([...totals.months].filter(([, sums]) => sums.due > 0));
      return same ? [] : [`member ${row.person} in ${row.channel}: kept totals differ from a recount`];
    });
}

/** Every member's months that were due, in order, under `channel person`. */
function monthsByMember(db: Db): ReadonlyMap<string, ReadonlyMap<string, MonthTotals>> {
  const all = new Map<string, Map<string, MonthTotals>>();
  for (const { channel, person, month: name, ...sums } of db
    .select()
    .from(month)
    .orderBy(month.month)
    .all()) {
    if (sums.due === 0) continue;
    const { answered, graded, right, due } = sums;
    const own = all.get(`${channel} ${person}`) ?? new Map<string, MonthTotals>();
    all.set(`${channel} ${person}`, own.set(name, { answered, graded, right, due }));
  }
  return all;
}
