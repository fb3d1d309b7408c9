import { existsSync } from "node:fs";
import { eq } from "drizzle-orm";
import { type Config, readConfig } from "./config.js";
import type { ChannelId } from "./core/ids.js";
import { channels } from "./store/sqlite/channels.js";
import { openToRead } from "./store/sqlite/open.js";
import { drawer } from "./store/sqlite/schema.js";
import type { Drawer } from "./store/store.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** `cuecard doctor discord`, `cuecard doctor slack`: asks the platform itself. Resolves to the exit code. */
export async function examinePlatform(
  env: Environment,
  platform: string,
  write: (words: string) => Promise<void>,
): Promise<number> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig(env);
  const checks = await checksOf(config, platform);
  if (typeof checks === "string") {
    await write(`${checks}\n`);
    return 1;
  }
  for (const { name, ok, words } of checks)
    await write(`${ok ? "well " : "look!"}  ${name.padEnd(10)} ${words}\n`);
  return checks.every((check) => check.ok) ? 0 : 1;
}

/** What a platform says of itself; a sentence where it cannot be asked. */
async function checksOf(config: Config, platform: string) {
  if (platform === "discord") {
    if (!config.discord)
      return "DISCORD_TOKEN is not set: copy the token from the Bot page of the Developer Portal into .env.";
    const { checkDiscord } = await import("./platforms/discord/doctor.js");
    return await checkDiscord({ ...config.discord, channels: configured(config, "discord:") });
  }
  if (platform === "slack") {
    if (!config.slack)
      return "Neither SLACK_BOT_TOKEN nor SLACK_CLIENT_ID is set: copy the Bot User OAuth Token from your app’s page into .env.";
    const { checkSlack } = await import("./platforms/slack/doctor.js");
    const about = { ...config.slack, drawer: readDrawer(config, "slack") };
    return await checkSlack({ ...about, channels: configured(config, "slack:") });
  }
  return `There is no platform ${platform} here: discord or slack.`;
}

/** The channels that have a schedule, as the database knows them. */
function configured({ database: path }: Config, platform: string): readonly ChannelId[] {
  if (!existsSync(path)) return [];
  const { sqlite, db } = openToRead(path);
  const found = channels(db).all();
  sqlite.close();
  return found.filter(({ id, schedule }) => schedule && id.startsWith(platform)).map(({ id }) => id);
}

/** What a platform keeps, as the database knows it; nothing is written. */
function readDrawer({ database: path }: Config, owner: string): Drawer {
  const kept = existsSync(path) ? openToRead(path) : null;
  const rows = kept ? kept.db.select().from(drawer).where(eq(drawer.owner, owner)).all() : [];
  kept?.sqlite.close();
  const refuse = () => Promise.reject(new Error("the doctor writes nothing"));
  return {
    get: async (name) => rows.find((row) => row.name === name)?.value ?? null,
    all: async () => rows,
    put: refuse,
    remove: refuse,
  };
}
