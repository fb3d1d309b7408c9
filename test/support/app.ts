import type { App } from "../../src/app/app.js";
import { loadBank } from "../../src/app/load-bank.js";
import { makeBank } from "../../src/core/bank.js";
import { noTerms } from "../../src/core/terms.js";
import { parseBank } from "../../src/notes/parse-notes.js";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import { FakePlatform } from "./fake-platform.js";

export type BareApp = App & { readonly platform: FakePlatform; readonly logged: string[] };

/** An app over a store in memory, with a platform in memory, a clock that stands, and no notes yet. */
export async function anApp(now = new Date("2026-03-09T08:00:00Z")): Promise<BareApp> {
  const platform = new FakePlatform();
  await platform.start(async () => ({}));
  const logged: string[] = [];
  const write = (words: string) => void logged.push(words);
  return {
    store: await openStore(":memory:"),
    clock: () => now,
    log: { info: write, warn: write, error: (words, cause) => write(`${words}: ${String(cause)}`) },
    bank: { now: makeBank([]) },
    terms: { now: noTerms },
    platforms: new Map([[platform.name, platform]]),
    workspaces: null,
    platform,
    logged,
  };
}

/** Files of notes by name; what loadBank says of them. */
export async function study(app: App, files: Readonly<Record<string, string>>) {
  return await loadBank(app, questionsIn(files).questions, app.clock());
}

export function questionsIn(files: Readonly<Record<string, string>>) {
  return { ...parseBank(Object.entries(files).map(([path, text]) => ({ path, text }))), terms: noTerms };
}
