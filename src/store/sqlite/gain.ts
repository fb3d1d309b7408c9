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
export function gain(db: Db, row: Row, { asked, untold }: { asked: Asked; untold: Key | null }): number {
  const wrong = and(eq(attempt.round, row.key), eq(attempt.right, false));
  const raw = sql<string>`${attempt.answer}`;
  const given = db.select({ raw, answer: attempt.answer }).from(attempt).where(wrong).groupBy(raw).all();
  const right = given.filter(({ answer }) => gains(asked, { right: false, answer })).map((one) => one.raw);
  if (right.length === 0) return 0;
  const gaining = and(wrong, inArray(raw, right));
  if (counts(row) && row.withdrawnAt === null && row.key !== untold) {
    const who = db.select({ person: attempt.person }).from(attempt).where(gaining);
    db.update(member)
      .set({ right: sql`${member.right} + 1` })
      .where(and(eq(member.channel, row.channel), inArray(member.person, who)))
      .run();
    const then = and(eq(month.channel, row.channel), eq(month.month, monthOf(row.day)));
    db.update(month)
      .set({ right: sql`${month.right} + 1` })
      .where(and(then, inArray(month.person, who)))
      .run();
  }
  return db.update(attempt).set({ right: true }).where(gaining).run().changes;
}
