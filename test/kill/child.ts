import { writeSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import Database from "better-sqlite3";
import type { App, Log } from "../../src/app/app.js";
import { makeInbox } from "../../src/app/inbox.js";
import { loadBank } from "../../src/app/load-bank.js";
import type { Event } from "../../src/app/platform.js";
import { postDaily, showTallies } from "../../src/app/post-daily.js";
import { encodeAction } from "../../src/core/action.js";
import { makeBank } from "../../src/core/bank.js";
import { channelId, type Key, personId } from "../../src/core/ids.js";
import { noTerms } from "../../src/core/terms.js";
import { parseBank } from "../../src/notes/parse-notes.js";
import { readNotes } from "../../src/notes/read-notes.js";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import type { Store } from "../../src/store/store.js";
import { FilePlatform, messagesIn } from "./file-platform.js";

/*
 * The bot as a process of its own, so that it can be killed. `node child.js MODE FOLDER …`; it ends itself with SIGKILL
 * at the point it was told, and says on standard output what has come to pass.
 */

const channel = channelId("file:w/study");
const die = () => process.kill(process.pid, "SIGKILL");
const say = (words: string) => writeSync(1, `${words}\n`);
const [mode = "", folder = "", ...rest] = process.argv.slice(2);
const path = join(folder, "bot.db");

/** The bot over the database and the messages of its folder. */
async function open(now: Date, point = ""): Promise<{ app: App; platform: FilePlatform }> {
  const store = withPoints(await openStore(path), point);
  const platform = new FilePlatform(folder, (at) => (at === point ? die() : undefined));
  const log: Log = {
    info: () => {},
    warn: () => {},
    error: (words, cause) => say(`fault ${words} ${String((cause as Error)?.stack ?? cause)}`),
  };
  const platforms = new Map([[platform.name, platform]]);
  const app: App = {
    store,
    log,
    clock: () => now,
    bank: { now: makeBank([]) },
    terms: { now: noTerms },
    workspaces: null,
    platforms,
  };
  await loadBank(app, parseBank((await readNotes(join(folder, "notes"))).files).questions, now);
  await platform.start(makeInbox(app));
  return { app, platform };
}

function withPoints(store: Store, point: string): Store {
  return {
    ...store,
    confirmPosted: async (...given) => {
      await store.confirmPosted(...given);
      if (point === "recorded") die();
    },
    confirmShown: async (...given) => {
      await store.confirmShown(...given);
      if (point === "told the scheduler") die();
    },
  };
}

const ada: Event["person"] = { id: personId("file:w/ada"), name: "Ada", mayManage: true, zone: "UTC" };
const place = { kind: "channel", id: channel, name: "#study" } as const;

/** So many starts of the bot, a minute apart: each sets the channel up where it is new, and does what is due. */
async function day(instant: string, starts: number, point: string): Promise<void> {
  for (let nth = 0; nth < starts; nth += 1) {
    const now = new Date(Date.parse(instant) + nth * 60_000);
    const { app, platform } = await open(now, point);
    if (!(await app.store.channel(channel))) {
      const did = { kind: "command", words: "daily set 09:00 UTC mon-sun" } as const;
      await platform.send({ id: "set", at: now, person: ada, place, did });
    }
    await postDaily(app, now);
    await showTallies(app, now);
    await app.store.close();
  }
  say("done");
}

/** Ada answers the newest question and wishes to be reminded at half past nine. */
async function wish(instant: string): Promise<void> {
  const at = new Date(instant);
  const { app, platform } = await open(at);
  const key = messagesIn(join(folder, "messages.jsonl")).findLast(({ asks }) => asks)?.key as Key;
  const press = encodeAction({ kind: "unknown", key });
  await platform.send({ id: "joins", at, person: ada, place, did: { kind: "press", press } });
  const did = { kind: "command", words: "reminder 09:30 UTC" } as const;
  await platform.send({ id: "wishes", at, person: ada, place, did });
  await app.store.close();
  say("done");
}

/** Presses by the hundred, a few turns apart; each answer that the bot confirmed is said at once. */
async function answers(key: string, instant: string, first: string): Promise<void> {
  const at = new Date(instant);
  const { platform } = await open(at);
  say("ready");
  for (let who = Number(first); ; who += 1) {
    if (who % 25 === 0) await new Promise((resolve) => setImmediate(resolve));
    const person = { id: personId(`file:w/p${who}`), name: `P${who}`, mayManage: false };
    const press = encodeAction({ kind: "pick", key: key as Key, picks: who % 2 === 0 ? 1 : 2 });
    const event = { id: `e${who}`, at, person, place, did: { kind: "press", press } } as const;
    void platform.send(event).then((reply) => {
      const words = reply.whisper?.summary ?? "";
      if (!words.includes("not saved") && !words.includes("went wrong")) say(`confirmed p${who}`);
    });
  }
}

/** Takes the database and keeps it, though nothing refers to it; or says why not. */
async function hold(): Promise<void> {
  try {
    await openStore(path);
    setFlagsFromString("--expose-gc");
    for (let nth = 0; nth < 3; nth += 1) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      runInNewContext("gc")();
    }
    say("open");
    setInterval(() => {}, 1000);
  } catch (cause) {
    say(`refused ${(cause as { kind?: string }).kind ?? "?"}: ${(cause as Error).message}`);
  }
}

/** A first start that ends in the middle of the migration. */
async function migrate(words: string): Promise<void> {
  const prepare = Database.prototype.prepare;
  Database.prototype.prepare = function (this: Database.Database, sql: string) {
    if (sql.includes(words)) die();
    return prepare.call(this, sql);
  } as typeof prepare;
  await hold();
}

switch (mode) {
  case "day":
    await day(rest[0] ?? "", Number(rest[1]), rest[2] ?? "");
    break;
  case "wish":
    await wish(rest[0] ?? "");
    break;
  case "answers":
    await answers(rest[0] ?? "", rest[1] ?? "", rest[2] ?? "0");
    break;
  case "hold":
    await hold();
    break;
  case "migrate":
    await migrate(rest[0] ?? "");
}
