import type { Asked } from "./asked.js";
import { type Key, keyOf, type PersonId, type QuestionId } from "./ids.js";
import { readLetters } from "./letters.js";
import { plainPassages } from "./prose.js";
import type { Picks } from "./question.js";
import { fingerprint } from "./seed.js";

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
  /** The words of the options that should be right; null where none were proposed. */
  readonly proposed: readonly string[] | null;
  readonly file: string;
  readonly line: number;
  readonly at: Date;
};

/** The short name that it is kept and listed under: one person says one thing of one version. */
export function reportKey({
  question,
  version,
  person,
}: Pick<Report, "question" | "version" | "person">): Key {
  return keyOf(fingerprint(`report ${question} ${version} ${person}`));
}

/** What a keeper is told once of: a version's first report, its first proposed key, one person's later letters. */
export function reportCauses({ question, version, person }: Pick<Report, "question" | "version" | "person">) {
  const first = `report ${question} ${version}`;
  const proposed = `${first} proposed`;
  return { first, proposed, later: `${proposed} later by ${person}` };
}

export function readFault(words: string | undefined): ReportFault {
  return reportFaults.find((fault) => fault === words) ?? "other";
}

/** Letters of the copy that the member saw; `nonsense`: something was written that names none of its options. */
export function readProposal(
  asked: Asked,
  letters: string | undefined,
): readonly string[] | null | "nonsense" {
  const written = letters?.trim() ?? "";
  if (asked.form.kind !== "choice" || written === "") return null;
  const { options } = asked.form;
  const picks = readLetters(written, options.length);
  if (picks === null) return "nonsense";
  return options.filter((_, index) => picks & (1 << index)).map((option) => plainPassages(option.body));
}

/** Where options with these words stand in the copy that a member sees. */
export function picksProposed(asked: Asked, proposed: readonly string[]): Picks {
  if (asked.form.kind !== "choice") return 0;
  return asked.form.options.reduce(
    (picks, { body }, index) => (proposed.includes(plainPassages(body)) ? picks | (1 << index) : picks),
    0,
  );
}
