import { historyMessage } from "../views/history.js";
import type { App } from "./app.js";
import type { Event, Reply } from "./platform.js";

/** So many of the last answers. */
const most = 15;

/** `/quiz history`: what was answered lately, dailies too. */
export async function showHistory(app: App, { person }: Event): Promise<Reply> {
  return { whisper: historyMessage(await app.store.answers(person.id, most)) };
}
