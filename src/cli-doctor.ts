import { existsSync, statSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { type Config, readConfig } from "./config.js";
import { readZone } from "./core/calendar.js";
import { skippedFiles } from "./notes/parse-notes.js";
import { readBank } from "./notes/read-bank.js";
import { audit } from "./store/sqlite/audit.js";
import { lastBeats } from "./store/sqlite/beats.js";
import { channels } from "./store/sqlite/channels.js";
import { type Opened, openToRead, refuseNewer } from "./store/sqlite/open.js";
import { counted } from "./views/words.js";

/** One thing that was looked at: well, or what to do. */
export type Finding = { readonly name: string; readonly well: boolean; readonly words: string };

type Environment = Readonly<Record<string, string | undefined>>;

/** `cuecard doctor`: looks and touches nothing, also beside a running bot. Resolves to the exit code. */
export async function examine(env: Environment, write: (words: string) => Promise<void>): Promise<number> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig(env);
  const findings = [await versions(), await notes(config), await disk(config), ...database(config)];
  for (const { name, well, words } of findings)
    await write(`${well ? "well " : "look!"}  ${name.padEnd(10)} ${words}\n`);
  return findings.every((finding) => finding.well) ? 0 : 1;
}

/** A tick comes every minute: a heart that was silent for so long is not well. Milliseconds. */
const longestSilence = 3 * 60_000;

/** `cuecard health`: whether every platform was connected within three minutes. Resolves to the exit code. */
export async function health(
  env: Environment,
  now: Date,
  write: (words: string) => Promise<void>,
): Promise<number> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { database: path } = readConfig(env);
  const { sqlite, db } = openToRead(path);
  const newest = lastBeats(db);
  sqlite.close();
  for (const { platform, at } of newest) {
    const silence = now.getTime() - at.getTime();
    await write(`${platform}: last connected ${Math.max(0, Math.round(silence / 1000))} s ago\n`);
    if (silence > longestSilence) return 1;
  }
  return newest.length === 0 ? 1 : 0;
}

async function versions(): Promise<Finding> {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const well = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
  const advice = well ? "" : ": take 20.19, 22.12, 24 or newer";
  return { name: "versions", well, words: `Node ${process.versions.node}${advice}` };
}

async function notes({ notes: path }: Config): Promise<Finding> {
  const bank = await readBank(path);
  const errors = bank.problems.filter((problem) => problem.severity === "error").length;
  const files = bank.files.length - skippedFiles(bank.problems);
  const count = `${counted(bank.questions.length, "question")} in ${counted(files, "file")} of ${path}`;
  if (bank.questions.length === 0)
    return { name: "notes", well: false, words: `no questions in ${path}: see questions/README.md` };
  const words = errors === 0 ? count : `${count}, ${counted(errors, "error")}: npx cuecard check ${path}`;
  return { name: "notes", well: errors === 0, words };
}

const leastFree = 200 * 1024 * 1024;

async function disk({ database: path }: Config): Promise<Finding> {
  const folder = existsSync(dirname(path)) ? dirname(path) : ".";
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const words = `${Math.round(free / 1024 / 1024)} MB free under ${folder}`;
  return { name: "disk", well: free >= leastFree, words: free >= leastFree ? words : `${words}: make room` };
}

function database({ database: path }: Config): readonly Finding[] {
  if (!existsSync(path))
    return [{ name: "database", well: true, words: `none yet at ${path}: the first start makes it` }];
  let opened: Opened | undefined;
  try {
    opened = openToRead(path);
    return [...examineDatabase(opened, path), zones(opened)];
  } catch (cause) {
    return [{ name: "database", well: false, words: cause instanceof Error ? cause.message : String(cause) }];
  } finally {
    opened?.sqlite.close();
  }
}

function examineDatabase({ sqlite, db }: Opened, path: string): readonly Finding[] {
  refuseNewer(sqlite, path);
  const checked = sqlite.pragma("quick_check(1)", { simple: true });
  if (checked !== "ok") {
    return [
      {
        name: "database",
        well: false,
        words: `${path} is damaged: stop the bot and npx cuecard restore BACKUP`,
      },
    ];
  }
  const size = Math.round(statSync(path).size / 1024);
  const differences = audit(db);
  const first = differences[0] ?? "";
  return [
    { name: "database", well: true, words: `${path}, ${size} kB, whole` },
    {
      name: "totals",
      well: differences.length === 0,
      words:
        differences.length === 0
          ? "equal a recount from every answer"
          : `${differences.length} differ: ${first}`,
    },
  ];
}

function zones({ db }: Opened): Finding {
  const unknown = channels(db)
    .all()
    .flatMap(({ name, schedule }) =>
      schedule && !readZone(schedule.zone) ? [`${name} (${schedule.zone})`] : [],
    );
  if (unknown.length === 0) return { name: "zones", well: true, words: "every channel’s zone is known here" };
  return {
    name: "zones",
    well: false,
    words: `unknown to this Node: ${unknown.join(", ")}. Set them anew with /daily set.`,
  };
}
