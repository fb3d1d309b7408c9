import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { backup, restore } from "../../src/store/sqlite/backup.js";
import { openDatabase } from "../../src/store/sqlite/open.js";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import { scratchFolder } from "../support/scratch.js";
import { aBot, answeredIn, faultOf } from "./keeping.js";
import { person, study } from "./school.js";

const tuesday = new Date("2026-03-10T08:15:30.250Z");

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
