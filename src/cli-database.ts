import { existsSync } from "node:fs";
import { readConfig } from "./config.js";
import { backup, restore } from "./store/sqlite/backup.js";

type Write = (words: string) => Promise<void>;
type Environment = Readonly<Record<string, string | undefined>>;

/** `cuecard backup FILE` */
export async function backupDatabase(
  env: Environment,
  { file, overwrite }: { readonly file: string; readonly overwrite: boolean },
  write: Write,
): Promise<void> {
  const { database } = configured(env);
  const progress = (share: number) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${Math.round(100 * share)} %`);
  };
  await backup(database, file, { overwrite, progress });
  await write(`The database ${database} is copied to ${file}, whole and checked.\n`);
}

/** `cuecard restore FILE` */
export async function restoreDatabase(
  env: Environment,
  { file, now }: { readonly file: string; readonly now: Date },
  write: Write,
): Promise<void> {
  const { database } = configured(env);
  const kept = await restore(file, database, now);
  const aside = kept === null ? "" : ` The one before is kept as ${kept}.`;
  await write(`${file} is now the database ${database}.${aside} Start the bot again.\n`);
}

/** `cuecard forget slack [T024 …]`: what members answered stays. */
export async function forgetSlack(env: Environment, teams: readonly string[], write: Write): Promise<void> {
  const { database } = configured(env);
  const { forgetInstallations } = await import("./platforms/slack/installations.js");
  const { openStore } = await import("./store/sqlite/sqlite-store.js");
  const store = await openStore(database);
  const gone = await forgetInstallations(store.drawer("slack"), teams).finally(() => store.close());
  const named = gone.length === 0 ? "Nothing was sealed there" : `Forgotten: ${gone.join(", ")}`;
  await write(`${named}. Everything else in ${database} is as it was.\n`);
}

/** The settings of the bot itself: from the environment, and from `.env` where there is one. */
function configured(env: Environment) {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return readConfig(env);
}
