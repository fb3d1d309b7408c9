import { existsSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import { send } from "../platforms/web/http.js";
import { answer, at, enrol, openRound, person, picksOf } from "../store/school.js";
import { botFolder, buildBot, startMain } from "./bot.js";

buildBot();

const members = ["ada", "ben", "chidi", "dana"];

describe("a bot that is told to stop", () => {
  test("fault 40: with five hundred presses in flight it drains within five seconds, and who was answered is there", async () => {
    const folder = botFolder();
    const bot = startMain(folder);
    const url = (await bot.heard("The playground is open: "))?.slice("The playground is open: ".length) ?? "";
    const post = (path: string, member: string, form: Readonly<Record<string, string>>) =>
      send(url + path, { method: "POST", form, headers: { cookie: `member=${member}`, origin: url } });
    await post("/clock", "ada", { move: "ahead" });
    const page = (await send(url)).text;
    const press = /name="press" value="([^"]+\.u)"/.exec(page)?.[1] ?? "";
    const card = /name="card" value="([^"]+)"/.exec(page)?.[1] ?? "";

    expect(press).not.toBe("");
    const answered = new Set<string>();
    const presses = Array.from({ length: 500 }, async (_, nth) => {
      const member = members[nth % 4] ?? "";
      const status = await post("/press", member, { press, card }).then(
        (answer) => answer.status,
        () => 0,
      );
      if (status === 303) answered.add(`web:${member}`);
      return status;
    });
    await Promise.race(presses);
    const from = performance.now();
    bot.process.kill("SIGTERM");
    expect(await bot.ended).toEqual({ code: 0, signal: null });
    expect(performance.now() - from).toBeLessThan(5000);
    await Promise.all(presses);

    expect(answered.size).toBeGreaterThan(0);
    expect(existsSync(join(folder, "playground.db.owner"))).toBe(false);
    expect(existsSync(join(folder, "playground.db-wal"))).toBe(false);
    const sqlite = new Database(join(folder, "playground.db"));
    const kept = sqlite.prepare("select person from attempt").pluck().all();
    sqlite.close();
    expect(kept).toEqual(expect.arrayContaining([...answered]));
  });

  test("fault 40: a store that is closed finishes what it was given, and refuses what comes later", async () => {
    const path = join(botFolder(), "bot.db");
    const store = await openStore(path);
    await enrol(store);
    const round = await openRound(store, 0);
    const { right } = picksOf(round);
    const press = (nth: number) =>
      answer(store, round.key, { who: person(`p${nth}`), picks: right, when: at(0, 1) });
    const presses = Array.from({ length: 500 }, (_, nth) => press(nth));
    await store.close();
    await Promise.all(presses);
    await expect(press(500)).rejects.toThrow("not open");
    const again = await openStore(path);
    expect(await again.round(round.key)).toMatchObject({ answers: 500 });
    expect(await again.audit()).toEqual([]);
    await again.close();
  });
});
