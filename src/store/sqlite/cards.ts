import { and, count, eq, getTableColumns, gte, lt, sql } from "drizzle-orm";
import type { Card } from "../../core/card.js";
import type { PersonId, QuestionId } from "../../core/ids.js";
import type { Remember } from "../../core/memory.js";
import { usual } from "../../core/practice-settings.js";
import type { Attempt } from "../../core/round.js";
import { hot } from "./hot.js";
import type { Db } from "./open.js";
import { card, person } from "./schema.js";

/** The card as it is, and the share of memories that is to hold, to the card as it will be; null leaves it. */
type CardRule = (card: Card | null, retention: number) => Card | null;

/** What people remember of questions. */
export function cards(db: Db) {
  const theirs = and(
    eq(card.person, sql.placeholder("person")),
    eq(card.question, sql.placeholder("question")),
  );
  const one = hot(db, db.select().from(card).where(theirs), getTableColumns(card));
  const keep = hot(
    db,
    db
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
      }),
  );
  const wished = hot(
    db,
    db
      .select({ retention: person.retention })
      .from(person)
      .where(eq(person.id, sql.placeholder("person"))),
    { retention: person.retention },
  );

  return {
    all: (who: PersonId): ReadonlyMap<QuestionId, Card> =>
      new Map(
        db
          .select()
          .from(card)
          .where(eq(card.person, who))
          .all()
          .map((row) => [row.question, toCard(row)]),
      ),

    one(who: PersonId, question: QuestionId): Card | null {
      const row = one.get({ person: who, question });
      return row ? toCard(row) : null;
    },

    metBetween: (who: PersonId, from: Date, to: Date): number =>
      db
        .select({ count: count() })
        .from(card)
        .where(and(eq(card.person, who), gte(card.metAt, from.getTime()), lt(card.metAt, to.getTime())))
        .get()?.count ?? 0,

    /** The card after the rule; null where there is none. */
    change(who: PersonId, question: QuestionId, rule: CardRule): Card | null {
      const old = this.one(who, question);
      const next = rule(old, wished.get({ person: who })?.retention ?? usual.retention);
      if (!next) return old;
      const { due, reviews, memory, metAt } = next;
      keep.run({ person: who, question, due: due.getTime(), reviews, memory, metAt: metAt.getTime() });
      return next;
    },

    feed(question: QuestionId, attempt: Attempt, rule: Remember): void {
      this.change(attempt.person, question, (old, retention) => rule(old, { question, attempt, retention }));
    },
  };
}

function toCard({ question, due, reviews, memory, metAt }: typeof card.$inferSelect): Card {
  return { question, due: new Date(due), reviews, memory, metAt: new Date(metAt) };
}
