import { topicsOf } from "../core/bank.js";
import { recognise } from "../core/identity.js";
import type { Question } from "../core/question.js";
import type { BankChange } from "../store/store.js";
import type { App } from "./app.js";

/** Takes over the notes as they stand: whole, or, if the store refuses, not at all. */
export async function loadBank(
  app: Pick<App, "store" | "bank" | "log">,
  questions: readonly Question[],
  now: Date,
): Promise<BankChange> {
  const { bank, ...change } = await app.store.syncBank(questions, now, recognise);
  app.bank.now = bank;
  app.log.info(`${questions.length} questions in ${topicsOf(app.bank.now).length} topics`, {
    added: change.added.length,
    changed: change.changed.length,
    retired: change.retired.length,
    returned: change.returned.length,
    corrected: change.corrected.length,
  });
  return change;
}
