import { and, eq, ne, sql } from "drizzle-orm";
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
  return db
    .select()
    .from(member)
    .all()
    .flatMap((row) => {
      const totals = recount(days(row.channel, row.person, row.joined));
      const kept = monthsOf(db, row);
      const same =
        row.answered === totals.answered &&
        row.right === totals.right &&
        JSON.stringify(streakOf(row)) === JSON.stringify(totals.streak) &&
        JSON.stringify([...kept]) === JSON.stringify([...totals.months].filter(([, sums]) => sums.due > 0));
      return same ? [] : [`member ${row.person} in ${row.channel}: kept totals differ from a recount`];
    });
}

function monthsOf(db: Db, row: typeof member.$inferSelect): ReadonlyMap<string, MonthTotals> {
  const rows = db
    .select()
    .from(month)
    .where(and(eq(month.channel, row.channel), eq(month.person, row.person)))
    .orderBy(month.month)
    .all();
  return new Map(
    rows
      .filter(({ due }) => due > 0)
      .map(({ month: name, answered, graded, right, due }) => [name, { answered, graded, right, due }]),
  );
}
