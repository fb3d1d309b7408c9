import {
  chmodSync,
  chownSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { asFault, StoreFault } from "./fault.js";
import { openToRead, refuseNewer } from "./open.js";
import { own } from "./owner.js";

export type BackupWish = {
  /** A file that stands at the place is replaced; else it is left alone and the backup refused. */
  readonly overwrite?: boolean;
  /** Told again and again: how much is written, from 0 to 1. */
  readonly progress?: (share: number) => void;
};

/**
 * Copies the database as it stands at this moment, also beside a bot that goes on writing. What appears at `to` is
 * whole and checked, or nothing appears. Throws StoreFault.
 */
export async function backup(path: string, to: string, wish: BackupWish = {}): Promise<void> {
  if (existsSync(to) && !wish.overwrite) {
    throw new StoreFault("exists", `${to} exists already and was left alone. Choose another name.`);
  }
  const damaged = `The database ${path} is damaged, so no backup was made of it. Keep the older backups.`;
  const part = await copyBeside(path, to, { damaged, ...wish });
  putInPlace(part, to);
}

/**
 * Puts a backup in the place of a stopped bot's database; the old one is kept beside it under the name returned (null
 * where there was none). `now` names it. Refuses while a bot runs, and a backup that is damaged. Throws StoreFault.
 */
export async function restore(from: string, path: string, now: Date): Promise<string | null> {
  if (!existsSync(from)) throw new StoreFault("missing", `There is no backup at ${from}.`);
  const letGo = own(path);
  try {
    const file = existsSync(path) ? realpathSync(path) : path;
    const damaged = `The backup ${from} is damaged; the database was left as it was. Try an older backup.`;
    const aside = `${file}.before-restore-${now.toISOString().replaceAll(/[:.]/g, "-")}`;
    const part = await copyBeside(from, file, { damaged });
    const kept = existsSync(file) ? keepAside(file, aside, part) : null;
    for (const end of ["-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
    putInPlace(part, file);
    return kept;
  } finally {
    letGo();
  }
}

/** So many pages between two looks at the event loop: 4 MB. */
const pagesAtOnce = 1000;

/**
 * A checked copy under a passing name in the folder of `to`. One read transaction holds the moment: without it the copy
 * would begin anew at each commit of the bot, and never end beside a busy one.
 */
async function copyBeside(
  from: string,
  to: string,
  { damaged, progress }: Pick<BackupWish, "progress"> & { readonly damaged: string },
): Promise<string> {
  const part = `${to}.${process.pid}.part`;
  const { sqlite } = openToRead(from);
  try {
    sqlite.exec("begin");
    sqlite.prepare("select count(*) from sqlite_master").get();
    await sqlite.backup(part, {
      progress: ({ totalPages, remainingPages }) => {
        progress?.(1 - remainingPages / totalPages);
        return pagesAtOnce;
      },
    });
    makeTidy(part, from, damaged);
    progress?.(1);
    return part;
  } catch (cause) {
    sweep(part);
    throw plainer(cause, to, damaged);
  } finally {
    sqlite.close();
  }
}

function sweep(part: string): void {
  if (!existsSync(part)) return;
  for (const end of ["", "-journal", "-wal", "-shm"]) rmSync(`${part}${end}`, { force: true });
}

/** Sound, ours, not newer than this program, and a single file without a log beside it. */
function makeTidy(part: string, from: string, damaged: string): void {
  const copy = new Database(part);
  try {
    copy.pragma("journal_mode = delete");
    const wrong = copy.pragma("quick_check(1)", { simple: true });
    if (wrong !== "ok") throw new StoreFault("corrupt", damaged, wrong);
    if (!copy.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get()) {
      throw new StoreFault("foreign", `${from} is a database, but none of Cuecard's. Nothing was changed.`);
    }
    refuseNewer(copy, from);
  } finally {
    copy.close();
  }
}

function plainer(cause: unknown, to: string, damaged: string): unknown {
  if (cause instanceof StoreFault) return cause;
  if (cause instanceof TypeError && !existsSync(dirname(to))) {
    return new StoreFault("missing", `There is no folder ${dirname(to)}. Make it first.`, cause);
  }
  const fault = asFault(cause, to);
  if (!(fault instanceof StoreFault)) return fault;
  switch (fault.kind) {
    case "corrupt":
      return new StoreFault("corrupt", damaged, cause);
    case "full":
      return new StoreFault(
        "full",
        `The disk ran full while ${to} was written; nothing was left there.`,
        cause,
      );
    case "unwritable":
      return new StoreFault("unwritable", `${to} cannot be written (${reason(cause)}).`, cause);
    default:
      return fault;
  }
}

const reason = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));

/**
 * The old database under another name, byte for byte, with its log. It keeps its own name until the new one takes it in
 * one step; the log goes first, for SQLite would play an old log into a new database.
 */
function keepAside(file: string, aside: string, part: string): string {
  const { mode, uid, gid } = statSync(file);
  chmodSync(part, mode & 0o777);
  try {
    chownSync(part, uid, gid);
  } catch {
    // Only root may give files away; whoever restores as somebody else owns both.
  }
  try {
    linkSync(file, aside);
  } catch {
    copyFileSync(file, aside, constants.COPYFILE_EXCL);
  }
  if (existsSync(`${file}-wal`)) renameSync(`${file}-wal`, `${aside}-wal`);
  return aside;
}

/** Appears whole, and stays after a power cut. */
function putInPlace(part: string, to: string): void {
  sync(part);
  renameSync(part, to);
  if (process.platform !== "win32") sync(dirname(to));
}

function sync(path: string): void {
  const opened = openSync(path, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
