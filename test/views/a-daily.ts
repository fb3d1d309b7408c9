import type { Channel } from "../../src/core/channel.js";
import type { Daily } from "../../src/views/daily.js";
import { day } from "../core/things.js";

/** A daily with three questions to ask, as its card is told. */
export function aDaily(channel: Channel, change: Partial<Daily> = {}): Daily {
  const topics = (channel.schedule?.topics ?? []).map((id) => ({ kind: "one" as const, id }));
  const today = day("2026-03-09");
  return {
    channel,
    topics,
    today,
    pool: 3,
    leftOut: 0,
    next: null,
    cutsShort: false,
    group: null,
    tellsNobody: false,
    ...change,
  };
}
