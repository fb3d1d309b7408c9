import type { PersonId } from "../core/ids.js";
import type { PersonRecord, RecordMark, RecordPage } from "../core/record.js";

/** Everything that is kept about one person, and how long. */
export interface RecordStore {
  record(person: PersonId): Promise<PersonRecord>;
  /** At most so many answers after a mark (null: from the first); an empty page of rounds is followed by asks. */
  recordPage(person: PersonId, after: RecordMark | null, most: number): Promise<RecordPage>;
  /**
   * Forgets questions that were put to somebody in this time and never answered, of a few people: those that come
   * after `last`, null for the first. Resolves to the last of them, null where no more come.
   */
  dropUnanswered(
    asked: { readonly from: Date; readonly to: Date },
    last: PersonId | null,
  ): Promise<PersonId | null>;
  /** Of rounds that were over by then nothing leads any more from an answer to who was erased. */
  loseErased(over: Date): Promise<void>;
}
