import { type ChannelId, type Key, keyOf } from "./ids.js";
import { fingerprint } from "./seed.js";

/** What was said of this cause in this channel, by name. */
export function noticeKey(channel: ChannelId, cause: string): Key {
  return keyOf(fingerprint(`notice ${channel} ${cause}`));
}
