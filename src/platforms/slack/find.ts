import type { Finding } from "../../app/platform.js";
import type { Key } from "../../core/ids.js";
import { listIn, objectIn, stringIn } from "./body.js";
import { wordOf } from "./faults.js";
import type { Client } from "./lines.js";
import { receiptOf } from "./names.js";
import { eventType, type Spot } from "./outbox.js";

/** Clocks may differ by so much. */
const leeway = 10 * 60_000;
/** More than this many messages since then: nobody can tell in reasonable time. */
const mostPages = 20;

/** Reads a channel, or a thread, from `since` on for our own message that bears the key in its metadata. */
export async function findMessage(
  client: Client,
  { channel, thread }: Spot,
  wanted: { readonly key: Key; readonly since: Date; readonly me: string; readonly team: string },
): Promise<Finding> {
  const oldest = String(Math.max(0, wanted.since.getTime() - leeway) / 1000);
  const window = { channel, oldest, limit: 200, include_all_metadata: true };
  let cursor: string | undefined;
  try {
    for (let read = 0; read < mostPages; read += 1) {
      const here = { ...window, ...(cursor ? { cursor } : {}) };
      const page = thread
        ? await client.conversations.replies({ ...here, ts: thread })
        : await client.conversations.history(here);
      const found = listIn(page.messages).find((message) => bears(message, wanted));
      if (found) return { kind: "found", receipt: receiptOf(wanted.team, channel, stringIn(found.ts)) };
      cursor = page.response_metadata?.next_cursor;
      if (!cursor) return { kind: "absent" };
    }
  } catch (error) {
    // A thread that is not there holds nothing; of a channel that is gone the post will tell.
    const word = wordOf(error);
    return { kind: word === "channel_not_found" || word === "thread_not_found" ? "absent" : "unreadable" };
  }
  return { kind: "unreadable" };
}

function bears(message: object, { key, me }: { readonly key: Key; readonly me: string }): boolean {
  const { user, metadata } = message as { readonly user?: unknown; readonly metadata?: unknown };
  const { event_type: type, event_payload: payload } = objectIn(metadata);
  return user === me && type === eventType && objectIn(payload).key === key;
}
