import { setTimeout as pause } from "node:timers/promises";
import type { Finding, Platform, Posting } from "./app/platform.js";
import type { ChannelId } from "./core/ids.js";

/** Longer than any platform's own time-out: only what hangs for good meets it. */
const patience = 60_000;

/**
 * A platform whose answers are not waited for for ever: a call that never comes back is in doubt, so that it holds up
 * no tick and no other channel.
 */
export function withPatience(platform: Platform, limit = patience): Platform {
  type Asked<Answer> = (channel: ChannelId, group: string) => Promise<Answer | null>;
  /** A card waits for no name. */
  const orNull = <Answer>(ask: Asked<Answer> | undefined): Asked<Answer> | undefined =>
    ask && ((...about) => within<Answer | null>(ask.apply(platform, about), limit, null));
  const patient = {
    tells: orNull(platform.tells),
    groupName: orNull(platform.groupName),
    post: (place, message, key) =>
      within<Posting>(platform.post(place, message, key), limit, { kind: "doubt" }),
    find: (place, key, since) =>
      within<Finding>(platform.find(place, key, since), limit, { kind: "unreadable" }),
    edit: (receipt, message) => within<Posting>(platform.edit(receipt, message), limit, { kind: "doubt" }),
  } satisfies { readonly [Name in keyof Platform]?: Platform[Name] | undefined };
  // All else goes through as it is, whatever the port grows: what is copied by hand is forgotten one day.
  return new Proxy(platform, {
    get(target, name) {
      const own = Reflect.get(patient, name) ?? Reflect.get(target, name);
      return typeof own === "function" ? own.bind(target) : own;
    },
  });
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
