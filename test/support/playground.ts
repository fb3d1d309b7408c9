import type { Config } from "../../src/config.js";
import { type Playground, startBot, type World } from "../../src/start.js";

/** The bot as `npm start` opens it without tokens. */
export type OpenPlayground = Playground & { readonly stop: () => Promise<void> };

export async function openPlayground(config: Config, world: World): Promise<OpenPlayground> {
  const { playground, stop } = await startBot(config, world);
  if (!playground) throw new Error("the playground did not open");
  return { ...playground, stop };
}
