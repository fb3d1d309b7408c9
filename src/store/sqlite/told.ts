import { and, eq, sql } from "drizzle-orm";
import { monthOf } from "../../core/member.js";
import type { Attempt } from "../../core/round.js";
import type { PostedRound } from "../store.js";
import type { Db } from "./open.js";
import { attempt, member, month, round } from "./schema.js";

/** Members were told right from wrong: at once, or at the close. */
export const keyIsOut = sql<boolean>`(${round.reveal} = 'at-once' or ${round.closedAt} is not null)`;

/** Right or wrong as far as the member was told: null while the key is kept. */
export const toldRight = sql<boolean | null>`iif(${keyIsOut}, ${attempt.right}, null)`.mapWith(attempt.right);

/** What the totals kept to themselves while the key was kept. */
export function tellResult(db: Db, { channel, day }: PostedRound, { person: who, right }: Attempt): void {
  if (right === null) return;
  const one = right ? 1 : 0;
  db.update(member)
    .set({ right: sql`${member.right} + ${one}` })
    .where(and(eq(member.channel, channel), eq(member.person, who)))
    .run();
  db.update(month)
    .set({ right: sql`${month.right} + ${one}`, graded: sql`${month.graded} + 1` })
    .where(and(eq(month.channel, channel), eq(month.person, who), eq(month.month, monthOf(day))))
    .run();
}
