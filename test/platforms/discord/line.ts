import { onTestFinished } from "vitest";
import type { Drawer, Event, News, Platform, Reply } from "../../../src/app/platform.js";
import type { Message } from "../../../src/core/message.js";
import { createDiscord } from "../../../src/platforms/discord/discord.js";
import { type FakeDiscord, type Options, startDiscord } from "../../fakes/discord/discord.js";

/** A bot on the strict server, with an inbox that a test fills. */
export type Line = {
  readonly fake: FakeDiscord;
  readonly platform: Platform;
  readonly events: Event[];
  readonly news: News[];
  /** What the log was told, as `warn: words`. */
  readonly logged: string[];
  readonly drawer: Drawer;
  /** What the inbox says from now on. */
  reply(with_: Reply | ((event: Event) => Reply | Promise<Reply>)): void;
  /** Another bot on the same server and drawer, as after a restart. */
  again(): Promise<Platform>;
};

export const token = "a-token-that-is-long-enough-for-a-bot";

/** Started, and closed after the test; nothing strange may have happened. */
export async function openLine(
  options: Options & { readonly start?: boolean; readonly strange?: boolean; readonly api?: string } = {},
): Promise<Line> {
  const fake = await startDiscord({ token, ...options });
  const [events, news, logged]: [Event[], News[], string[]] = [[], [], []];
  const drawer = memoryDrawer();
  const log = {
    info: (words: string) => logged.push(`info: ${words}`),
    warn: (words: string, about?: object) => logged.push(`warn: ${words} ${JSON.stringify(about ?? {})}`),
    error: (words: string, cause: unknown) => logged.push(`error: ${words}: ${String(cause)}`),
  };
  let answer: (event: Event) => Reply | Promise<Reply> = () => ({});
  const make = () => createDiscord({ token, api: options.api ?? fake.api, drawer, log });
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
    await fake.close();
    if (!options.strange && fake.strange.length > 0) throw new Error(fake.strange.join("\n"));
    if (logged.join("\n").includes(token)) throw new Error("the token stands in the log");
  });
  if (options.start !== false) await run(platform);
  return {
    ...{ fake, platform, events, news, logged, drawer },
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

export async function until(what: () => boolean, ms = 5000): Promise<void> {
  const end = Date.now() + ms;
  while (!what()) {
    if (Date.now() > end) throw new Error(`it did not come true: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
