import type { Channel } from "../core/channel.js";
import { keyOf } from "../core/ids.js";
import type { Message } from "../core/message.js";
import { fingerprint } from "../core/seed.js";
import { type App, platformFor } from "./app.js";

/**
 * Says something to a channel's keeper, else to the channel, once for each cause. `cause` is a sentence that names
 * what happened and when (`missed 2026-03-10`), so that a restart does not say it again.
 */
export async function tellKeeper(app: App, channel: Channel, cause: string, message: Message): Promise<void> {
  const key = keyOf(fingerprint(`notice ${channel.id} ${cause}`));
  if (!(await app.store.notice(key, app.clock()))) return;
  const platform = platformFor(app, channel.id);
  if (!platform) return;
  if (channel.keeper) {
    const told = await platform.post({ kind: "direct", person: channel.keeper }, message, key);
    if (told.kind === "posted") return;
  }
  const said = await platform.post({ kind: "channel", id: channel.id }, message, key);
  if (said.kind !== "posted")
    app.log.warn(`nobody could be told: ${message.summary}`, { channel: channel.id });
}
