import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { asFault, StoreFault } from "./fault.js";

/**
 * One bot to a database. The lock is a sidecar database held by `begin exclusive`: it goes with the process, also after
 * SIGKILL and in a container where every pid is 1. Call the result to let go. Throws StoreFault.
 */
export function own(path: string): () => void {
  const file = existsSync(path) ? realpathSync(path) : path;
  const note = `${file}.owner`;
  const lock = take(file, note);
  held.add(lock);
  return () => {
    rmSync(note, { force: true });
    held.delete(lock);
    lock.close();
  };
}

/** A connection that nobody refers to is collected and closed, and the lock would go with it. */
const held = new Set<Database.Database>();

function take(file: string, note: string): Database.Database {
  let lock: Database.Database | null = null;
  try {
    mkdirSync(dirname(file), { recursive: true });
    lock = new Database(`${file}.lock`, { timeout: 0 });
    lock.exec("begin exclusive");
    writeFileSync(note, `pid ${process.pid} on ${hostname()}\n`);
    return lock;
  } catch (cause) {
    lock?.close();
    const fault = asFault(cause, file);
    if (!(fault instanceof StoreFault) || fault.kind !== "locked") throw fault;
    throw new StoreFault(
      "owned",
      `Another Cuecard is running on ${file} (${ownerOf(note)}). Stop it first, or give this one a database of its own with CUECARD_DATABASE.`,
      cause,
    );
  }
}

function ownerOf(note: string): string {
  try {
    return readFileSync(note, "utf8").trim();
  } catch {
    return "it left no name";
  }
}
