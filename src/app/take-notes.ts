import { formatProblem, type Problem } from "../notes/problem.js";
import type { BankRead } from "../notes/read-bank.js";
import { brokenNotesMessage } from "../views/notices.js";
import type { App } from "./app.js";
import { loadBank } from "./load-bank.js";
import { tellKeeper } from "./tell-keeper.js";

/** Notes as they were read, and the errors that they had when they were last taken over. */
export type Taken = { readonly errors: ReadonlySet<string> };

/**
 * Takes edited notes over, whole or not at all: an error that was not there before keeps the old bank in force, and
 * the log and the keepers are told. Resolves to what is in force then.
 */
export async function takeNotes(app: App, read: BankRead, before: Taken): Promise<Taken> {
  const fresh = read.problems.filter(
    (problem) => problem.severity === "error" && !before.errors.has(nameOf(problem)),
  );
  const empty = read.questions.length === 0 && app.bank.now.entries.some((entry) => !entry.retired);
  if (fresh.length === 0 && !empty) {
    await loadBank(app, read.questions, app.clock());
    app.terms.now = read.terms;
    return takenFrom(read.problems);
  }
  const lines = [...fresh.map(formatProblem), ...(empty ? ["the notes hold no question any more"] : [])];
  app.log.warn(`the edited notes are not taken over, the old ones stay in force:\n  ${lines.join("\n  ")}`);
  for (const channel of await app.store.channels()) {
    if (!channel.schedule) continue;
    await tellKeeper(app, channel, `broken notes ${lines.join(" ")}`, brokenNotesMessage(lines));
  }
  return before;
}

export function takenFrom(problems: readonly Problem[]): Taken {
  return { errors: new Set(problems.filter((problem) => problem.severity === "error").map(nameOf)) };
}

/** A problem stays the same problem when lines move. */
const nameOf = ({ file, code, message }: Problem) => `${file} ${code} ${message}`;
