import { setTimeout as pause } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import type { Question } from "./core/question.js";
import { parseBank } from "./notes/parse-notes.js";
import type { Problem } from "./notes/problem.js";
import { readNotes, stampNotes } from "./notes/read-notes.js";

/** What the notes say, read off the event loop. */
export type ReadNotes = { readonly questions: readonly Question[]; readonly problems: readonly Problem[] };

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
    const { files, problems } = await readNotes(path);
    const bank = parseBank(files);
    const said: ReadNotes = { questions: bank.questions, problems: [...problems, ...bank.problems] };
    parentPort?.postMessage(said);
  }
  last = now;
}
