import { join } from "node:path";
import type { Clock, Log } from "../../src/app/app.js";
import { loadBank } from "../../src/app/load-bank.js";
import type { Platform } from "../../src/app/platform.js";
import { minute } from "../../src/core/calendar.js";
import { buildHouse } from "../../src/house.js";
import { readBank } from "../../src/notes/read-bank.js";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import type { Store } from "../../src/store/store.js";
import { notesFolder } from "./notes-folder.js";
import { scratchFolder } from "./scratch.js";
import type { Notes, Stage } from "./stage.js";

/** The parts of a stage that are the same whatever platform it stands on. */
export type WalkingBot = Pick<
  Stage,
  "now" | "walkTo" | "sleepUntil" | "restart" | "editNotes" | "miscounted" | "close"
> & {
  connected(): boolean;
  /** Dies without writing another row; another bot starts then. */
  crash(until: Date): Promise<void>;
  /** What the log called an error, but for the last words of the dead. */
  readonly faults: readonly string[];
};

/** `time` is the clock of the bot and of its world, which it moves on. */
export async function openWalkingBot(parts: {
  readonly notes: Notes;
  readonly time: { now: Date };
  readonly workspaces: ReadonlySet<string> | null;
  readonly platform: (own: { readonly store: Store; readonly clock: Clock; readonly log: Log }) => Platform;
  /** Resolves when nothing that was done before is under way. */
  readonly quiet: () => Promise<void>;
}): Promise<WalkingBot> {
  const { time, workspaces, quiet } = parts;
  const file = join(scratchFolder(), "bot.db");
  const folder = notesFolder(parts.notes);
  const faults: string[] = [];
  let bot = await run();

  async function run() {
    const life = { over: false };
    const store = await openStore(file);
    const clock = () => time.now;
    const error = (words: string, cause: unknown) => {
      if (!life.over) faults.push(`${words}: ${String(cause)}`);
    };
    const log = { info: () => {}, warn: () => {}, error };
    const house = await buildHouse({ store, clock, log, notes: folder.path, notesAddress: null, workspaces });
    const platform = parts.platform({ store, clock, log });
    await house.open([platform]);
    return { ...house, store, platform, life };
  }

  async function sleepUntil(at: Date): Promise<void> {
    await quiet();
    await bot.close();
    time.now = at;
    bot = await run();
  }

  return {
    ...{ faults, sleepUntil },
    now: () => time.now,
    connected: () => bot.platform.connected(),
    async walkTo(at) {
      await quiet();
      const first = Math.floor(time.now.getTime() / minute) * minute + minute;
      for (let next = first; next < at.getTime(); next += minute) {
        time.now = new Date(next);
        await bot.tick(time.now);
      }
      time.now = at;
      await bot.tick(at);
    },
    restart: () => sleepUntil(time.now),
    async crash(until) {
      const old = bot;
      old.life.over = true;
      await old.store.close();
      await old.platform.stop();
      time.now = until;
      bot = await run();
      await old.close();
    },
    async editNotes(files) {
      folder.edit(files);
      const read = await readBank(folder.path);
      await loadBank(bot.app, read.questions, time.now);
      bot.app.terms.now = read.terms;
    },
    miscounted: () => bot.store.audit(),
    close: () => bot.close(),
  };
}
