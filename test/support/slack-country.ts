import { onTestFinished } from "vitest";
import { slackManifest } from "../../src/platforms/slack/manifest.js";
import { createSlack } from "../../src/platforms/slack/slack.js";
import type { Channel } from "../fakes/slack/channel.js";
import type { Person } from "../fakes/slack/person.js";
import { type FakeSlack, startSlack } from "../fakes/slack/slack.js";
import type { Workspace } from "../fakes/slack/workspace.js";
import { openBrowser } from "../platforms/slack/browser.js";
import { freePort } from "../platforms/slack/line.js";
import { stillness } from "./quiet.js";
import { seeSlack } from "./slack-seen.js";
import type { Notes, Seen } from "./stage.js";
import { openWalkingBot, type WalkingBot } from "./walking-bot.js";

/** A workspace with a channel #study and Ada, who is an admin there. */
export type Settlement = {
  readonly place: Workspace;
  readonly study: Channel;
  readonly ada: Person;
  /** Installs the app and invites it. */
  install(): Promise<void>;
  /** What Ada types in #study; what she then sees. */
  type(words: string): Promise<string>;
  /** The questions in a channel of it, newest first. */
  asked(channel?: Channel): readonly Seen[];
};

export type Country = WalkingBot & {
  readonly fake: FakeSlack;
  readonly quiet: () => Promise<void>;
  settle(name: string): Settlement;
};

const zone = "Europe/Berlin";

/** The whole bot in HTTP mode, which any number of workspaces install by themselves; they and it go by one clock. */
export async function openCountry({ notes, now }: { notes: Notes; now: Date }): Promise<Country> {
  const time = { now };
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const manifest = slackManifest({ url: origin });
  const fake = await startSlack({ manifest, distributed: true, now: () => time.now.getTime(), pace: "none" });
  fake.deliverTo(`${origin}/slack/events`);
  fake.calm.linger = 40;
  const { clientId, clientSecret, signingSecret } = fake.world;
  const quiet = stillness({ count: () => fake.world.calls.length, underWay: () => fake.underWay > 0 });
  const oauth = { clientId, clientSecret, secret: "a secret of thirty-two characters" };
  const bot = await openWalkingBot({
    ...{ notes, time, workspaces: null, quiet },
    platform: ({ store, ...own }) =>
      createSlack({
        ...{ ...own, token: null, api: fake.api, drawer: store.drawer("slack") },
        door: { kind: "http", signingSecret, port, oauth },
      }),
  });
  const browser = openBrowser(fake, origin);
  onTestFinished(async () => {
    await bot.close();
    await fake.close();
    if (fake.strange.length > 0) throw new Error(fake.strange.join("\n"));
  });
  return {
    ...{ ...bot, fake, quiet },
    settle(name) {
      const place = fake.workspace({ name, installed: false });
      const study = place.channel("study");
      const ada = place.person("Ada", { admin: true, tz: zone });
      return {
        ...{ place, study, ada },
        install: async () => {
          const page = await browser.install(place);
          if (page.status !== 200) throw new Error(page.text);
          study.invitesBot();
        },
        type: async (words) => (await ada.types(study, `/${words}`)).text,
        asked: (channel = study) =>
          channel
            .messages()
            .map((message) => seeSlack(message, zone))
            .filter((one) => one.options.length > 0),
      };
    },
  };
}
