import { and, eq, inArray, sql } from "drizzle-orm";
import type { Asked } from "../../core/asked.js";
import { gains } from "../../core/correction.js";
import type { Key } from "../../core/ids.js";
import { monthOf } from "../../core/member.js";
import type { Db } from "./open.js";
import { counts } from "./rounds.js";
import { attempt, member, month, type round } from "./schema.js";

type Row = typeof round.$inferSelect;

/**
 * Answers of a round that were wrong and are right by its corrected key, with the totals that count them; how many they
 * are. `untold`: a round whose results join the totals later.
 */
export function gaining(db: Db) {
  const wrong = and(eq(attempt.round, sql.placeholder("round")), eq(attempt.right, false));
  const answer = sql<string>`${attempt.answer}`;
  const alike = and(wrong, eq(answer, sql.placeholder("answer")));
  const who = db.select({ person: attempt.person }).from(attempt).where(alike);
  const [channel, then] = [sql.placeholder("channel"), sql.placeholder("month")];
  const given = db
    .select({ raw: answer, answer: attempt.answer })
    .from(attempt)
    .where(wrong)
    .groupBy(answer)
    .prepare();
  const inMember = db
    .update(member)
    .set({ right: sql`${member.right} + 1` })
    .where(and(eq(member.channel, channel), inArray(member.person, who)))
    .prepare();
  const inMonth = db
    .update(month)
    .set({ right: sql`${month.right} + 1` })
    .where(and(eq(month.channel, channel), eq(month.month, then), inArray(month.person, who)))
    .prepare();
  const inAttempts = db.update(attempt).set({ right: true }).where(alike).prepare();

  return (row: Row, { asked, untold }: { readonly asked: Asked; readonly untold: Key | null }): number => {
    let gained = 0;
    for (const { raw, answer } of given.all({ round: row.key })) {
      if (!gains(asked, { right: false, answer })) continue;
      const these = { round: row.key, answer: raw, channel: row.channel };
      if (counts(row) && row.withdrawnAt === null && row.key !== untold) {
        inMember.run(these);
        inMonth.run({ ...these, month: monthOf(row.day) });
      }
      gained += inAttempts.run(these).changes;
    }
    return gained;
  };
}
