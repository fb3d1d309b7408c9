import { and, asc, eq, gt, isNotNull, isNull, lte, sql } from "drizzle-orm";
import type { PersonId } from "../../core/ids.js";
import { farAhead, type Reminder } from "../../core/reminder.js";
import type { PostedRound } from "../store.js";
import type { Db } from "./open.js";
import { toRound } from "./rounds.js";
import { attempt, member, reminder, round } from "./schema.js";

/** Reminders, and what waits for the answer of whoever wished for one. */
export function reminders(db: Db) {
  const who = sql.placeholder("person");
  const one = db.select().from(reminder).where(eq(reminder.person, who)).prepare();
  const due = db
    .select({ person: reminder.person })
    .from(reminder)
    .where(lte(reminder.dueAt, sql.placeholder("now")))
    .orderBy(asc(reminder.dueAt))
    .prepare();
  const ahead = db
    .select({ person: reminder.person })
    .from(reminder)
    .where(gt(reminder.dueAt, sql.placeholder("far")))
    .prepare();
  const keep = db
    .insert(reminder)
    .values({
      person: who,
      time: sql.placeholder("time"),
      zone: sql.placeholder("zone"),
      dueAt: sql.placeholder("dueAt"),
    })
    .onConflictDoUpdate({
      target: reminder.person,
      set: { time: sql`excluded.time`, zone: sql`excluded.zone`, dueAt: sql`excluded.due_at` },
    })
    .prepare();
  const waiting = db
    .select({ round })
    .from(member)
    .innerJoin(round, eq(round.channel, member.channel))
    .leftJoin(attempt, and(eq(attempt.round, round.key), eq(attempt.person, who)))
    .where(
      and(
        eq(member.person, who),
        eq(round.kind, "scheduled"),
        isNull(round.closedAt),
        isNull(round.withdrawnAt),
        isNotNull(round.postedAt),
        gt(round.closesAt, sql.placeholder("now")),
        isNull(attempt.person),
      ),
    )
    .orderBy(asc(round.closesAt), asc(round.key))
    .prepare();

  return {
    one(person: PersonId): Reminder | null {
      const row = one.get({ person });
      return row ? { time: row.time, zone: row.zone, dueAt: new Date(row.dueAt) } : null;
    },

    due: (now: Date): readonly PersonId[] =>
      [...due.all({ now: now.getTime() }), ...ahead.all({ far: now.getTime() + farAhead })].map(
        (row) => row.person,
      ),

    keep(person: PersonId, { time, zone, dueAt }: Reminder): void {
      keep.run({ person, time, zone, dueAt: dueAt.getTime() });
    },

    remove: (person: PersonId) => db.delete(reminder).where(eq(reminder.person, person)).run(),

    waiting: (person: PersonId, now: Date): readonly PostedRound[] =>
      waiting.all({ person, now: now.getTime() }).map((row) => toRound(row.round)),
  };
}
