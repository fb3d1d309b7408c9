import { join } from "node:path";
import type { App, Log } from "../../src/app/app.js";
import { makeInbox } from "../../src/app/inbox.js";
import { loadBank } from "../../src/app/load-bank.js";
import { postDaily, showTallies } from "../../src/app/post-daily.js";
import { makeBank } from "../../src/core/bank.js";
import { minute } from "../../src/core/calendar.js";
import { noTerms } from "../../src/core/terms.js";
import { readBank } from "../../src/notes/read-bank.js";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import { type FakeActor, fakeActor } from "./fake-actor.js";
import { FakePlatform, fakeChannel } from "./fake-platform.js";
import { notesFolder } from "./notes-folder.js";
import { see } from "./plain-message.js";
import { scratchFolder } from "./scratch.js";
import type { Name, Need, Notes, OpenStage, Stage } from "./stage.js";

export type FakeStage = Stage & {
  readonly platform: FakePlatform;
  app(): App;
  tick(): Promise<void>;
  /** What the log called an error. */
  readonly faults: unknown[];
};

/** The whole bot over the real store on a platform in memory. */
export const openFakeStage: OpenStage = (set) => openFake(set);
export const fakeCan: readonly Need[] = ["late press", "redelivery", "files", "dead connection"];

export async function openFake({
  notes,
  now: start,
}: {
  readonly notes: Notes;
  readonly now: Date;
}): Promise<FakeStage> {
  const file = join(scratchFolder(), "bot.db");
  const folder = notesFolder(notes);
  const platform = new FakePlatform();
  const actors = new Map<Name, FakeActor>();
  const faults: unknown[] = [];
  const log: Log = { info: () => {}, warn: () => {}, error: (words, cause) => faults.push({ words, cause }) };
  let now = start;
  let app = await run();

  async function run(): Promise<App> {
    const store = await openStore(file);
    const fresh: App = {
      store,
      log,
      clock: () => now,
      bank: { now: makeBank([]) },
      terms: { now: noTerms },
      workspaces: null,
      platforms: new Map([[platform.name, platform]]),
    };
    await takeNotes(fresh);
    await platform.start(makeInbox(fresh));
    return fresh;
  }

  async function takeNotes(to: App): Promise<void> {
    const read = await readBank(folder.path);
    await loadBank(to, read.questions, now);
    to.terms.now = read.terms;
  }

  async function tick(): Promise<void> {
    await postDaily(app, now);
    await showTallies(app, now);
  }

  async function stop(): Promise<void> {
    await platform.stop();
    await app.store.close();
  }

  async function sleepUntil(at: Date): Promise<void> {
    await stop();
    now = at;
    app = await run();
    await tick();
  }

  function actor(name: Name): FakeActor {
    const known = actors.get(name) ?? fakeActor(platform, name, () => now);
    actors.set(name, known);
    return known;
  }

  return {
    ...{ platform, faults, tick, actor, sleepUntil, close: stop },
    app: () => app,
    now: () => now,
    channel: async () =>
      platform
        .inChannel(fakeChannel)
        .flatMap((posted) => [posted, ...platform.under(posted.id)])
        .map((posted) => see(posted.message)),
    shownTo: async (name) => actor(name).shown(),
    async walkTo(at) {
      const first = Math.floor(now.getTime() / minute) * minute + minute;
      for (let next = first; next < at.getTime(); next += minute) {
        now = new Date(next);
        await tick();
      }
      now = at;
      await tick();
    },
    restart: () => sleepUntil(now),
    async editNotes(files) {
      folder.edit(files);
      await takeNotes(app);
    },
    connection(state) {
      platform.online = state === "alive";
    },
    miscounted: () => app.store.audit(),
  };
}
