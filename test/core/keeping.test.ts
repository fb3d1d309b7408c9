import { describe, expect, test } from "vitest";
import { forgettable, type Keeping, unansweredDays } from "../../src/core/keeping.js";
import { at } from "./things.js";

const day = 24 * 3_600_000;
const now = at("2026-03-10T08:00:00Z");
const ago = (days: number) => new Date(now.getTime() - days * day);
const limit = ago(unansweredDays);
const kept = (seen: number, upTo: Date): Keeping => ({ seen: ago(seen), upTo });

describe("once a day what is a month old may be forgotten", () => {
  test.each<[string, Keeping | null, ReturnType<typeof forgettable>]>([
    ["the first time is only noted", null, { asked: null, keeping: { seen: now, upTo: new Date(0) } }],
    ["not twice a day", kept(0.9, ago(40)), null],
    [
      "from where it stood, to a month ago",
      kept(1, ago(31)),
      { asked: { from: ago(31), to: limit }, keeping: { seen: now, upTo: limit } },
    ],
    [
      "after a long sleep, or a clock that jumped ahead, not at once",
      kept(400, ago(500)),
      { asked: null, keeping: { seen: now, upTo: ago(500) } },
    ],
    [
      "a clock that comes back goes on from its own month",
      kept(-365, ago(-300)),
      { asked: null, keeping: { seen: now, upTo: limit } },
    ],
  ])("%s", (_, keeping, expected) => expect(forgettable(keeping, now)).toEqual(expected));
});
