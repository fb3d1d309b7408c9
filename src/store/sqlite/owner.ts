import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import Database from "better-sqlite3";
import { StoreFault } from "./fault.js";

/**
 * One bot to a database. The lock is a sidecar database held by `begin exclusive`: it goes with the process, also after
 * SIGKILL and in a container where every pid is 1. Call the result to let go.
 */
export function own(path: string): () => void {
  const note = `${path}.owner`;
  const lock = new Database(`${path}.lock`, { timeout: 0 });
  try {
    lock.exec("begin exclusive");
  } catch (cause) {
    lock.close();
    throw new StoreFault(
      "owned",
      `Another Cuecard is running on ${path} (${ownerOf(note)}). Stop it first, or give this one a database of its own with CUECARD_DATABASE.`,
      cause,
    );
  }
  writeFileSync(note, `pid ${process.pid} on ${hostname()}\n`);
  return () => {
    rmSync(note, { force: true });
    lock.close();
  };
}

function ownerOf(note: string): string {
  try {
    return readFileSync(note, "utf8").trim();
  } catch {
    return "it left no name";
  }
}
