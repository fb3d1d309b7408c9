import { cpSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { scratchFolder } from "../support/scratch.js";
import { botFolder, buildBot, startBot } from "./bot.js";
import { messagesIn } from "./file-platform.js";

buildBot();

const reminders = (folder: string) =>
  messagesIn(join(folder, "messages.jsonl")).filter(({ asks, place }) => asks && place.kind === "direct");

/** Some starts of the bot, a minute apart; where it is to die it must die. */
async function start(folder: string, instant: string, starts = 1, point = ""): Promise<void> {
  const { signal } = await startBot("day", folder, [instant, String(starts), point]).ended;
  expect(signal).toBe(point === "" ? null : "SIGKILL");
}

let waiting = "";
beforeAll(async () => {
  waiting = botFolder();
  await start(waiting, "2026-03-09T08:00:00Z");
  await start(waiting, "2026-03-09T09:00:00Z");
  await startBot("wish", waiting, ["2026-03-09T10:00:00Z"]).ended;
  await start(waiting, "2026-03-10T09:00:00Z");
});

/** A question waits for Ada, whose reminder comes at half past nine. */
function atNine(): string {
  const folder = scratchFolder();
  cpSync(waiting, folder, { recursive: true });
  return folder;
}

describe("a bot that is killed while it reminds", () => {
  test.each([
    ["before the message goes out: that one is lost", "reminder claimed", 0],
    ["after it went out: it does not come again", "reminder accepted", 1],
  ])("%s", async (_, point, out) => {
    const folder = atNine();
    await start(folder, "2026-03-10T09:30:00Z", 1, point);
    expect(reminders(folder)).toHaveLength(out);
    await start(folder, "2026-03-10T09:31:00Z", 20);
    expect(reminders(folder)).toHaveLength(out);
    await start(folder, "2026-03-11T09:00:00Z");
    await start(folder, "2026-03-11T09:30:00Z", 3);
    expect(reminders(folder)).toHaveLength(out + 1);
  });
});
