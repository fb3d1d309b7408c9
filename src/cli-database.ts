import { existsSync } from "node:fs";
import { proposalLines } from "./cli-proposals.js";
import { readConfig } from "./config.js";
import { backup, restore } from "./store/sqlite/backup.js";
import { openToRead } from "./store/sqlite/open.js";
import { reports } from "./store/sqlite/reports.js";

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

/** `cuecard reports`: place, fault and words of each, newest first; then the names that were proposed. */
export async function listReports(env: Environment, write: Write): Promise<void> {
  const { sqlite, db } = openToRead(configured(env).database);
  const list = reports(db).all();
  const proposed = proposalLines(db);
  sqlite.close();
  if (list.length + proposed.length === 0) return await write("No question was reported.\n");
  for (const { file, line, fault, words, question, version, at } of list) {
    const said = words === "" ? "" : `\n    “${words}”`;
    await write(
      `${file}:${line}  ${fault}  ${at.toISOString().slice(0, 10)}  ${question} (version ${version})${said}\n`,
    );
  }
  for (const lines of proposed) await write(lines);
}

/** The settings of the bot itself: from the environment, and from `.env` where there is one. */
function configured(env: Environment) {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return readConfig(env);
}
