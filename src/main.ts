import { existsSync } from "node:fs";
import { readConfig } from "./config.js";
import { makeLog } from "./log.js";
import { openPictures } from "./pictures/pictures.js";
import { startBot } from "./start.js";
import { watchNotes } from "./watch-notes.js";

/** Faults that a person can cure: their words are all that is shown. */
const told = ["ConfigFault", "StoreFault", "PortFault", "DiscordFault", "SlackFault"];

/** Milliseconds in which what is under way may finish; everything that was confirmed is on disk already. */
const patience = 5000;

// Whoever reads what is printed may leave early, as `head` does: the bot stays.
process.stdout.on("error", () => {});

try {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig(process.env);
  const log = makeLog(config.logLevel, process.stdout.isTTY === true);
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const pictures = openPictures({ failed: (why) => log.warn(why) });
  const world = { clock: () => new Date(), zone, log, watch: watchNotes, pictures };
  const running = await startBot(config, world);
  if (running.platforms.length > 0) log.info(`Cuecard is running on ${running.platforms.join(" and ")}`);
  if (running.playground) {
    process.stdout.write(
      `\nThe playground is open: ${running.playground.web.url()}\nStop it with Ctrl+C.\n\n`,
    );
  }

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), patience).unref();
    await running.stop();
    await pictures.close();
    process.exit(0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
} catch (cause) {
  const plain = cause instanceof Error && told.includes(cause.name);
  process.stderr.write(`${plain ? cause.message : describe(cause)}\n`);
  process.exit(1);
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
