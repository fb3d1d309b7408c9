import pLimit from "p-limit";
import type { App, Clock, Log, Pictures } from "./app/app.js";
import { makeInbox } from "./app/inbox.js";
import type { Platform } from "./app/platform.js";
import { postDaily, showTallies } from "./app/post-daily.js";
import { takeNews } from "./app/take-news.js";
import { hasLiveQuestions, takeNotes, takeUp } from "./app/take-notes.js";
import { type Clockwork, startClockwork } from "./clockwork.js";
import { makeBank } from "./core/bank.js";
import { noTerms } from "./core/terms.js";
import { withAddress } from "./notes/address.js";
import { formatProblem } from "./notes/problem.js";
import { type BankRead, readBank } from "./notes/read-bank.js";
import { stampNotes } from "./notes/read-notes.js";
import { withPatience } from "./patience.js";
import type { Store } from "./store/store.js";
import type { Watch } from "./watch-notes.js";

/** One store, one clock, one bank, and the platforms that speak for them. */
export type House = {
  readonly app: App;
  /** Everything that the clock calls for at this minute; never two at once. */
  readonly tick: (now: Date) => Promise<void>;
  /** Platforms first, then the clock: what is due is posted at once. */
  readonly open: (platforms: readonly Platform[], after?: (now: Date) => Promise<void>) => Promise<void>;
  /** In reverse: no new events, no more ticks, then the store is closed. */
  readonly close: () => Promise<void>;
};

export type Furniture = {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly notes: string;
  readonly notesAddress: string | null;
  readonly workspaces: ReadonlySet<string> | null;
  readonly watch?: Watch;
  readonly pictures?: Pictures;
};

export async function buildHouse(furniture: Furniture): Promise<House> {
  const { store, clock, log, notes, notesAddress } = furniture;
  const platforms = new Map<string, Platform>();
  const app: App = {
    store,
    clock,
    log,
    bank: { now: makeBank([]) },
    terms: { now: noTerms },
    platforms,
    workspaces: furniture.workspaces,
    homes: new Set(),
    ...(furniture.pictures ? { pictures: furniture.pictures } : {}),
  };
  let taken = await takeUp(app, notes);
  const isFirst = !hasLiveQuestions(app);
  const { stamp, ...read } = await openNotes(notes, isFirst, log);
  const take = async (now: BankRead, when?: "start") => {
    const addressed = { ...now, questions: withAddress(now.questions, notesAddress) };
    taken = await takeNotes(app, addressed, taken, when);
  };
  if (isFirst) await take(read, "start");
  let clockwork: Clockwork | undefined;
  let unwatch: (() => Promise<void>) | undefined;

  const oneAtATime = pLimit(1);
  const tick = (now: Date) =>
    oneAtATime(async () => {
      await postDaily(app, now);
      await showTallies(app, now);
    });

  return {
    app,
    tick,
    async open(list, after = async () => {}) {
      for (const platform of list) {
        platforms.set(platform.name, withPatience(platform));
        await platform.start(makeInbox(app), (news) => takeNews(app, news));
      }
      // Not before: a start that fails changes nothing, and keepers can be told from here on.
      if (!isFirst) await take(read, "start");
      clockwork = startClockwork({
        clock,
        log,
        tick: async (now) => {
          await tick(now);
          await after(now);
        },
        beat: (now) => oneAtATime(() => showTallies(app, now)),
      });
      await tick(clock());
      unwatch = furniture.watch?.({ path: notes, stamp }, take, (cause) =>
        log.error("the edited notes could not be read", cause),
      );
    },
    async close() {
      await unwatch?.();
      for (const platform of [...platforms.values()].reverse()) await platform.stop();
      await clockwork?.stop();
      await store.close();
    },
  };
}

/** What the notes say now; what is wrong with them goes to the log. */
async function openNotes(path: string, isFirst: boolean, log: Log) {
  const stamp = await stampNotes(path);
  const read = await readBank(path);
  for (const problem of read.problems) {
    if (problem.severity === "error") log.warn(formatProblem(problem));
  }
  if (isFirst && read.questions.length === 0) {
    log.warn(
      `no question was found in ${path}: questions/README.md tells how to write one, npx cuecard check ${path} what was read`,
    );
  }
  return { ...read, stamp };
}
