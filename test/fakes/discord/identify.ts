import { isRecord } from "./form.js";
import type { World } from "./world.js";

/** Intents that must be switched on in the developer portal: presences, members, message content. */
const privileged = (1 << 8) | (1 << 1) | (1 << 15);
const everyIntent = (1 << 26) - 1;

/** The close code with which an IDENTIFY is turned away; null: it is good. */
export function refusedIdentify(
  d: unknown,
  about: { readonly world: World; readonly allowed: number; readonly shards: number; readonly today: number },
): number | null {
  const { world, allowed, shards, today } = about;
  if (!isRecord(d) || !isRecord(d.properties)) return 4002;
  if (d.token !== world.token) return 4004;
  const intents = d.intents;
  if (typeof intents !== "number" || intents < 0 || (intents & ~everyIntent) !== 0) return 4013;
  if ((intents & privileged & ~allowed) !== 0) return 4014;
  const [shard, count] = shardOf(d);
  if (shard < 0 || shard >= count || count < 1) return 4010;
  if (count < shards) return 4011;
  if (today >= 1000) {
    world.strange.push("more than 1000 IDENTIFYs in a day: Discord takes the token away");
    world.token = `${world.token}-reset`;
    return 4004;
  }
  return null;
}

export function shardOf(d: Record<string, unknown>): readonly [number, number] {
  const shard = Array.isArray(d.shard) ? d.shard : [0, 1];
  return [Number(shard[0]), Number(shard[1])];
}
