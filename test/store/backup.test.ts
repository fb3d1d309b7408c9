import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { backup, restore } from "../../src/store/sqlite/backup.js";
import { StoreFault } from "../../src/store/sqlite/fault.js";
import { openDatabase } from "../../src/store/sqlite/open.js";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import type { Store } from "../../src/store/store.js";
import { scratchFolder } from "../support/scratch.js";
import { answer, at, enrol, openRound, person, picksOf, study } from "./school.js";

const tuesday = new Date("2026-03-10T08:15:30.250Z");

/** A bot's database with one open round, and a way to answer in it. */
async function aBot(path = join(scratchFolder(), "bot.db")) {
  const store = await openStore(path);
  await enrol(store);
  const round = await openRound(store, 0);
  const { right } = picksOf(round);
  const press = (who: string) => answer(store, round.key, { who: person(who), picks: right, when: at(0, 1) });
  return { path, store, round, press };
}

/** Who has answered, in a file that nobody runs on. */
function answeredIn(path: string): readonly string[] {
  const sqlite = new Database(path, { readonly: true });
  const names = sqlite.prepare("select substr(person, 8) from attempt order by rowid").pluck().all();
  sqlite.close();
  return names as string[];
}

async function faultOf(work: Promise<unknown>): Promise<StoreFault> {
  const cause = await work.then(
    () => "it went well",
    (thrown: unknown) => thrown,
  );
  expect(cause).toBeInstanceOf(StoreFault);
  return cause as StoreFault;
}

async function keepAnswering(
  press: (who: string) => Promise<unknown>,
  until: Promise<unknown>,
): Promise<number> {
  let done = false;
  void until.finally(() => {
    done = true;
  });
  let count = 0;
  for (; !done; count += 1) {
    await press(`late${count}`);
  }
  return count;
}

describe("a backup", () => {
  test("beside a bot that goes on answering ends, and is one moment: whole, checked, one file", async () => {
    const { path, store, press } = await aBot();
    for (const name of ["ada", "ben"]) await press(name);
    await fill(store, 12_000_000);
    const to = join(scratchFolder(), "monday.backup");
    const shares: number[] = [];
    const copying = backup(path, to, { progress: (share) => shares.push(share) });
    const late = await keepAnswering(press, copying);
    await copying;
    expect(late).toBeGreaterThan(2);
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(readdirSync(dirname(to))).toEqual([basename(to)]);
    const copied = answeredIn(to);
    expect(copied.slice(0, 2)).toEqual(["ada", "ben"]);
    expect(copied.length).toBeLessThan(2 + late);
    await store.close();

    const restored = await openStore(to);
    expect(await restored.audit()).toEqual([]);
    await restored.close();
  });

  test("leaves alone what stands at its place, until it is told otherwise", async () => {
    const { path, store } = await aBot();
    const to = join(scratchFolder(), "mine.txt");
    writeFileSync(to, "my notes");
    const fault = await faultOf(backup(path, to));
    expect([fault.kind, fault.message]).toEqual(["exists", expect.stringContaining("exists already")]);
    expect((await faultOf(backup(path, path))).kind).toBe("exists");
    expect(readFileSync(to, "utf8")).toBe("my notes");
    await backup(path, to, { overwrite: true });
    expect(answeredIn(to)).toEqual([]);
    await store.close();
  });

  test("says what is wrong with the place, and leaves nothing there", async () => {
    const { path, store } = await aBot();
    await store.close();
    const folder = scratchFolder();
    expect((await faultOf(backup(`${path}.none`, join(folder, "x")))).kind).toBe("missing");
    const noFolder = await faultOf(backup(path, join(folder, "none", "x")));
    expect([noFolder.kind, noFolder.message]).toEqual([
      "missing",
      expect.stringContaining("There is no folder"),
    ]);
    writeFileSync(join(folder, "file"), "");
    const noPlace = await faultOf(backup(path, join(folder, "file", "x")));
    expect([noPlace.kind, noPlace.message]).toEqual([
      "unwritable",
      expect.stringContaining("cannot be written ("),
    ]);
    expect(readdirSync(folder)).toEqual(["file"]);
  });

  test("fault 18: of a damaged database is none", async () => {
    const { path, store } = await aBot();
    await fill(store, 100_000);
    await store.close();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xa5, 3 * 4096, 5 * 4096));
    const folder = scratchFolder();
    const fault = await faultOf(backup(path, join(folder, "x")));
    expect([fault.kind, fault.message]).toEqual(["corrupt", expect.stringContaining("no backup was made")]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("a restore", () => {
  test("brings back what was backed up; what came after is kept aside, to the last answer", async () => {
    const { path, store, press } = await aBot();
    await press("ada");
    const saved = join(scratchFolder(), "monday.backup");
    await backup(path, saved);
    await press("ben");
    await store.close();

    const aside = await restore(saved, path, tuesday);
    expect(aside).toBe(`${path}.before-restore-2026-03-10T08-15-30-250Z`);
    expect(answeredIn(path)).toEqual(["ada"]);
    expect(answeredIn(String(aside))).toEqual(["ada", "ben"]);

    const again = await openStore(path);
    expect(await again.member(study, person("ada"))).toMatchObject({ answered: 1 });
    expect(await again.member(study, person("ben"))).toBeNull();
    expect(await again.audit()).toEqual([]);
    await again.close();
    expect(existsSync(saved)).toBe(true);
  });

  test("after a crash plays no old log into the restored database, and loses none of it", async () => {
    const { path, store, press } = await aBot();
    await press("ada");
    const saved = join(scratchFolder(), "monday.backup");
    await backup(path, saved);
    await press("ben");
    const crashed = join(scratchFolder(), "bot.db");
    for (const end of ["", "-wal"]) cpSync(`${path}${end}`, `${crashed}${end}`);
    await store.close();

    const aside = String(await restore(saved, crashed, tuesday));
    expect(existsSync(`${crashed}-wal`)).toBe(false);
    expect(existsSync(`${aside}-wal`)).toBe(true);
    expect(answeredIn(crashed)).toEqual(["ada"]);
    expect(answeredIn(aside)).toEqual(["ada", "ben"]);
  });

  test("fault 5: is refused while a bot runs, which goes on undisturbed", async () => {
    const { path, store, press } = await aBot();
    const saved = join(scratchFolder(), "monday.backup");
    await backup(path, saved);
    const fault = await faultOf(restore(saved, path, tuesday));
    expect([fault.kind, fault.message]).toEqual(["owned", expect.stringContaining("Stop it first")]);
    await press("ada");
    await store.close();
    expect(answeredIn(path)).toEqual(["ada"]);
    expect(await restore(saved, path, tuesday)).not.toBeNull();
  });

  test("to a place where no database stands makes one", async () => {
    const { path, store, press } = await aBot();
    await press("ada");
    const saved = join(scratchFolder(), "monday.backup");
    await backup(path, saved);
    await store.close();
    const fresh = join(scratchFolder(), "not", "yet", "bot.db");
    expect(await restore(saved, fresh, tuesday)).toBeNull();
    expect(answeredIn(fresh)).toEqual(["ada"]);
  });

  const bad = {
    "that is damaged": { kind: "corrupt", spoil: (bytes: Buffer) => bytes.fill(0xa5, 3 * 4096, 6 * 4096) },
    "that is cut short": { kind: "corrupt", spoil: (bytes: Buffer) => bytes.subarray(0, bytes.length / 2) },
    "that is no database": { kind: "corrupt", spoil: () => Buffer.from("notes of Monday\n".repeat(999)) },
    "that is empty": { kind: "foreign", spoil: () => Buffer.alloc(0) },
  };
  for (const [name, { kind, spoil }] of Object.entries(bad)) {
    test(`of a backup ${name} changes nothing`, async () => {
      const { path, store, press } = await aBot();
      await press("ada");
      const saved = join(scratchFolder(), "monday.backup");
      await backup(path, saved);
      await store.close();
      writeFileSync(saved, spoil(readFileSync(saved)));
      const [before, beside] = [readFileSync(path), readdirSync(dirname(path))];
      const fault = await faultOf(restore(saved, path, tuesday));
      expect(fault.kind).toBe(kind);
      expect(fault.message).toMatch(/left as it was|Nothing was changed/);
      expect(readFileSync(path).equals(before)).toBe(true);
      expect(readdirSync(dirname(path))).toEqual(beside);
    });
  }

  test("fault 20: of a backup that a newer program made, or another program, is refused", async () => {
    const { path, store } = await aBot();
    await store.close();
    const newer = join(scratchFolder(), "newer.backup");
    cpSync(path, newer);
    const sqlite = new Database(newer);
    sqlite.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)");
    sqlite.close();
    expect((await faultOf(restore(newer, path, tuesday))).kind).toBe("newer");
    const theirs = join(scratchFolder(), "theirs.db");
    new Database(theirs).exec("create table song (title)").close();
    expect((await faultOf(restore(theirs, path, tuesday))).kind).toBe("foreign");
    expect((await faultOf(restore(`${theirs}.none`, path, tuesday))).kind).toBe("missing");
    mkdirSync(join(dirname(theirs), "folder"));
    expect((await faultOf(restore(join(dirname(theirs), "folder"), path, tuesday))).kind).toBe("unwritable");
    openDatabase(path).sqlite.close();
  });
});

async function fill(store: Store, bytes: number): Promise<void> {
  const drawer = store.drawer("filler");
  for (let part = 0; part < bytes / 100_000; part += 1) await drawer.put(String(part), "x".repeat(100_000));
}
