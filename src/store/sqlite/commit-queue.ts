import type Database from "better-sqlite3";
import { asFault, StoreFault } from "./fault.js";

/** Work inside a transaction. It may run twice: once with its neighbours, once alone. */
export type Work<Result> = () => Result;

export type CommitQueue = {
  /** Resolves when the work is on disk; rejects when it is certain that it is not. */
  write<Result>(work: Work<Result>): Promise<Result>;
  /** Resolves when nothing is waiting. */
  drained(): Promise<void>;
};

type Waiting = {
  readonly work: Work<unknown>;
  readonly done: (result: unknown) => void;
  readonly failed: (cause: unknown) => void;
};

/** How often a locked database is tried; each try waits as long as the connection's busy timeout. */
const tries = 8;

/**
 * Writes that arrive in one turn of the event loop share one transaction and one sync to disk. They run plain: if one
 * throws, all are rolled back and each runs again in a transaction of its own. No savepoints: a full disk drops the
 * whole transaction under them.
 */
export function commitQueue(sqlite: Database.Database): CommitQueue {
  let waiting: Waiting[] = [];
  let turn: Promise<void> | null = null;

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      if (await inTransaction(batch)) continue;
      for (const one of batch) await inTransaction([one]);
    }
    turn = null;
  }

  /** True when every one of the batch is settled; false when each is to be run alone. */
  async function inTransaction(batch: readonly Waiting[]): Promise<boolean> {
    const results: unknown[] = [];
    try {
      await begin(sqlite);
      for (const one of batch) results.push(one.work());
      sqlite.exec("commit");
    } catch (cause) {
      if (sqlite.inTransaction) sqlite.exec("rollback");
      if (batch.length > 1 && !(cause instanceof StoreFault)) return false;
      for (const one of batch) one.failed(asFault(cause, sqlite.name));
      return true;
    }
    for (const [index, one] of batch.entries()) one.done(results[index]);
    return true;
  }

  return {
    write: <Result>(work: Work<Result>) =>
      new Promise<Result>((done, failed) => {
        waiting.push({ work, done: done as (result: unknown) => void, failed });
        turn ??= new Promise((resolve) => setImmediate(() => flush().then(resolve)));
      }),
    drained: async () => {
      while (turn) await turn;
    },
  };
}

async function begin(sqlite: Database.Database): Promise<void> {
  for (let left = tries; ; left -= 1) {
    try {
      sqlite.exec("begin immediate");
      return;
    } catch (cause) {
      if (!isBusy(cause)) throw cause;
      if (left === 1)
        throw new StoreFault(
          "locked",
          "The database is locked by another program; nothing was saved.",
          cause,
        );
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

function isBusy(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && String(cause.code).startsWith("SQLITE_BUSY");
}
