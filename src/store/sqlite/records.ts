import { and, asc, eq, gt, gte, inArray, isNull, lt, or } from "drizzle-orm";
import type { PersonId } from "../../core/ids.js";
import type { PersonRecord, RecordMark, RecordPage } from "../../core/record.js";
import type { RecordStore } from "../record-store.js";
import { toAsk, toAttempt } from "./answers.js";
import { loseGone } from "./erase.js";
import type { Db } from "./open.js";
import { aliasProposal, ask, attempt, keeper, month, person, report, round } from "./schema.js";
import type { Shelves } from "./shelves.js";
import { keyIsOut, toldRight } from "./told.js";

/** So many people at once: a long list holds nobody up. */
const atOnce = 200;

/** Everything that is kept about one person, and how long; each method one transaction. */
export function recordStore(shelves: Shelves): RecordStore {
  const { db, queue } = shelves;
  return {
    record: async (who) => readRecord(shelves, who),
    recordPage: async (who, after, most): Promise<RecordPage> => {
      const rounds = after?.list === "asks" ? [] : roundsAfter(db, who, { after, most });
      if (rounds.length > 0) return { list: "rounds", rows: rounds };
      return {
        list: "asks",
        rows: asksAfter(db, who, { after: after?.list === "asks" ? after : null, most }),
      };
    },
    dropUnanswered: ({ from, to }, last) =>
      queue.write(() => {
        const people = db
          .select({ id: person.id })
          .from(person)
          .where(last === null ? undefined : gt(person.id, last))
          .orderBy(asc(person.id))
          .limit(atOnce)
          .all()
          .map(({ id }) => id);
        const old = and(gte(ask.askedAt, from.getTime()), lt(ask.askedAt, to.getTime()));
        db.delete(ask)
          .where(and(inArray(ask.person, people), old, isNull(ask.answeredAt)))
          .run();
        return people.at(-1) ?? null;
      }),
    loseErased: (over) => queue.write(() => loseGone(db, over)),
  };
}

function readRecord({ db, person: people, member, card, reminder }: Shelves, who: PersonId): PersonRecord {
  const row = people.one(who);
  return {
    person: row && {
      ...{ id: row.id, name: row.name, zone: row.zone, hidden: row.hidden, metAt: new Date(row.metAt) },
    },
    settings: people.settings(who),
    reminder: reminder.one(who),
    away: people.away(who),
    members: member.ofPerson(who).map((one) => ({
      ...one,
      months: new Map(
        db
          .select()
          .from(month)
          .where(and(eq(month.channel, one.channel), eq(month.person, who)))
          .orderBy(asc(month.month))
          .all()
          .map(({ month: name, answered, graded, right, due }) => [name, { answered, graded, right, due }]),
      ),
    })),
    cards: [...card.all(who).values()],
    reports: db
      .select()
      .from(report)
      .where(eq(report.person, who))
      .orderBy(asc(report.at))
      .all()
      .map(({ id: _, at, ...rest }) => ({ ...rest, at: new Date(at) }) as PersonRecord["reports"][number]),
    proposals: db
      .select()
      .from(aliasProposal)
      .where(eq(aliasProposal.person, who))
      .orderBy(asc(aliasProposal.at))
      .all()
      .map(({ question, words, at }) => ({ question, words, at: new Date(at) })),
    changes: db
      .select()
      .from(keeper)
      .where(eq(keeper.person, who))
      .orderBy(asc(keeper.since))
      .all()
      .map(({ channel, since, change }) => ({ channel, at: new Date(since), words: change })),
  };
}

type Wish = { readonly after: RecordMark | null; readonly most: number };

function roundsAfter(db: Db, who: PersonId, { after, most }: Wish) {
  return db
    .select({ round, attempt: attemptColumns, told: keyIsOut })
    .from(attempt)
    .innerJoin(round, eq(round.key, attempt.round))
    .where(
      and(
        eq(attempt.person, who),
        after === null
          ? undefined
          : or(
              gt(attempt.at, after.at.getTime()),
              and(eq(attempt.at, after.at.getTime()), gt(attempt.round, after.key)),
            ),
      ),
    )
    .orderBy(asc(attempt.at), asc(attempt.round))
    .limit(most)
    .all()
    .map((row) => ({
      round: row.round,
      attempt: toAttempt(row.attempt),
      told: Boolean(row.told),
    }));
}

function asksAfter(db: Db, who: PersonId, { after, most }: Wish) {
  return db
    .select()
    .from(ask)
    .where(
      and(
        eq(ask.person, who),
        after === null
          ? undefined
          : or(
              gt(ask.askedAt, after.at.getTime()),
              and(eq(ask.askedAt, after.at.getTime()), gt(ask.key, after.key)),
            ),
      ),
    )
    .orderBy(asc(ask.askedAt), asc(ask.key))
    .limit(most)
    .all()
    .map(toAsk);
}

const attemptColumns = {
  ...{ person: attempt.person, answer: attempt.answer, selfGrade: attempt.selfGrade, at: attempt.at },
  right: toldRight,
};
