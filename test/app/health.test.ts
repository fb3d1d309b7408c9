import { join } from "node:path";
import { expect, test } from "vitest";
import { health } from "../../src/cli-doctor.js";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import { scratchFolder } from "../support/scratch.js";

const beat = new Date("2026-03-09T08:00:00Z");

test.each([
  ["a minute after", "2026-03-09T08:01:00Z", 0, "web: last connected 60 s ago\n"],
  ["three minutes and a second after", "2026-03-09T08:03:01Z", 1, "web: last connected 181 s ago\n"],
  ["by a clock that is behind it", "2026-02-09T08:00:00Z", 0, "web: last connected 0 s ago\n"],
])("health %s a heartbeat", async (_what, now, code, words) => {
  const path = join(scratchFolder(), "bot.db");
  const store = await openStore(path);
  await store.heartbeat("web", beat);
  await store.close();
  const said: string[] = [];
  const ended = await health({ CUECARD_DATABASE: path }, new Date(now), async (line) => void said.push(line));
  expect([ended, said.join("")]).toEqual([code, words]);
});

test("a bot that never connected is not well", async () => {
  const path = join(scratchFolder(), "bot.db");
  await (await openStore(path)).close();
  expect(await health({ CUECARD_DATABASE: path }, beat, async () => {})).toBe(1);
});
