import { topicsOf } from "../core/bank.js";
import { recognise } from "../core/identity.js";
import type { QuestionId } from "../core/ids.js";
import type { Question } from "../core/question.js";
import type { BankChange } from "../store/store.js";
import { counted } from "../views/words.js";
import type { App } from "./app.js";

/** Takes over the notes as they stand: whole, or, if the store refuses, not at all. */
export async function loadBank(
  app: Pick<App, "store" | "bank" | "log">,
  questions: readonly Question[],
  now: Date,
): Promise<BankChange> {
  const isFirst = app.bank.now.entries.length === 0;
  const { bank, ...change } = await app.store.syncBank(questions, now, recognise);
  app.bank.now = bank;
  const topics = topicsOf(bank).length;
  const kinds = ["added", "changed", "retired", "returned", "corrected"] as const;
  const named = kinds
    .filter((kind) => change[kind].length > 0 && !isFirst)
    .map((kind) => `${kind} ${someOf(change[kind])}`);
  const count = `${counted(questions.length, "question")} in ${counted(topics, "topic")}`;
  app.log.info(
    [count, ...named].join("; "),
    Object.fromEntries(kinds.map((kind) => [kind, change[kind].length])),
  );
  return change;
}

/** Ids that a line of the log has room for. */
const most = 5;

function someOf(ids: readonly QuestionId[]): string {
  const more = ids.length > most ? ` and ${ids.length - most} more` : "";
  return `${ids.slice(0, most).join(", ")}${more}`;
}
