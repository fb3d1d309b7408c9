import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { asFault, corrupt, StoreFault } from "./fault.js";

export type Db = BetterSQLite3Database & { readonly $client: Database.Database };
export type Opened = { readonly sqlite: Database.Database; readonly db: Db };

const migrations = fileURLToPath(new URL("../../../migrations", import.meta.url));

/** The driver blocks the event loop while it waits for a lock: keep it short, and try again. */
const busyTimeout = 250;

/**
 * Opens, checks and migrates a database file (`:memory:` for none). Throws StoreFault when it is corrupt, newer than
 * the program, or cannot be written; it never mends or deletes anything by itself.
 */
export function openDatabase(path: string): Opened {
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
  const sqlite = connect(path);
  try {
    prepare(sqlite, path);
    const db = drizzle(sqlite, { casing: "snake_case" });
    migrate(db, { migrationsFolder: migrations });
    return { sqlite, db };
  } catch (cause) {
    sqlite.close();
    throw asFault(cause, path);
  }
}

/** Tidying up writes; a full disk must not keep a bot from stopping. */
export function closeDatabase(sqlite: Database.Database): void {
  try {
    sqlite.pragma("optimize");
  } catch {
    // Only the planner's statistics are older than they might be.
  }
  sqlite.close();
}

/** Until then the log of writes holds pages of before. Where that cannot be done now, the log itself does it in time. */
export function beginLogAnew({ $client }: Db): void {
  try {
    $client.pragma("wal_checkpoint(truncate)");
  } catch {
    // What was written stays written; only older pages lie there longer.
  }
}

/** For subcommands beside a running bot: no lock, no migration, no write. */
export function openToRead(path: string): Opened {
  if (!existsSync(path)) {
    throw new StoreFault(
      "missing",
      `There is no database at ${path}. Start Cuecard once, or say where it is: its folder in CUECARD_DATA, or the file itself in CUECARD_DATABASE.`,
    );
  }
  const sqlite = connect(path, { readonly: true });
  return { sqlite, db: drizzle(sqlite, { casing: "snake_case" }) };
}

function connect(path: string, options: Database.Options = {}): Database.Database {
  try {
    return new Database(path, { ...options, timeout: busyTimeout });
  } catch (cause) {
    throw asFault(cause, path);
  }
}

function prepare(sqlite: Database.Database, path: string): void {
  const wrong = sqlite.pragma("quick_check(1)", { simple: true });
  if (wrong !== "ok") throw corrupt(path, wrong);
  refuseNewer(sqlite, path);
  const mode = sqlite.pragma("journal_mode = wal", { simple: true });
  if (mode !== "wal" && path !== ":memory:") {
    throw new StoreFault(
      "unwritable",
      `The disk under ${path} does not support SQLite's write-ahead log (a network share?). Put the database on a local disk with CUECARD_DATABASE.`,
    );
  }
  sqlite.pragma("synchronous = full");
  sqlite.pragma("foreign_keys = on");
  // What somebody had deleted is not to lie about in the file's unused bytes.
  sqlite.pragma("secure_delete = on");
  // SQLite opens a read-only file without a word, and would refuse each answer later.
  sqlite.exec("begin; pragma user_version = 1; rollback");
}

/** drizzle notes each migration with the instant it was written. */
export function refuseNewer(sqlite: Database.Database, path: string): void {
  const table = sqlite.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
  if (!table) return;
  const last = sqlite.prepare("select max(created_at) as at from __drizzle_migrations").get() as {
    at: number | null;
  };
  const journal = JSON.parse(readFileSync(join(migrations, "meta/_journal.json"), "utf8")) as {
    entries: { when: number }[];
  };
  const newest = Math.max(...journal.entries.map((entry) => entry.when));
  if ((last.at ?? 0) > newest) {
    throw new StoreFault(
      "newer",
      `The database ${path} was written by a newer Cuecard. Start that version, or restore a backup made before the upgrade; nothing was changed.`,
    );
  }
}
