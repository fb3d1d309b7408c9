import { eq } from "drizzle-orm";
import { keyOf, type PersonId } from "../../core/ids.js";
import { fingerprint } from "../../core/seed.js";
import type { Db } from "./open.js";
import {
  aliasProposal,
  ask,
  attempt,
  away,
  card,
  keeper,
  member,
  month,
  person,
  reminder,
  report,
} from "./schema.js";

/** What is left of an erased person: an alias that leads nowhere. */
export function isErased(who: PersonId): boolean {
  return who.startsWith("gone:");
}

/**
 * Forgets a person. Their answers stay, counted without them, under an alias that leads nowhere, so that splits and
 * numbers of answers stay true; everything else about them is deleted.
 */
export function erase(db: Db, who: PersonId, alias: PersonId): void {
  db.update(attempt).set({ person: alias }).where(eq(attempt.person, who)).run();
  db.update(keeper).set({ person: alias, change: "" }).where(eq(keeper.person, who)).run();
  for (const { id, question, version } of db.select().from(report).where(eq(report.person, who)).all()) {
    const nameless = keyOf(fingerprint(`report ${question} ${version} ${alias}`));
    db.update(report).set({ id: nameless, person: alias }).where(eq(report.id, id)).run();
  }
  for (const table of [ask, aliasProposal, away, card, member, month, reminder]) {
    db.delete(table).where(eq(table.person, who)).run();
  }
  db.delete(person).where(eq(person.id, who)).run();
}
