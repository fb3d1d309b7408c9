import type Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { answers } from "../../src/store/sqlite/answers.js";
import { banks } from "../../src/store/sqlite/banks.js";
import { cards } from "../../src/store/sqlite/cards.js";
import { channels } from "../../src/store/sqlite/channels.js";
import { corrections } from "../../src/store/sqlite/corrections.js";
import { members } from "../../src/store/sqlite/members.js";
import { type Db, openDatabase } from "../../src/store/sqlite/open.js";
import { people } from "../../src/store/sqlite/people.js";
import { reminders } from "../../src/store/sqlite/reminders.js";
import { rounds } from "../../src/store/sqlite/rounds.js";
import { standings } from "../../src/store/sqlite/standings.js";

/** How SQLite would go about each statement that is prepared while `make` runs. */
function plansOf(
  make: (db: Db) => unknown,
): readonly { readonly sql: string; readonly steps: readonly string[] }[] {
  const { sqlite, db } = openDatabase(":memory:");
  const prepared: string[] = [];
  const prepare = sqlite.prepare.bind(sqlite);
  sqlite.prepare = ((sql: string) => {
    prepared.push(sql);
    return prepare(sql);
  }) as Database.Database["prepare"];
  make(db);
  const plans = prepared.map((sql) => {
    const blanks = [...sql.matchAll(/\?/g)].map(() => null);
    const rows = prepare(`explain query plan ${sql}`).all(...blanks) as { detail: string }[];
    return { sql, steps: rows.map((row) => row.detail) };
  });
  sqlite.close();
  return plans;
}

describe("however many answers there are", () => {
  const nouns = { standings, answers, members, rounds, cards, people, reminders };
  for (const [name, noun] of Object.entries(nouns)) {
    test(`no statement of the ${name} reads a table from end to end`, () => {
      const plans = plansOf(noun);
      expect(plans.length).toBeGreaterThan(1);
      const scans = plans.filter(({ steps }) =>
        steps.some((step) => /^SCAN (?!.*USING INDEX round_un)/.test(step)),
      );
      expect(scans).toEqual([]);
    });
  }

  test("nor does what looks for rounds with a corrected key", () => {
    const plans = plansOf((db) => corrections({ db, bank: banks(db), round: rounds(db) }));
    const scans = plans.filter(
      ({ sql, steps }) => / "round" /.test(sql) && steps.some((step) => /^SCAN/.test(step)),
    );
    expect(scans.filter(({ steps }) => !steps.join().includes("USING INDEX round_un"))).toEqual([]);
  });

  test("of the board each line is found at once, not looked for among the channel's", () => {
    const steps = plansOf(standings).flatMap((plan) => plan.steps);
    for (const found of ["(channel=? AND month=? AND person=?)", "(id=?)", "(round=?)"]) {
      expect(steps.filter((step) => step.startsWith("SEARCH") && step.includes(found))).not.toEqual([]);
    }
  });

  test("only the list of channels is, each minute", () => {
    const scans = plansOf(channels).filter(({ steps }) => steps.some((step) => step.startsWith("SCAN")));
    expect(new Set(scans.map(({ sql }) => /from "(\w+)"/.exec(sql)?.[1]))).toEqual(new Set(["channel"]));
  });
});
