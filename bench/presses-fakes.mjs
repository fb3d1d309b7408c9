import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const sources = ["test/fakes/discord/discord.ts", "test/fakes/slack/slack.ts"];

/** Node runs no TypeScript: the servers of the tests, built into a folder that is gone when the work is done. */
export async function withFakes(work) {
  const out = mkdtempSync(join(tmpdir(), "cuecard-bench-"));
  try {
    symlinkSync(resolve("node_modules"), join(out, "node_modules"));
    writeFileSync(join(out, "package.json"), '{ "type": "module" }');
    const compilerOptions = { noEmit: false, noCheck: true, rootDir: resolve("."), outDir: out };
    const project = { extends: resolve("tsconfig.json"), compilerOptions, files: sources.map(absolute) };
    writeFileSync(join(out, "tsconfig.json"), JSON.stringify({ ...project, include: [] }));
    execFileSync("node_modules/.bin/tsc", ["-p", join(out, "tsconfig.json")], { stdio: "inherit" });
    const [discord, slack] = await Promise.all(sources.map((path) => import(builtAt(out, path))));
    return await work({ ...discord, ...slack });
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

const absolute = (path) => resolve(path);
const builtAt = (out, path) => pathToFileURL(join(out, path.replace(/\.ts$/, ".js"))).href;
