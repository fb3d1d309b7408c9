import { setTimeout as pause } from "node:timers/promises";
import type { Finding, Platform, Posting } from "./app/platform.js";

/** Longer than any platform's own time-out: only what hangs for good meets it. */
const patience = 60_000;

/**
 * A platform whose answers are not waited for for ever: a call that never comes back is in doubt, so that it holds up
 * no tick and no other channel.
 */
export function withPatience(platform: Platform, limit = patience): Platform {
  const wrapped: Platform = {
    name: platform.name,
    ...(platform.draws ? { draws: true } : {}),
    ...(platform.explainsInThread ? { explainsInThread: true } : {}),
    start: (inbox, news) => platform.start(inbox, news),
    stop: () => platform.stop(),
    connected: () => platform.connected(),
    post: (place, message, key) =>
      within<Posting>(platform.post(place, message, key), limit, { kind: "doubt" }),
    find: (place, key, since) =>
      within<Finding>(platform.find(place, key, since), limit, { kind: "unreadable" }),
    edit: (receipt, message) => within<Posting>(platform.edit(receipt, message), limit, { kind: "doubt" }),
  };
  const { home, forget } = platform;
  return {
    ...wrapped,
    ...(home ? { home: (person, message) => home.call(platform, person, message) } : {}),
    ...(forget ? { forget: (person) => forget.call(platform, person) } : {}),
  };
}

async function within<Answer>(call: Promise<Answer>, limit: number, otherwise: Answer): Promise<Answer> {
  const over = new AbortController();
  const late = pause(limit, otherwise, { signal: over.signal, ref: false }).catch(() => otherwise);
  try {
    return await Promise.race([call, late]);
  } finally {
    over.abort();
  }
}
