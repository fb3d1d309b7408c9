import { type APIMessage, type REST, Routes } from "discord.js";
import type { Finding } from "../../app/platform.js";
import type { Key } from "../../core/ids.js";
import { codeOf } from "./faults.js";
import { snowflakeAt } from "./names.js";

/** Clocks may differ by so much. */
const slack = 10 * 60_000;
const page = 100;
/** More than this many messages since then: nobody can tell in reasonable time. */
const mostPages = 20;

/**
 * Reads a channel from `since` on for our own message whose buttons bear the key. `readable`: whether the history may
 * be read; Discord answers with nothing where it may not.
 */
export async function findMessage(
  rest: REST,
  where: { readonly channel: string; readonly me: string; readonly readable: boolean },
  key: Key,
  since: Date,
): Promise<Finding> {
  if (!where.readable) return { kind: "unreadable" };
  let after = snowflakeAt(new Date(since.getTime() - slack));
  try {
    for (let read = 0; read < mostPages; read += 1) {
      const query = new URLSearchParams({ limit: String(page), after });
      const messages = (await rest.get(Routes.channelMessages(where.channel), { query })) as APIMessage[];
      const found = messages.find((message) => message.author.id === where.me && bears(message, key));
      if (found) return { kind: "found", receipt: { channel: found.channel_id, message: found.id } };
      if (messages.length < page) return { kind: "absent" };
      after = messages.reduce((newest, { id }) => (BigInt(id) > BigInt(newest) ? id : newest), after);
    }
  } catch (error) {
    // A thread that is not there holds nothing; of a channel that is gone the post will tell.
    return codeOf(error) === unknownChannel ? { kind: "absent" } : { kind: "unreadable" };
  }
  return { kind: "unreadable" };
}

const unknownChannel = 10003;

/** Wherever in the message: rows lie in a container. */
function bears(part: unknown, key: Key): boolean {
  if (typeof part !== "object" || part === null) return false;
  const { components, custom_id: press } = part as { components?: unknown; custom_id?: unknown };
  if (typeof press === "string" && press.startsWith(`${key}.`)) return true;
  return Array.isArray(components) && components.some((inner) => bears(inner, key));
}
