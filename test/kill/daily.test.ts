import { cpSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { scratchFolder } from "../support/scratch.js";
import { botFolder, buildBot, startBot } from "./bot.js";
import { messagesIn } from "./file-platform.js";

buildBot();

const eight = "2026-03-09T08:00:00Z";
const nine = "2026-03-09T09:00:00Z";
const later = (minutes: number) => new Date(Date.parse(nine) + minutes * 60_000).toISOString();
const questionsOut = (folder: string) =>
  messagesIn(join(folder, "messages.jsonl")).filter(({ asks }) => asks);

/** Some starts of the bot, a minute apart; where it is to die it must die. */
async function start(folder: string, instant: string, starts: number, point = ""): Promise<void> {
  const bot = startBot("day", folder, [instant, String(starts), point]);
  const { signal } = await bot.ended;
  expect({ signal, said: bot.said }).toEqual(
    point ? { signal: "SIGKILL", said: [] } : { signal: null, said: ["done"] },
  );
}

let waiting = "";
beforeAll(async () => {
  waiting = botFolder();
  await start(waiting, eight, 1);
});

/** A bot whose channel waits for nine o'clock. */
function atEight(): string {
  const folder = scratchFolder();
  cpSync(waiting, folder, { recursive: true });
  return folder;
}

describe("a bot that is killed while it posts the daily", () => {
  const points = {
    "fault 1: after the round is opened, before the post": { point: "claimed", outThen: 0 },
    "fault 2: after the post is accepted, before its receipt is kept": { point: "accepted", outThen: 1 },
    "fault 3: after the receipt is kept": { point: "recorded", outThen: 1 },
    "fault 3: after the post is noted as shown": { point: "told the scheduler", outThen: 1 },
  };
  for (const [name, { point, outThen }] of Object.entries(points)) {
    test(`${name}: one question is out, after twenty restarts too`, async () => {
      const folder = atEight();
      await start(folder, nine, 1, point);
      expect(questionsOut(folder)).toHaveLength(outThen);
      await start(folder, later(1), 20);
      expect(questionsOut(folder)).toHaveLength(1);
    });
  }

  test("fault 1: killed at the same point again and again, it posts once in the end", async () => {
    const folder = atEight();
    for (let nth = 0; nth < 3; nth += 1) await start(folder, later(nth), 1, "claimed");
    expect(questionsOut(folder)).toHaveLength(0);
    await start(folder, later(4), 2);
    expect(questionsOut(folder)).toHaveLength(1);
  });
});
