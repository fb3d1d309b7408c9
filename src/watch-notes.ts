import { Worker } from "node:worker_threads";
import type { BankRead } from "./notes/read-bank.js";

/** Milliseconds between two looks at the notes. */
const every = 1000;

export type Watch = (
  notes: { readonly path: string; readonly stamp: string },
  take: (read: BankRead) => Promise<void>,
  failed: (cause: unknown) => void,
) => () => Promise<void>;

/**
 * Calls `take` with the whole of the notes after each edit, one call at a time; the result stops it. `stamp` is that of
 * the notes as they were read before, so that no edit falls between.
 */
export const watchNotes: Watch = ({ path, stamp }, take, failed) => {
  const worker = new Worker(new URL("./notes-worker.js", import.meta.url), {
    workerData: { path, stamp, every },
  });
  let taking: Promise<void> = Promise.resolve();
  worker.on("message", (read: BankRead) => {
    taking = taking.then(() => take(read)).catch(failed);
  });
  worker.on("error", failed);
  return async () => {
    await worker.terminate();
    await taking;
  };
};
