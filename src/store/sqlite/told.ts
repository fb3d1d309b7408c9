import { and, eq, sql } from "drizzle-orm";
import type { PersonId } from "../../core/ids.js";
import { monthOf } from "../../core/member.js";
import type { PostedRound } from "../store.js";
import type { Db } from "./open.js";
import { attempt, member, month, round } from "./schema.js";

/** Members were told right from wrong: at once, or at the close. */
export const keyIsOut = sql<boolean>`(${round.reveal} = 'at-once' or ${round.closedAt} is not null)`;

/** Right or wrong as far as the member was told: null while the key is kept. */
export const toldRight = sql<boolean | null>`iif(${keyIsOut}, ${attempt.right}, null)`.mapWith(attempt.right);

/** A right answer that the totals kept to themselves while the key was kept. */
export function tellRight(db: Db, { channel, day }: PostedRound, who: PersonId): void {
  db.update(member)
    .set({ right: sql`${member.right} + 1` })
    .where(and(eq(member.channel, channel), eq(member.person, who)))
    .run();
  db.update(month)
    .set({ right: sql`${month.right} + 1` })
    .where(and(eq(month.channel, channel), eq(month.person, who), eq(month.month, monthOf(day))))
    .run();
}
