import { and, count, eq, gte, sql } from "drizzle-orm";
import type { Card } from "../../core/card.js";
import type { PersonId, QuestionId } from "../../core/ids.js";
import type { Remember } from "../../core/memory.js";
import type { Attempt } from "../../core/round.js";
import type { Db } from "./open.js";
import { card } from "./schema.js";

/** What people remember of questions. */
export function cards(db: Db) {
  const one = db
    .select()
    .from(card)
    .where(and(eq(card.person, sql.placeholder("person")), eq(card.question, sql.placeholder("question"))))
    .prepare();
  const keep = db
    .insert(card)
    .values({
      person: sql.placeholder("person"),
      question: sql.placeholder("question"),
      due: sql.placeholder("due"),
      reviews: sql.placeholder("reviews"),
      memory: sql.placeholder("memory"),
      metAt: sql.placeholder("metAt"),
    })
    .onConflictDoUpdate({
      target: [card.person, card.question],
      set: { due: sql`excluded.due`, reviews: sql`excluded.reviews`, memory: sql`excluded.memory` },
    })
    .prepare();

  return {
    all: (person: PersonId): ReadonlyMap<QuestionId, Card> =>
      new Map(
        db
          .select()
          .from(card)
          .where(eq(card.person, person))
          .all()
          .map((row) => [row.question, toCard(row)]),
      ),

    metSince: (person: PersonId, since: Date): number =>
      db
        .select({ count: count() })
        .from(card)
        .where(and(eq(card.person, person), gte(card.metAt, since.getTime())))
        .get()?.count ?? 0,

    /** The card after the rule; null where there is none. */
    change(person: PersonId, question: QuestionId, rule: (card: Card | null) => Card | null): Card | null {
      const row = one.get({ person, question });
      const old = row ? toCard(row) : null;
      const next = rule(old);
      if (!next) return old;
      const { due, reviews, memory, metAt } = next;
      keep.run({ person, question, due: due.getTime(), reviews, memory, metAt: metAt.getTime() });
      return next;
    },

    feed(question: QuestionId, attempt: Attempt, rule: Remember): void {
      this.change(attempt.person, question, (old) => rule(old, question, attempt));
    },
  };
}

function toCard({ question, due, reviews, memory, metAt }: typeof card.$inferSelect): Card {
  return { question, due: new Date(due), reviews, memory, metAt: new Date(metAt) };
}
