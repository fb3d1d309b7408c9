/** One thing with all the names that people give it: `S3`, `Amazon S3`, `Simple Storage Service`. */
export type Term = { readonly name: string; readonly aliases: readonly string[] };

/** The names of a field, as data (`questions/terms.yaml`): the code knows no field. */
export type Terms = {
  /** Makers' names that may be left out before any term: `Amazon`, `AWS`. */
  readonly makers: readonly string[];
  readonly terms: readonly Term[];
  /** Terms that are taken for one another, by name: `SNS`, `SQS`. Never is one read for its sibling. */
  readonly families: readonly (readonly string[])[];
  /** Words that turn a meaning round: `inbound`, `outbound`; beginnings end with a hyphen, ends begin with one. */
  readonly pairs: readonly (readonly string[])[];
  /** Words that mean the same where lines are looked for: `cheap`, `low cost`. */
  readonly synonyms: readonly (readonly string[])[];
};

export const noTerms: Terms = { makers: [], terms: [], families: [], pairs: [], synonyms: [] };
