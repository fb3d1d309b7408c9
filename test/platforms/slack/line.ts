import { createServer } from "node:net";
import { onTestFinished } from "vitest";
import type { Drawer, Event, News, Platform, Reply } from "../../../src/app/platform.js";
import type { Message } from "../../../src/core/message.js";
import { createSlack } from "../../../src/platforms/slack/slack.js";
import type { Channel } from "../../fakes/slack/channel.js";
import type { Person } from "../../fakes/slack/person.js";
import { type FakeSlack, type SlackOptions, startSlack } from "../../fakes/slack/slack.js";
import type { Workspace } from "../../fakes/slack/workspace.js";

/** A bot on the strict server, with an inbox that a test fills. */
export type Line = {
  readonly slack: FakeSlack;
  readonly acme: Workspace;
  readonly study: Channel;
  readonly ada: Person;
  readonly platform: Platform;
  readonly events: Event[];
  readonly news: News[];
  /** What the log was told, as `warn: words`. */
  readonly logged: string[];
  /** What the inbox says from now on. */
  reply(with_: Reply | ((event: Event) => Reply | Promise<Reply>)): void;
  /** Another bot on the same server, as after a restart. */
  again(): Promise<Platform>;
};

export type Mode = "socket" | "http";

export type LineOptions = SlackOptions & {
  readonly mode?: Mode;
  readonly start?: false;
  /** What is strange is looked at by the test itself. */
  readonly strange?: true;
  readonly token?: string;
  readonly appToken?: string;
  readonly orgWide?: true;
  readonly prefix?: string;
  readonly api?: string;
};

/** Started, and closed after the test; nothing strange may have happened. */
export async function openLine(options: LineOptions = {}): Promise<Line> {
  const slack = await startSlack(options);
  const acme = slack.workspace({ name: "Acme", ...(options.orgWide ? { orgWide: true } : {}) });
  const study = acme.channel("study");
  const ada = acme.person("Ada", { tz: "Europe/Berlin" });
  const [events, news, logged]: [Event[], News[], string[]] = [[], [], []];
  const log = {
    info: (words: string, about?: object) => logged.push(`info: ${words} ${JSON.stringify(about ?? {})}`),
    warn: (words: string, about?: object) => logged.push(`warn: ${words} ${JSON.stringify(about ?? {})}`),
    error: (words: string, cause: unknown) => logged.push(`error: ${words}: ${String(cause)}`),
  };
  let answer: (event: Event) => Reply | Promise<Reply> = () => ({});
  const port = options.mode === "http" ? await freePort() : 0;
  if (port > 0) slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  const token = options.token ?? acme.token;
  const appToken = options.appToken ?? slack.appToken;
  const make = () =>
    createSlack({
      ...{ token, api: options.api ?? slack.api, drawer: memoryDrawer(), log },
      prefix: options.prefix ?? "",
      clock: () => new Date(slack.world.now()),
      door:
        port > 0 ? { kind: "http", signingSecret: slack.signingSecret, port } : { kind: "socket", appToken },
    });
  const running: Platform[] = [];
  const run = async (platform: Platform) => {
    running.push(platform);
    await platform.start(
      async (event) => {
        events.push(event);
        return await answer(event);
      },
      async (told) => void news.push(told),
    );
    return platform;
  };
  const platform = make();
  onTestFinished(async () => {
    for (const one of running) await one.stop();
    await slack.close();
    if (!options.strange && slack.strange.length > 0) throw new Error(slack.strange.join("\n"));
    for (const secret of [token, appToken, slack.signingSecret]) {
      if (logged.join("\n").includes(secret)) throw new Error("a secret stands in the log");
    }
  });
  if (options.start !== false) await run(platform);
  return {
    ...{ slack, acme, study, ada, platform, events, news, logged },
    reply: (given) => {
      answer = typeof given === "function" ? given : () => given;
    },
    again: () => run(make()),
  };
}

export function memoryDrawer(): Drawer {
  const kept = new Map<string, string>();
  return {
    get: async (name) => kept.get(name) ?? null,
    put: async (name, value) => void kept.set(name, value),
    remove: async (name) => void kept.delete(name),
    all: async () => [...kept].sort().map(([name, value]) => ({ name, value })),
  };
}

export const says = (words: string): Message => ({
  summary: words,
  blocks: [{ kind: "heading", text: words }],
});

export const slowly = async <Value>(value: Value, ms = 1900): Promise<Value> => {
  await new Promise((resolve) => setTimeout(resolve, ms));
  return value;
};

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { readonly port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
