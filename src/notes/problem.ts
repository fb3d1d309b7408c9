/** `error`: something is lost or contradicts itself. `warning`: usable, look at it. `info`: left out on purpose. */
export type Severity = "error" | "warning" | "info";

/** Something in the notes that an author should look at; the message says what, and the cure. */
export type Problem = {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly severity: Severity;
  /** Short and stable, for tests and for a team's own filters. */
  readonly code: string;
  readonly message: string;
};

/** One line for a terminal, never more than one: notes may hold line feeds and control characters. */
export function formatProblem({ file, line, severity, message }: Problem): string {
  return `${file}:${line}  ${severity}  ${message}`.replace(/\p{Cc}+/gu, " ");
}

/** A few words of the notes, so that an author recognises them in a message. */
export function quoted(words: string): string {
  const flat = words.replace(/\s+/g, " ").trim();
  return flat.length > 60 ? `“${flat.slice(0, 59).trimEnd()}…”` : `“${flat}”`;
}
