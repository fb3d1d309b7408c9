import type { Message } from "../core/message.js";
import { noTerms, type Terms } from "../core/terms.js";
import { formatProblem, type Problem } from "../notes/problem.js";
import type { BankRead } from "../notes/read-bank.js";
import { brokenNotesMessage, mendedNotesMessage } from "../views/notices.js";
import type { App } from "./app.js";
import { loadBank } from "./load-bank.js";
import { tellKeeper } from "./tell-keeper.js";

/** Where notes were last taken over from, and the errors that they had; null: nobody knows, so that none is new. */
export type Taken = {
  readonly from: string;
  readonly errors: ReadonlySet<string> | null;
};

/**
 * Takes notes over, whole or not at all: an error that was not there before keeps the old bank in force, and the log
 * and the keepers are told. Where no question is in force nothing can be lost, and what can be read is taken. Resolves
 * to what is in force then.
 */
export async function takeNotes(
  app: App,
  read: BankRead,
  before: Taken,
  when: "edited" | "start" = "edited",
): Promise<Taken> {
  const lines = hasLiveQuestions(app) ? reasonsAgainst(read, before) : [];
  const refused = await drawerOf(app).get("refused");
  if (lines.length === 0) {
    const taken = await take(app, read, before.from);
    if (refused === null) return taken;
    await tellKeepers(app, `mended notes ${refused}`, mendedNotesMessage());
    await drawerOf(app).remove("refused");
    return taken;
  }
  if (app.terms.now === noTerms) app.terms.now = read.terms;
  if (when === "edited")
    app.log.warn(
      `the edited notes are not taken over, the old ones stay in force:\n  ${lines.join("\n  ")}\n${cure}`,
    );
  else
    app.log.error(
      `the notes are not taken over, the questions and names of before stay in force. ${cure}`,
      lines.join("\n"),
    );
  // Since when, over restarts too: what breaks anew is news, though it reads as it did when it broke before.
  const since = refused ?? app.clock().toISOString();
  if (refused === null) await drawerOf(app).put("refused", since);
  await tellKeepers(app, `broken notes ${since} ${lines.join(" ")}`, brokenNotesMessage(lines));
  return before;
}

async function tellKeepers(app: App, cause: string, message: Message): Promise<void> {
  for (const channel of await app.store.channels()) {
    if (channel.schedule) await tellKeeper(app, channel, cause, message);
  }
}

const cure =
  "See that the notes lie where CUECARD_NOTES says, and mend what npx cuecard check names: they are taken over then.";

/** Puts in force what was in force when the bot stopped. Notes from another place are other notes: no error is new. */
export async function takeUp(app: App, from: string): Promise<Taken> {
  app.bank.now = await app.store.bank();
  const kept = await drawerOf(app).get("taken");
  const taken = kept === null ? null : (JSON.parse(kept) as Kept);
  if (taken) app.terms.now = taken.terms;
  return { from, errors: taken?.from === from ? new Set(taken.errors) : null };
}

type Kept = { readonly from: string; readonly errors: readonly string[]; readonly terms: Terms };

export function hasLiveQuestions(app: App): boolean {
  return app.bank.now.entries.some((entry) => !entry.retired);
}

export function takenFrom(problems: readonly Problem[], from = "") {
  return { from, errors: new Set(problems.filter((problem) => problem.severity === "error").map(nameOf)) };
}

async function take(app: App, read: BankRead, from: string): Promise<Taken> {
  await loadBank(app, read.questions, app.clock());
  app.terms.now = read.terms;
  const taken = takenFrom(read.problems, from);
  const kept = JSON.stringify({ from, errors: [...taken.errors], terms: read.terms } satisfies Kept);
  if (kept !== (await drawerOf(app).get("taken"))) await drawerOf(app).put("taken", kept);
  return taken;
}

const drawerOf = (app: App) => app.store.drawer("notes");

/** New errors with their places, and that no question is left; none: the notes can be taken over. */
function reasonsAgainst({ questions, problems }: BankRead, { errors }: Taken): readonly string[] {
  const empty = questions.length === 0;
  const isNew = (problem: Problem) => empty || (errors !== null && !errors.has(nameOf(problem)));
  const fresh = problems.filter((problem) => problem.severity === "error" && isNew(problem));
  return [...fresh.map(formatProblem), ...(empty ? ["the notes hold no question any more"] : [])];
}

/** A problem stays the same problem when lines move. */
const nameOf = ({ file, code, message }: Problem) => `${file} ${code} ${message}`;
