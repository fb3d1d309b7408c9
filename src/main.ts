import { existsSync } from "node:fs";
import { ConfigFault, readConfig } from "./config.js";
import { makeLog } from "./log.js";
import { PortFault } from "./platforms/web/listen.js";
import { startBot } from "./start.js";
import { StoreFault } from "./store/sqlite/fault.js";

try {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig(process.env);
  const log = makeLog(config.logLevel, process.stdout.isTTY === true);
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const running = await startBot(config, { clock: () => new Date(), zone, log });
  process.stdout.write(`\nThe playground is open: ${running.web.url()}\nStop it with Ctrl+C.\n\n`);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await running.stop();
    process.exit(0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
} catch (cause) {
  const plain = cause instanceof ConfigFault || cause instanceof StoreFault || cause instanceof PortFault;
  process.stderr.write(`${plain ? cause.message : describe(cause)}\n`);
  process.exit(1);
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
