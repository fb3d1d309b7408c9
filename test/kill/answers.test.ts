import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { type ChannelId, channelId, personId } from "../../src/core/ids.js";
import { recount } from "../../src/core/member.js";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import { botFolder, buildBot, startBot } from "./bot.js";

buildBot();

/** Twenty, or as many as are asked for: the soak sets CUECARD_KILLS=200. */
const kills = Number(process.env.CUECARD_KILLS ?? 20);
const channel: ChannelId = channelId("file:w/study");

/** What lies in the file after a kill, read by nobody's rules: attempts, and totals that are kept of them. */
function rowsOf(folder: string) {
  const sqlite = new Database(join(folder, "bot.db"));
  const all = (sql: string) => sqlite.prepare(sql).all() as Record<string, unknown>[];
  const rows = {
    people: all(`select person from attempt`).map((row) => String(row.person)),
    answers: all(`select answers from round`).map((row) => row.answers),
    kept: all(`select person, answered, "right" from member order by person`),
    months: all(`select person, answered, "right" from month order by person`),
    counted: all(
      `select person, count(*) answered, sum(right) "right" from attempt group by person order by person`,
    ),
    integrity: sqlite.pragma("integrity_check", { simple: true }),
  };
  sqlite.close();
  return rows;
}

describe("a bot that is killed while answers come in", () => {
  test(`fault 22: ${kills} kills at any moment: what was confirmed is there, and the totals are right`, async () => {
    const folder = botFolder();
    await startBot("day", folder, ["2026-03-09T08:59:00Z", "2"]).ended;
    const key = roundKeyIn(folder);
    const confirmed = new Set<string>();
    let first = 0;
    for (let nth = 0; nth < kills; nth += 1) {
      const bot = startBot("answers", folder, [key, "2026-03-09T09:05:00Z", String(first)]);
      await bot.heard("ready");
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
      bot.process.kill("SIGKILL");
      await bot.ended;
      const said = bot.said.filter((line) => line.startsWith("confirmed "));
      for (const line of said) confirmed.add(`file:w/${line.slice("confirmed ".length)}`);

      const { people, answers, kept, months, counted, integrity } = rowsOf(folder);
      expect(integrity).toBe("ok");
      const there = new Set(people);
      expect([...confirmed].filter((person) => !there.has(person))).toEqual([]);
      expect(answers).toEqual([people.length]);
      expect(kept).toEqual(counted);
      expect(months).toEqual(counted);
      first = Math.max(-1, ...people.map((person) => Number(person.slice("file:w/p".length)))) + 1;
    }
    expect(confirmed.size).toBeGreaterThan(kills);
    await expectTotals(folder);
  });
});

function roundKeyIn(folder: string): string {
  const sqlite = new Database(join(folder, "bot.db"), { readonly: true });
  const key = sqlite.prepare("select key from round").pluck().get();
  sqlite.close();
  return String(key);
}

/** The same once more through the store and the rule that doctor uses. */
async function expectTotals(folder: string): Promise<void> {
  const people = rowsOf(folder).people;
  const store = await openStore(join(folder, "bot.db"));
  for (const name of people.slice(0, 200)) {
    const person = personId(name);
    const member = await store.member(channel, person);
    const { answered, right, streak } = recount(await store.memberDays(channel, person));
    expect(member).toMatchObject({ answered, right, streak });
  }
  await store.close();
}
