import type { PersonId, QuestionId } from "./ids.js";

/** A typed answer that was refused and that its writer holds to be right: perhaps a name that the notes do not know. */
export type AliasProposal = {
  readonly question: QuestionId;
  readonly person: PersonId;
  /** As it was typed. */
  readonly words: string;
  readonly at: Date;
};
