import type { App, Clock, Log, Pictures } from "./app/app.js";
import type { Platform } from "./app/platform.js";
import type { Config } from "./config.js";
import { buildHouse } from "./house.js";
import { createWeb, type WebPlatform } from "./platforms/web/web.js";
import { faceOf, furnish, openClock } from "./playground.js";
import { openStore } from "./store/sqlite/sqlite-store.js";
import type { Watch } from "./watch-notes.js";

/** What only the outermost room has: the one real clock, the machine's zone, the log, an eye on the notes, an easel. */
export type World = {
  readonly clock: Clock;
  readonly zone: string;
  readonly log: Log;
  readonly watch?: Watch;
  readonly pictures?: Pictures;
};

/** The playground while it is open. */
export type Playground = {
  readonly app: App;
  readonly web: WebPlatform;
  /** Moves its clock, every minute's tick in between. */
  readonly walkTo: (at: Date) => Promise<void>;
};

/** `stop` takes no new events, finishes what is under way, and closes the databases. */
export type Running = {
  readonly playground: Playground | null;
  readonly platforms: readonly string[];
  readonly stop: () => Promise<void>;
};

/** Config → store → bank → app → platforms → clockwork; the playground is a house of its own. */
export async function startBot(config: Config, world: World): Promise<Running> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  try {
    const platforms = config.discord || config.slack ? await openReal(config, world, stops) : [];
    const playground = config.playground ? await openPlayground(config, world, stops) : null;
    return { playground, platforms, stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

/** The bot where the team is: one store and one bank for all of its platforms. */
async function openReal(
  config: Config,
  world: World,
  stops: (() => Promise<void>)[],
): Promise<readonly string[]> {
  const store = await openStore(config.database);
  const { notes, notesAddress, workspaces } = config;
  const house = await buildHouse({ ...world, store, notes, notesAddress, workspaces });
  stops.push(house.close);
  const platforms: Platform[] = [];
  if (config.discord) {
    const { createDiscord } = await import("./platforms/discord/discord.js");
    platforms.push(
      createDiscord({
        ...config.discord,
        drawer: store.drawer("discord"),
        log: world.log,
        clock: world.clock,
      }),
    );
  }
  if (config.slack) {
    const { createSlack } = await import("./platforms/slack/slack.js");
    platforms.push(
      createSlack({
        ...config.slack,
        workspaces,
        drawer: store.drawer("slack"),
        log: world.log,
        clock: world.clock,
      }),
    );
  }
  await house.open(platforms);
  return platforms.map((platform) => platform.name);
}

async function openPlayground(
  config: Config,
  world: World,
  stops: (() => Promise<void>)[],
): Promise<Playground> {
  const store = await openStore(config.playgroundDatabase);
  const walking = await openClock(store.drawer("clock"), world.clock);
  const house = await buildHouse({
    ...world,
    clock: walking.now,
    store,
    notes: config.notes,
    notesAddress: config.notesAddress,
    workspaces: null,
  });
  stops.push(house.close, walking.keep);
  const { app, tick } = house;
  await furnish(app, world.zone);
  const walkTo = (at: Date) => walking.advance(at, tick);
  const web = createWeb({
    port: config.playgroundPort,
    clock: walking.now,
    advance: walkTo,
    face: () => faceOf(app),
    drawer: store.drawer("web"),
    log: (words) => world.log.warn(words),
  });
  await house.open([web], walking.keep);
  return { app, web, walkTo };
}
