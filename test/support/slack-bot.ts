import { createServer } from "node:net";
import { onTestFinished } from "vitest";
import { slackManifest } from "../../src/platforms/slack/manifest.js";
import { createSlack } from "../../src/platforms/slack/slack.js";
import type { Channel } from "../fakes/slack/channel.js";
import { type FakeSlack, startSlack } from "../fakes/slack/slack.js";
import type { Workspace } from "../fakes/slack/workspace.js";
import { stillness } from "./quiet.js";
import type { Notes, Stage } from "./stage.js";
import { until } from "./until.js";
import { openWalkingBot, type WalkingBot } from "./walking-bot.js";

export type Mode = "socket" | "http";

type Town = {
  readonly notes: Notes;
  readonly now: Date;
  readonly mode?: Mode;
  /** How many 429s the test asks for. */
  readonly limited?: number;
};

export type SlackBot = WalkingBot &
  Pick<Stage, "connection"> & {
    readonly fake: FakeSlack;
    readonly acme: Workspace;
    readonly study: Channel;
    readonly manifest: ReturnType<typeof slackManifest>;
    /** Something that a person does, which takes a second; `at`: when it was done, where it arrives only now. */
    stamped<Result>(at: Date | undefined, act: () => Promise<Result>): Promise<Result>;
    /** Resolves when the bot has said all that it has to say. */
    quiet(): Promise<void>;
  };

/** The whole bot with the real Bolt on the strict server; both go by one clock, and nothing strange may happen. */
export async function openSlackBot({ notes, now, mode = "socket", limited = 0 }: Town): Promise<SlackBot> {
  const time = { now };
  const people = { acts: 0 };
  const port = mode === "http" ? await freePort() : 0;
  const url = `http://127.0.0.1:${port}/slack/events`;
  const manifest = slackManifest(mode === "http" ? { url } : {});
  const pace = () => time.now.getTime() + people.acts * 1000;
  const fake = await startSlack({ manifest, now: () => time.now.getTime(), pace });
  fake.calm.linger = patient;
  if (mode === "http") fake.deliverTo(url);
  const { signingSecret, appToken } = fake;
  const acme = fake.workspace({ name: "Harbour" });
  const study = acme.channel("study");
  const quiet = stillness({ count: () => fake.world.calls.length, underWay: () => fake.underWay > 0 });
  const bot = await openWalkingBot({
    ...{ notes, time, workspaces: null, quiet },
    platform: ({ store, ...own }) =>
      createSlack({
        ...{ ...own, token: acme.token, api: fake.api, drawer: store.drawer("slack") },
        door: mode === "http" ? { kind: "http", signingSecret, port } : { kind: "socket", appToken },
      }),
  });
  let alive = true;
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= bot.close().then(() => fake.close());
    return closing;
  };

  onTestFinished(async () => {
    await close();
    const { pace } = fake;
    const [over, impatient] = [pace.limited - limited, pace.impatient];
    const wrong = [
      ...fake.strange,
      ...(over > 0 ? [`${over} calls ran into a limit`] : []),
      ...(impatient > 0 ? [`${impatient} calls came before their time`] : []),
      ...bot.faults,
    ];
    if (wrong.length > 0) throw new Error(wrong.join("\n"));
  });

  return {
    ...bot,
    ...{ fake, acme, study, manifest, quiet, close },
    stamped(at, act) {
      people.acts += 1;
      const arrives = time.now;
      time.now = at ?? arrives;
      const acting = act();
      time.now = arrives;
      return acting;
    },
    async walkTo(at) {
      await until(() => bot.connected() === alive, 20_000);
      await bot.walkTo(at);
    },
    connection(state) {
      alive = state === "alive";
      fake.sockets.refusing = !alive;
      if (!alive) fake.sockets.drop();
    },
  };
}

/** Real milliseconds that a press waits for its answer, which comes by itself; a command's comes with the acknowledgement. */
export const [patient, brief] = [1000, 40] as const;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { readonly port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
