import { personId } from "../core/ids.js";
import { overBy } from "../core/keeping.js";
import { fingerprint } from "../core/seed.js";
import {
  aboutMyDataMessage,
  confirmErasureMessage,
  erasedMessage,
  hiddenMessage,
  notForgottenMessage,
  nothingErasedMessage,
} from "../views/my-data.js";
import { type App, platformFor } from "./app.js";
import { saved } from "./not-saved.js";
import type { Event, Reply } from "./platform.js";

/** What is kept, how long, and what can be done about it. */
export function aboutMe(): Reply {
  return { whisper: aboutMyDataMessage() };
}

/** Erasure cannot be undone, so it is asked for twice. */
export function confirmErasure(app: App, { person }: Event): Reply {
  const forgets = platformFor(app, person.id)?.forget !== undefined;
  return { whisper: confirmErasureMessage(forgets ? "go too" : "stay there") };
}

/** The way back. */
export function keepMine(): Reply {
  return { replace: nothingErasedMessage() };
}

/**
 * Answers stay counted, under an alias that the erased person's id does not lead to. Then go the messages, where the
 * platform keeps them itself; where that fails, it can be asked for again.
 */
export async function eraseMe(app: App, { person, id }: Event): Promise<Reply> {
  const alias = personId(`gone:${fingerprint(`gone ${person.id} ${id} ${app.clock().toISOString()}`)}`);
  await saved(app.store.erase(person.id, { alias, over: overBy(app.clock()) }));
  try {
    await platformFor(app, person.id)?.forget?.(person.id);
  } catch (cause) {
    app.log.error("the messages of somebody who is deleted could not be deleted", cause);
    return { replace: notForgottenMessage() };
  }
  return { replace: erasedMessage() };
}

/** Hidden from the board, with the own statistics kept. */
export async function setHidden(app: App, { person, at }: Event, hidden: boolean): Promise<Reply> {
  await app.store.meet(person, at);
  await app.store.hide(person.id, hidden);
  return { whisper: hiddenMessage(hidden) };
}
