import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { botFolder, buildBot, startBot } from "./bot.js";
import { messagesIn } from "./file-platform.js";

buildBot();

const eight = "2026-03-09T08:00:00Z";
const nine = "2026-03-09T09:00:00Z";
const later = (minutes: number) => new Date(Date.parse(nine) + minutes * 60_000).toISOString();
const questionsOut = (folder: string) =>
  messagesIn(join(folder, "messages.jsonl")).filter(({ asks }) => asks);

/** One start of the bot; where it is to die it must die. */
async function start(folder: string, instant: string, point = ""): Promise<void> {
  const bot = startBot("day", folder, [instant, point]);
  const { signal } = await bot.ended;
  expect({ signal, said: bot.said }).toEqual(
    point ? { signal: "SIGKILL", said: [] } : { signal: null, said: ["done"] },
  );
}

describe("a bot that is killed while it posts the daily", () => {
  const points = {
    "fault 1: after the round is opened, before the post": { point: "claimed", outThen: 0 },
    "fault 2: after the post is accepted, before its receipt is kept": { point: "accepted", outThen: 1 },
    "fault 3: after the receipt is kept": { point: "recorded", outThen: 1 },
    "fault 3: after the post is noted as shown": { point: "told the scheduler", outThen: 1 },
  };
  for (const [name, { point, outThen }] of Object.entries(points)) {
    test(`${name}: one question is out, after two restarts too`, async () => {
      const folder = botFolder();
      await start(folder, eight);
      await start(folder, nine, point);
      expect(questionsOut(folder)).toHaveLength(outThen);
      await start(folder, later(1));
      expect(questionsOut(folder)).toHaveLength(1);
      await start(folder, later(3));
      expect(questionsOut(folder)).toHaveLength(1);
    });
  }

  test("fault 1: killed at the same point again and again, it posts once in the end", async () => {
    const folder = botFolder();
    await start(folder, eight);
    for (let nth = 0; nth < 4; nth += 1) await start(folder, later(nth), "claimed");
    for (let nth = 4; nth < 6; nth += 1) await start(folder, later(nth));
    expect(questionsOut(folder)).toHaveLength(1);
  });

  test("fault 3: twenty restarts after the record post nothing more", async () => {
    const folder = botFolder();
    await start(folder, eight);
    await start(folder, nine, "recorded");
    for (let nth = 1; nth <= 20; nth += 1) await start(folder, later(nth));
    expect(questionsOut(folder)).toHaveLength(1);
  });
});
