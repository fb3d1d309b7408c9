import { and, eq, exists, gte, isNull, like, lt, or, sql } from "drizzle-orm";
import { type Key, type PersonId, personId } from "../../core/ids.js";
import { noticeKey } from "../../core/notice.js";
import { reportCauses, reportKey } from "../../core/report.js";
import { fingerprint } from "../../core/seed.js";
import type { Db } from "./open.js";
import {
  aliasProposal,
  ask,
  attempt,
  away,
  card,
  channel,
  keeper,
  member,
  month,
  notice,
  person,
  reminder,
  report,
  round,
} from "./schema.js";

/** What is left of an erased person: an alias that leads nowhere. */
export function isErased(who: PersonId): boolean {
  return who.startsWith("gone:");
}

const stillOpen = "gone:open:";

/** Another one in each row: who set a daily, and when, was said in its channel, and must not lead to what they answered. */
const nobody = sql<PersonId>`'gone:' || lower(hex(randomblob(8)))`;

/**
 * Who answered a round that can still be answered and was erased since: nothing but the person's own id leads there, so
 * that nobody answers twice with the key in hand.
 */
export function goneFrom(key: Key, who: PersonId): PersonId {
  return personId(`${stillOpen}${fingerprint(`answered ${key} ${who}`)}`);
}

/** Of rounds that were over by then nothing leads to them any more: what nobody can work out takes the alias' place. */
export function loseGone(db: Db, over: Date): void {
  const isOver = exists(
    db
      .select({ one: sql`1` })
      .from(round)
      .where(and(eq(round.key, attempt.round), lt(round.closedAt, over.getTime()))),
  );
  db.update(attempt)
    .set({ person: nobody })
    .where(and(like(attempt.person, `${stillOpen}%`), isOver))
    .run();
}

/**
 * Forgets a person. Their answers stay, counted without them, so that splits and numbers of answers stay true, and their
 * reports, under an alias that leads nowhere; everything else about them is deleted.
 */
export function erase(db: Db, who: PersonId, { alias, over }: { alias: PersonId; over: Date }): void {
  const open = db
    .select({ key: round.key })
    .from(attempt)
    .innerJoin(round, eq(round.key, attempt.round))
    .where(and(eq(attempt.person, who), or(isNull(round.closedAt), gte(round.closedAt, over.getTime()))))
    .all();
  for (const { key } of open) {
    const theirs = and(eq(attempt.round, key), eq(attempt.person, who));
    db.update(attempt)
      .set({ person: goneFrom(key, who) })
      .where(theirs)
      .run();
  }
  db.update(attempt).set({ person: nobody }).where(eq(attempt.person, who)).run();
  db.update(keeper).set({ person: nobody, change: "" }).where(eq(keeper.person, who)).run();
  const channels = db.select({ id: channel.id }).from(channel).all();
  for (const said of db.select().from(report).where(eq(report.person, who)).all()) {
    const nameless = { ...said, person: alias };
    db.update(report)
      .set({ id: reportKey(nameless), person: alias })
      .where(eq(report.id, said.id))
      .run();
    const [cause, renamed] = [reportCauses(said).later, reportCauses(nameless).later];
    // That a keeper was told stays; whom it was about, nobody can try out any more.
    for (const { id } of channels)
      db.update(notice)
        .set({ key: noticeKey(id, renamed) })
        .where(eq(notice.key, noticeKey(id, cause)))
        .run();
  }
  for (const table of [ask, aliasProposal, away, card, member, month, reminder]) {
    db.delete(table).where(eq(table.person, who)).run();
  }
  db.delete(person).where(eq(person.id, who)).run();
}
