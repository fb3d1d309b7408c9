import type { PersonId, QuestionId } from "./ids.js";

/** What may be wrong with a question. */
export const reportFaults = ["wrong key", "unclear", "out of date", "other"] as const;
export type ReportFault = (typeof reportFaults)[number];

/** What a member said of a question that they had answered, with its place in the notes. */
export type Report = {
  readonly question: QuestionId;
  readonly version: number;
  readonly person: PersonId;
  readonly fault: ReportFault;
  readonly words: string;
  readonly file: string;
  readonly line: number;
  readonly at: Date;
};

export function readFault(words: string | undefined): ReportFault {
  return reportFaults.find((fault) => fault === words) ?? "other";
}
