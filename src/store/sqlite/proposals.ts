import { count, desc, eq, max } from "drizzle-orm";
import type { AliasProposal } from "../../core/proposal.js";
import type { Question } from "../../core/question.js";
import type { Db } from "./open.js";
import { aliasProposal, question } from "./schema.js";

/** Words that members hold to be right answers; `people`: how many of them, `at`: when the last did. */
export type Proposed = {
  readonly question: Question;
  readonly words: string;
  readonly people: number;
  readonly at: Date;
};

export function proposals(db: Db) {
  return {
    /** The same words of the same person are kept once. */
    add: ({ at, ...rest }: AliasProposal): void =>
      void db
        .insert(aliasProposal)
        .values({ ...rest, at: at.getTime() })
        .onConflictDoNothing()
        .run(),

    /** Newest first. */
    all: (): readonly Proposed[] =>
      db
        .select({
          question: question.body,
          words: aliasProposal.words,
          people: count(),
          at: max(aliasProposal.at),
        })
        .from(aliasProposal)
        .innerJoin(question, eq(question.id, aliasProposal.question))
        .groupBy(aliasProposal.question, aliasProposal.words)
        .orderBy(desc(max(aliasProposal.at)), aliasProposal.words)
        .all()
        .map(({ at, ...rest }) => ({ ...rest, at: new Date(at ?? 0) })),
  };
}
