import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { StoreFault } from "../../src/store/sqlite/fault.js";
import { openDatabase, openToRead } from "../../src/store/sqlite/open.js";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import { scratchFolder } from "../support/scratch.js";
import { enrol, openRound, study } from "./school.js";

const hash = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

/** The path of a database that a bot has used and left. */
async function aUsedDatabase(): Promise<string> {
  const path = join(scratchFolder(), "bot.db");
  const store = await openStore(path);
  await enrol(store);
  for (let nth = 0; nth < 20; nth += 1) await openRound(store, nth);
  await store.close();
  return path;
}

async function refusal(path: string): Promise<StoreFault> {
  const cause = await openStore(path).then(
    (store) => store.close(),
    (thrown: unknown) => thrown,
  );
  expect(cause).toBeInstanceOf(StoreFault);
  return cause as StoreFault;
}

function damage(path: string, page: number): void {
  const file = openSync(path, "r+");
  writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, page * 4096);
  closeSync(file);
}

describe("a database that is opened", () => {
  test("answers are on disk when they are confirmed, and no row hangs in the air", () => {
    const { sqlite } = openDatabase(join(scratchFolder(), "bot.db"));
    const pragma = (name: string) => sqlite.pragma(name, { simple: true });
    expect(pragma("journal_mode")).toBe("wal");
    expect(pragma("synchronous")).toBe(2);
    expect(pragma("foreign_keys")).toBe(1);
    expect(pragma("user_version")).toBe(0);
    expect(() =>
      sqlite.exec(`insert into attempt (round, person, answer, at) values ('none', 'p', '{}', 1)`),
    ).toThrow("FOREIGN KEY");
    sqlite.close();
  });

  test("its folder is made where it is missing", async () => {
    const path = join(scratchFolder(), "not", "yet", "bot.db");
    await (await openStore(path)).close();
    expect(existsSync(path)).toBe(true);
  });

  test("fault 5: it has one owner, and the next when that one is done", async () => {
    const path = await aUsedDatabase();
    const first = await openStore(path);
    const fault = await refusal(path);
    expect(fault.kind).toBe("owned");
    expect(fault.message).toContain(`pid ${process.pid}`);
    await first.close();
    await (await openStore(path)).close();
  });

  test("fault 18: a damaged page is refused at the start with the cure, and the file is not touched", async () => {
    for (const page of [2, 5]) {
      const path = await aUsedDatabase();
      damage(path, page);
      const before = hash(path);
      const fault = await refusal(path);
      expect(fault.kind).toBe("corrupt");
      expect(fault.message).toContain("Nothing was changed.");
      expect(fault.message).toContain("npx cuecard restore BACKUP");
      expect(hash(path)).toBe(before);
      expect((await refusal(path)).kind).toBe("corrupt");
    }
  });

  test("fault 18: so is a file that is no database", async () => {
    const path = join(scratchFolder(), "bot.db");
    writeFileSync(path, "These are my notes of Tuesday.\n".repeat(400));
    const before = hash(path);
    expect((await refusal(path)).kind).toBe("corrupt");
    expect(hash(path)).toBe(before);
  });

  test("fault 19: a folder in the place of the file, a file in the place of the folder", async () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, "bot.db"));
    expect((await refusal(join(folder, "bot.db"))).kind).toBe("unwritable");
    writeFileSync(join(folder, "file"), "");
    expect((await refusal(join(folder, "file", "bot.db"))).kind).toBe("unwritable");
  });

  test("fault 20: a schema newer than the program is refused without a write", async () => {
    const path = await aUsedDatabase();
    const sqlite = new Database(path);
    sqlite.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)");
    sqlite.close();
    const [before, { mtimeMs }] = [hash(path), statSync(path)];
    const fault = await refusal(path);
    expect(fault.kind).toBe("newer");
    expect(fault.message).toContain("nothing was changed");
    expect(hash(path)).toBe(before);
    expect(statSync(path).mtimeMs).toBe(mtimeMs);
  });

  test("fault 16: locked by another program at the start, it says so and starts when that is gone", async () => {
    const path = await aUsedDatabase();
    const other = new Database(path);
    other.pragma("locking_mode = exclusive");
    other.exec("begin exclusive; create table theirs (x); commit");
    expect((await refusal(path)).kind).toBe("locked");
    other.close();
    await (await openStore(path)).close();
  });

  test("fault 17: a disk that is full keeps no bot from stopping, nor the next from starting", async () => {
    const path = join(scratchFolder(), "bot.db");
    const store = await openStore(path);
    const { pragma } = Database.prototype;
    Database.prototype.pragma = function (this: Database.Database, ...given: Parameters<typeof pragma>) {
      if (given[0] === "optimize") throw new Error("database or disk is full");
      return pragma.apply(this, given);
    };
    await store.close().finally(() => {
      Database.prototype.pragma = pragma;
    });
    await (await openStore(path)).close();
  });

  test("beside a bot it can be read, and only read", async () => {
    const path = await aUsedDatabase();
    const store = await openStore(path);
    const { sqlite } = openToRead(path);
    expect(sqlite.prepare("select count(*) from round").pluck().get()).toBe(20);
    expect(() => sqlite.exec("delete from attempt")).toThrow("readonly");
    sqlite.close();
    await store.close();
    expect(() => openToRead(`${path}.none`)).toThrow("There is no database at");
  });

  test("two scheduled rounds on one date of a channel are impossible, by SQL too", async () => {
    const path = await aUsedDatabase();
    const sqlite = new Database(path);
    const columns = sqlite.prepare("select name from pragma_table_info('round')").pluck().all() as string[];
    const row = (kind: string) =>
      columns.map((name) =>
        name === "key" ? `'${kind} again'` : name === "kind" ? `'${kind}'` : `"${name}"`,
      );
    const again = (kind: string) => sqlite.exec(`insert into round select ${row(kind)} from round limit 1`);
    expect(() => again("scheduled")).toThrow("UNIQUE constraint failed: round.channel, round.day");
    expect(() => again("bonus")).not.toThrow();
    expect(() => sqlite.exec("update round set day = '2026-03-02' where kind = 'scheduled'")).toThrow(
      "UNIQUE",
    );
    expect(sqlite.prepare("select count(*) from round where channel = ?").pluck().get(study)).toBe(21);
    sqlite.close();
  });
});
