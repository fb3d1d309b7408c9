import type { App, Clock, Log } from "./app/app.js";
import { makeInbox } from "./app/inbox.js";
import { loadBank } from "./app/load-bank.js";
import type { Platform } from "./app/platform.js";
import { postDaily, showTallies } from "./app/post-daily.js";
import { startClockwork } from "./clockwork.js";
import type { Config } from "./config.js";
import { makeBank } from "./core/bank.js";
import { parseBank } from "./notes/parse-notes.js";
import { formatProblem } from "./notes/problem.js";
import { readNotes } from "./notes/read-notes.js";
import { createWeb, type WebPlatform } from "./platforms/web/web.js";
import { faceOf, furnish, openClock } from "./playground.js";
import { openStore } from "./store/sqlite/sqlite-store.js";

/** A bot that runs. `stop` takes no new events, finishes what is under way, and closes the database. */
export type Running = {
  readonly app: App;
  readonly web: WebPlatform;
  /** Moves the playground's clock, every minute's tick in between. */
  readonly walkTo: (at: Date) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Config → store → bank → app → platforms → clockwork. The one real clock and the machine's zone come in. */
export async function startBot(
  config: Config,
  world: { clock: Clock; zone: string; log: Log },
): Promise<Running> {
  const { log } = world;
  const store = await openStore(config.database);
  const walking = await openClock(store.drawer("clock"), world.clock);
  const platforms = new Map<string, Platform>();
  const app: App = { store, clock: walking.now, log, bank: { now: makeBank([]) }, platforms };

  const read = await readBank(config.notes, log);
  await loadBank(app, read, app.clock());
  await furnish(app, world.zone);

  const tick = async (now: Date) => {
    await postDaily(app, now);
    await showTallies(app, now);
  };
  const web = createWeb({
    port: config.playgroundPort,
    clock: walking.now,
    advance: (to) => walking.advance(to, tick),
    face: () => faceOf(app),
    drawer: store.drawer("web"),
    log: (words) => log.warn(words),
  });
  platforms.set(web.name, web);
  await web.start(makeInbox(app), async () => {});
  const clockwork = startClockwork({
    clock: walking.now,
    log,
    tick: async (now) => {
      await tick(now);
      await walking.keep();
    },
    beat: (now) => showTallies(app, now),
  });
  await tick(app.clock());

  return {
    app,
    web,
    walkTo: (at) => walking.advance(at, tick),
    stop: async () => {
      await web.stop();
      await clockwork.stop();
      await walking.keep();
      await store.close();
    },
  };
}

/** What the notes say now; what is wrong with them goes to the log. */
async function readBank(path: string, log: Log) {
  const { files, problems } = await readNotes(path);
  const bank = parseBank(files);
  for (const problem of [...problems, ...bank.problems]) {
    if (problem.severity === "error") log.warn(formatProblem(problem));
  }
  return bank.questions;
}
