import { setTimeout as pause } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { type BankRead, readBank } from "./notes/read-bank.js";
import { stampNotes } from "./notes/read-notes.js";

const { path, stamp, every } = workerData as {
  readonly path: string;
  /** Of the notes as they were read before. */
  readonly stamp: string;
  readonly every: number;
};

/*
 * Looks every two seconds instead of asking the system to be told: that works on network drives and in containers
 * too. A change is read once it has stood still between two looks, so that no file is taken in the middle of a save.
 */
let read = stamp;
for (let last = read; ; ) {
  await pause(every);
  const now = await stampNotes(path);
  if (now === last && now !== read) {
    read = now;
    const { questions, terms, problems } = await readBank(path);
    parentPort?.postMessage({ questions, terms, problems } satisfies BankRead);
  }
  last = now;
}
