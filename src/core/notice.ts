import { type ChannelId, type Key, keyOf } from "./ids.js";
import type { Message } from "./message.js";
import { fingerprint } from "./seed.js";

/** To a keeper. `inChannel`: what is said instead where all read it, its keeper not being there. */
export type KeeperMessage = Message & { readonly inChannel?: Message };

/** What was said of this cause in this channel, by name. */
export function noticeKey(channel: ChannelId, cause: string): Key {
  return keyOf(fingerprint(`notice ${channel} ${cause}`));
}
