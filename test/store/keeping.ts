import { join } from "node:path";
import Database from "better-sqlite3";
import { expect } from "vitest";
import { StoreFault } from "../../src/store/sqlite/fault.js";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import { scratchFolder } from "../support/scratch.js";
import { answer, at, enrol, openRound, person, picksOf } from "./school.js";

/** A bot's database with one open round, and a way to answer in it. */
export async function aBot(path = join(scratchFolder(), "bot.db")) {
  const store = await openStore(path);
  await enrol(store);
  const round = await openRound(store, 0);
  const { right } = picksOf(round);
  const press = (who: string) => answer(store, round.key, { who: person(who), picks: right, when: at(0, 1) });
  return { path, store, round, press };
}

/** Who has answered, in a file that nobody runs on. */
export function answeredIn(path: string): readonly string[] {
  const sqlite = new Database(path, { readonly: true });
  const names = sqlite.prepare("select substr(person, 8) from attempt order by rowid").pluck().all();
  sqlite.close();
  return names as string[];
}

export async function faultOf(work: Promise<unknown>): Promise<StoreFault> {
  const cause = await work.then(
    () => "it went well",
    (thrown: unknown) => thrown,
  );
  expect(cause).toBeInstanceOf(StoreFault);
  return cause as StoreFault;
}
