import {
  type ChildProcess,
  type ChildProcessWithoutNullStreams,
  execFileSync,
  spawn,
} from "node:child_process";
import { chmodSync, cpSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll } from "vitest";
import { scratchFolder } from "../support/scratch.js";

let built = "";

/** Node runs no TypeScript: the bot of child.ts is built once for a file of tests, as a release would be. */
export function buildBot(): void {
  beforeAll(() => {
    const out = scratchFolder();
    chmodSync(out, 0o755);
    for (const name of ["node_modules", "migrations", "questions"])
      symlinkSync(resolve(name), join(out, name));
    writeFileSync(join(out, "package.json"), '{ "type": "module" }');
    try {
      execFileSync("node_modules/.bin/tsc", ["-p", "test/kill/tsconfig.json", "--outDir", out]);
    } catch (cause) {
      throw new Error(String((cause as { stdout?: Buffer }).stdout), { cause });
    }
    built = out;
  });
}

/** A folder with notes for a bot of its own. */
export function botFolder(): string {
  const folder = scratchFolder();
  cpSync("test/story/notes", join(folder, "notes"), { recursive: true });
  return folder;
}

export type Bot = {
  readonly process: ChildProcess;
  /** What it has said so far, line by line. */
  readonly said: readonly string[];
  /** Resolves with the first line that begins so; with null where it ends before. */
  heard(start: string): Promise<string | null>;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
};

/** Starts the bot of child.ts as a process; `uid`, where we are root, as somebody who is not. */
export function startBot(mode: string, folder: string, given: readonly string[] = [], uid?: number): Bot {
  const who = uid === undefined ? {} : { uid, gid: uid };
  return watch(
    spawn(process.execPath, [join(built, "test/kill/child.js"), mode, folder, ...given], {
      ...who,
      stdio: "pipe",
    }),
  );
}

/** Starts the program itself, on the notes of a folder; its playground keeps `playground.db` there. */
export function startMain(folder: string): Bot {
  const env = {
    ...process.env,
    CUECARD_NOTES: join(folder, "notes"),
    CUECARD_DATA: folder,
    CUECARD_PLAYGROUND_PORT: "0",
  };
  return watch(spawn(process.execPath, [join(built, "src/main.js")], { cwd: folder, env, stdio: "pipe" }));
}

function watch(started: ChildProcessWithoutNullStreams): Bot {
  const said: string[] = [];
  let rest = "";
  let wake = () => {};
  started.stdout.setEncoding("utf8").on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    said.push(...lines);
    wake();
  });
  started.stderr.setEncoding("utf8").on("data", (text: string) => said.push(`stderr ${text}`));
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    started.on("close", (code, signal) => resolve({ code, signal })),
  );
  let over = false;
  void ended.then(() => {
    over = true;
    wake();
  });
  return {
    process: started,
    said,
    ended,
    async heard(start) {
      for (;;) {
        const line = said.find((one) => one.startsWith(start));
        if (line !== undefined || over) return line ?? null;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
