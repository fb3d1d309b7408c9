import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { onTestFinished } from "vitest";
import type { Event, News, Platform, Reply } from "../../../src/app/platform.js";
import { slackManifest } from "../../../src/platforms/slack/manifest.js";
import type { SlackParts } from "../../../src/platforms/slack/parts.js";
import { createSlack } from "../../../src/platforms/slack/slack.js";
import { openToRead } from "../../../src/store/sqlite/open.js";
import { drawer } from "../../../src/store/sqlite/schema.js";
import { openStore } from "../../../src/store/sqlite/sqlite-store.js";
import { type FakeSlack, type SlackOptions, startSlack } from "../../fakes/slack/slack.js";
import type { Workspace } from "../../fakes/slack/workspace.js";
import { scratchFolder } from "../../support/scratch.js";
import { type Browser, openBrowser } from "./browser.js";
import { freePort } from "./line.js";

/** A bot on a real database, which workspaces install by themselves. No secret may be seen anywhere. */
export type Town = Browser & {
  readonly slack: FakeSlack;
  readonly events: Event[];
  readonly news: News[];
  readonly logged: string[];
  readonly file: string;
  readonly secret: string;
  /** Stops the bot that runs, and starts another on the same database. */
  restart(
    changes?: Partial<Pick<SlackParts, "token" | "workspaces">> & { secret?: string },
  ): Promise<Platform>;
  stop(): Promise<void>;
  reply(with_: Reply | ((event: Event) => Reply | Promise<Reply>)): void;
  /** What the drawer holds, by name. */
  kept(): readonly string[];
};

export type TownOptions = SlackOptions & {
  readonly prefix?: string;
  readonly token?: (slack: FakeSlack) => string;
  readonly workspaces?: (slack: FakeSlack) => ReadonlySet<string>;
};

/** Workspaces are made by `prepare`, since settings may name them. */
export async function openTown<Made>(
  prepare: (slack: FakeSlack) => Made,
  options: TownOptions = {},
): Promise<Town & Made> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const manifest = slackManifest({ url: origin });
  const slack = await startSlack({ manifest, distributed: true, pace: "none", ...options });
  slack.deliverTo(`${origin}/slack/events`);
  const made = prepare(slack);
  const secret = "canary of thirty-two characters and more";
  const file = join(scratchFolder(), "bot.db");
  const [events, news, logged]: [Event[], News[], string[]] = [[], [], []];
  const write = (words: string, about?: unknown) =>
    void logged.push(`${words} ${about instanceof Error ? about.stack : JSON.stringify(about ?? {})}`);
  const log = { info: write, warn: write, error: write };
  let answer: (event: Event) => Reply | Promise<Reply> = () => ({});
  let running: { readonly platform: Platform; readonly close: () => Promise<void> } | undefined;
  const settings = {
    token: options.token?.(slack) ?? null,
    prefix: options.prefix ?? "",
    workspaces: options.workspaces?.(slack) ?? null,
    secret,
  };

  async function stop(): Promise<void> {
    const last = running;
    running = undefined;
    await last?.platform.stop();
    await last?.close();
  }

  async function restart(changes: Parameters<Town["restart"]>[0] = {}): Promise<Platform> {
    await stop();
    const { secret, ...set } = { ...settings, ...changes };
    const store = await openStore(file);
    const { clientId, clientSecret, signingSecret } = slack.world;
    const door = { kind: "http", signingSecret, port, oauth: { clientId, clientSecret, secret } } as const;
    const clock = () => new Date(slack.world.now());
    const platform = createSlack({ ...set, door, api: slack.api, drawer: store.drawer("slack"), log, clock });
    running = { platform, close: () => store.close() };
    const inbox = async (event: Event) => {
      events.push(event);
      return await answer(event);
    };
    await platform.start(inbox, async (told) => void news.push(told));
    return platform;
  }

  const browser = openBrowser(slack, origin);
  onTestFinished(async () => {
    await stop();
    await slack.close();
    if (slack.strange.length > 0) throw new Error(slack.strange.join("\n"));
    const seen = [...logged, ...browser.pages, ...rawFiles(file)].join("\n");
    const { clientSecret, signingSecret } = slack.world;
    const found = [...tokensOf(slack), secret, clientSecret, signingSecret].filter((one) =>
      seen.includes(one),
    );
    if (found.length > 0) throw new Error(`secrets were seen: ${found.join(", ")}`);
  });
  await restart();
  return {
    ...made,
    ...{ ...browser, slack, events, news, logged, file, secret, restart, stop },
    reply: (given) => {
      answer = typeof given === "function" ? given : () => given;
    },
    kept: () => {
      const { sqlite, db } = openToRead(file);
      const rows = db.select().from(drawer).where(eq(drawer.owner, "slack")).all();
      sqlite.close();
      return rows.map(({ name }) => name);
    },
  };
}

/** Every token that was ever given out. */
function tokensOf({ world }: FakeSlack): readonly string[] {
  const given = world.calls.map(({ token }) => token).filter((token) => token.startsWith("xox"));
  return [...new Set([...given, ...[...world.teams.values()].map(({ token }) => token)])];
}

/** The database as it lies on the disk, with what belongs to it. */
function rawFiles(file: string): readonly string[] {
  const folder = join(file, "..");
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), "latin1"));
}

/** A workspace with a channel and somebody in it. */
export function settle(slack: FakeSlack, name: string, options: { readonly installed?: boolean } = {}) {
  const place: Workspace = slack.workspace({ name, installed: false, ...options });
  return { place, study: place.channel("study"), ada: place.person(`Ada of ${name}`) };
}
