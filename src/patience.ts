import { setTimeout as pause } from "node:timers/promises";
import type { Finding, Platform, Posting } from "./app/platform.js";

/** Longer than any platform's own time-out: only what hangs for good meets it. */
const patience = 60_000;

/**
 * A platform whose answers are not waited for for ever: a call that never comes back is in doubt, so that it holds up
 * no tick and no other channel.
 */
export function withPatience(platform: Platform, limit = patience): Platform {
  const { tells } = platform;
  const patient: Partial<Platform> = {
    ...(tells
      ? {
          tells: (channel, group) =>
            within<boolean | null>(tells.call(platform, channel, group), limit, null),
        }
      : {}),
    post: (place, message, key) =>
      within<Posting>(platform.post(place, message, key), limit, { kind: "doubt" }),
    find: (place, key, since) =>
      within<Finding>(platform.find(place, key, since), limit, { kind: "unreadable" }),
    edit: (receipt, message) => within<Posting>(platform.edit(receipt, message), limit, { kind: "doubt" }),
    ...patientName(platform, limit),
  };
  // All else goes through as it is, whatever the port grows: what is copied by hand is forgotten one day.
  return new Proxy(platform, {
    get(target, name) {
      const own = Reflect.get(patient, name) ?? Reflect.get(target, name);
      return typeof own === "function" ? own.bind(target) : own;
    },
  });
}

/** A card waits for no name. */
function patientName(platform: Platform, limit: number): Partial<Platform> {
  const { groupName } = platform;
  if (!groupName) return {};
  return {
    groupName: (channel, group) =>
      within<string | null>(groupName.call(platform, channel, group), limit, null),
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
