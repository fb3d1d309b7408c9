import { setTimeout as sleep } from "node:timers/promises";
import { SimpleIdentifyThrottler, type WebSocketOptions } from "discord.js";

const hour = 3_600_000;
const longest = 120_000;

/**
 * How many milliseconds a shard waits before it introduces itself anew, after it did so at these times. Discord takes
 * the token away after a thousand a day, and the library alone would not stop at that.
 */
export function pauseBefore(earlier: readonly number[], now: number): number {
  const lately = earlier.filter((at) => now - at < hour);
  const last = lately.at(-1);
  if (last === undefined || lately.length < 2) return 0;
  const pause = Math.min(longest, 5000 * 2 ** (lately.length - 2));
  return Math.max(0, last + pause - now);
}

/** The library's own order of introductions, made patient. */
export const patientIdentify: NonNullable<WebSocketOptions["buildIdentifyThrottler"]> = async (manager) => {
  const { session_start_limit: limit } = await manager.fetchGatewayInformation();
  const inOrder = new SimpleIdentifyThrottler(limit.max_concurrency);
  const times = new Map<number, readonly number[]>();
  return {
    async waitForIdentify(shard, signal) {
      const earlier = times.get(shard) ?? [];
      await sleep(pauseBefore(earlier, Date.now()), undefined, { signal });
      await inOrder.waitForIdentify(shard, signal);
      times.set(shard, [...earlier, Date.now()].slice(-50));
    },
  };
};
