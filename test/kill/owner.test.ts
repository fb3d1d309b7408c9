import { chmodSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, describe, expect, test } from "vitest";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import { type Bot, botFolder, buildBot, startBot } from "./bot.js";

buildBot();

const started: Bot[] = [];
afterEach(async () => {
  for (const bot of started.splice(0)) {
    bot.process.kill("SIGKILL");
    await bot.ended;
  }
});

function hold(folder: string, uid?: number): Bot {
  const bot = startBot("hold", folder, [], uid);
  started.push(bot);
  return bot;
}

/** Permissions bind nobody who is root: then the bot is started as somebody else. */
const nobody = process.getuid?.() === 0 ? 65534 : undefined;

describe("the owner of a database", () => {
  test("fault 5: a second bot refuses to start and names the first; killed, the first leaves the way free", async () => {
    const folder = botFolder();
    const first = hold(folder);
    expect(await first.heard("open")).toBe("open");

    const second = hold(folder);
    const refusal = await second.heard("refused");
    expect(refusal).toContain("refused owned: Another Cuecard is running on");
    expect(refusal).toContain(`pid ${first.process.pid} on `);
    expect(await second.ended).toEqual({ code: 0, signal: null });

    first.process.kill("SIGKILL");
    expect((await first.ended).signal).toBe("SIGKILL");
    const third = hold(folder);
    expect(await third.heard("open")).toBe("open");
  });

  test("fault 19: a file that may only be read is refused at the start, not at the first answer", async () => {
    const folder = botFolder();
    await (await openStore(join(folder, "bot.db"))).close();
    chmodSync(join(folder, "bot.db"), 0o444);
    chmodSync(folder, 0o777);
    chmodSync(join(folder, "bot.db.lock"), 0o666);
    const refusal = await hold(folder, nobody).heard("refused");
    expect(refusal).toContain("refused unwritable: ");
    expect(refusal).toContain("Give the bot write access to the file and its folder.");
  });

  test("fault 19: so is a folder that may only be read, and nobody else is blamed for it", async () => {
    const folder = botFolder();
    chmodSync(folder, 0o555);
    expect(await hold(folder, nobody).heard("refused")).toContain("refused unwritable: ");
    chmodSync(folder, 0o755);
    expect(existsSync(join(folder, "bot.db"))).toBe(false);
  });
});

describe("a bot that is killed in the middle of its first migration", () => {
  test("fault 21: leaves nothing half-made; the next start makes it whole", async () => {
    const folder = botFolder();
    const { ended } = startBot("migrate", folder, ["CREATE TABLE `notice`"]);
    expect((await ended).signal).toBe("SIGKILL");
    expect(readdirSync(folder)).toContain("bot.db");
    expect(tablesIn(folder).filter((name) => !name.startsWith("__"))).toEqual([]);

    await (await openStore(join(folder, "bot.db"))).close();
    expect(tablesIn(folder)).toEqual(expect.arrayContaining(["ask", "member", "notice", "round"]));
  });
});

function tablesIn(folder: string): readonly string[] {
  const sqlite = new Database(join(folder, "bot.db"));
  const names = sqlite.prepare("select name from sqlite_master where type = 'table' order by name").pluck();
  const found = names.all() as string[];
  sqlite.close();
  return found;
}
