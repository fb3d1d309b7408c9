import type { PersonId } from "../core/ids.js";
import { forgettable, type Keeping, overBy } from "../core/keeping.js";
import type { App } from "./app.js";

/**
 * Once a day, questions that were put to one person a month ago and never answered, a few people at a time; and who
 * answered a question that is over, where they were erased.
 */
export async function forgetUnanswered(app: App, now: Date): Promise<void> {
  const drawer = app.store.drawer("keeping");
  const kept = await drawer.get("unanswered");
  const due = forgettable(kept === null ? null : readKeeping(kept), now);
  if (!due) return;
  await app.store.loseErased(overBy(now));
  let last: PersonId | null = null;
  do {
    if (due.asked) last = await app.store.dropUnanswered(due.asked, last);
  } while (last !== null);
  const { seen, upTo } = due.keeping;
  await drawer.put("unanswered", `${seen.getTime()} ${upTo.getTime()}`);
}

function readKeeping(words: string): Keeping {
  const [seen, upTo] = words.split(" ").map(Number);
  return { seen: new Date(seen ?? 0), upTo: new Date(upTo ?? 0) };
}
