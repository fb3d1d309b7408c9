import { onTestFinished } from "vitest";
import { readConfig } from "../../src/config.js";
import { createDiscord } from "../../src/platforms/discord/discord.js";
import { guildOf } from "../../src/platforms/discord/names.js";
import { type FakeDiscord, startDiscord } from "../fakes/discord/discord.js";
import type { FakeChannel } from "../fakes/discord/place.js";
import { quietOf } from "./quiet.js";
import type { Notes, Stage } from "./stage.js";
import { until } from "./until.js";
import { openWalkingBot, type WalkingBot } from "./walking-bot.js";

type Town = {
  readonly notes: Notes;
  readonly now: Date;
  /** Names of the servers; each has a channel #study. */
  readonly servers: readonly string[];
  /** Those of them that `CUECARD_WORKSPACES` names; left out: it is not set. */
  readonly served?: readonly string[];
};

export type DiscordBot = WalkingBot &
  Pick<Stage, "connection"> & {
    readonly fake: FakeDiscord;
    /** #study of this server. */
    study(server: string): FakeChannel;
    /** Another channel of this server, made now. */
    room(server: string, name: string): FakeChannel;
    /** Resolves when the bot has said all that it has to say. */
    quiet(): Promise<void>;
  };

const token = "a-token-that-is-long-enough-for-a-bot";

/** The whole bot with the real discord.js on the strict server; both go by one clock, and nothing strange may happen. */
export async function openDiscordBot({ notes, now, servers, served }: Town): Promise<DiscordBot> {
  const time = { now };
  const fake = await startDiscord({ token, now: () => time.now });
  const places = new Map(servers.map((name) => [name, fake.server({ name })]));
  const studies = new Map([...places].map(([name, server]) => [name, server.channel({ name: "study" })]));
  const named = served?.map((name) => guildOf(places.get(name)?.id ?? name));
  const { workspaces } = readConfig({ CUECARD_WORKSPACES: named?.join(",") });
  const quiet = quietOf(fake);
  const bot = await openWalkingBot({
    ...{ notes, time, workspaces, quiet },
    platform: ({ store, ...own }) =>
      createDiscord({ ...own, token, api: fake.api, drawer: store.drawer("discord") }),
  });
  let alive = true;
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= bot.close().then(fake.close);
    return closing;
  };

  onTestFinished(async () => {
    await close();
    const limited = fake.limited() > 0 ? [`${fake.limited()} requests ran into a limit`] : [];
    const wrong = [...fake.strange, ...limited, ...bot.faults];
    if (wrong.length > 0) throw new Error(wrong.join("\n"));
  });

  const found = <Place>(all: ReadonlyMap<string, Place>, server: string): Place => {
    const place = all.get(server);
    if (!place) throw new Error(`there is no server ${server}`);
    return place;
  };

  return {
    ...bot,
    ...{ fake, quiet, close },
    study: (server) => found(studies, server),
    room: (server, name) => found(places, server).channel({ name }),
    async walkTo(at) {
      await until(() => bot.connected() === alive, 20_000);
      await bot.walkTo(at);
    },
    connection(state) {
      alive = state === "alive";
      fake.gateway.down = !alive;
      if (!alive) fake.gateway.drop(1006);
    },
  };
}
