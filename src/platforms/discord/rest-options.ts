import type { RESTOptions } from "discord.js";
import { Agent } from "undici";

/**
 * What every line to Discord has in common. Its agent is of the library's own undici: the one that all the process
 * shares belongs to whoever was loaded first, and where that is Bolt’s newer one, no message with a file gets out.
 */
export function restOptions(api: string | null): Partial<RESTOptions> {
  return { agent: new Agent(), ...(api === null ? {} : { api: api.replace(/\/+$/, "") }) };
}
