import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { setDaily } from "../../src/app/set-daily.js";
import { buildHouse } from "../../src/house.js";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import { FakePlatform, fakeChannel, fakePerson } from "../support/fake-platform.js";
import { notesFolder } from "../support/notes-folder.js";
import { scratchFolder } from "../support/scratch.js";
import type { Notes } from "../support/stage.js";

const good = "# Tides\n\n## When\n\nWhen is water highest?\n\n- [x] At springs\n- [ ] At neaps\n";
const broken = good.replace("[x]", "[ ]");
const better = good.replace("highest", "at its highest");

/** A bot that can be started again and again over one database, and the notes that it is started with. */
function aBot(notes: Notes) {
  const folder = notesFolder(notes);
  const file = join(scratchFolder(), "bot.db");
  const platform = new FakePlatform();
  const errors: string[] = [];

  async function start(more: { readonly path?: string; readonly fails?: boolean } = {}) {
    const store = await openStore(file);
    const log = {
      ...{ info: () => {}, warn: () => {} },
      error: (words: string, cause: unknown) => void errors.push(`${words} ${String(cause)}`),
    };
    const house = await buildHouse({
      ...{ store, log, clock: () => new Date("2026-03-09T08:00:00Z") },
      ...{ notes: more.path ?? folder.path, notesAddress: null, workspaces: null },
    });
    const failing = Object.assign(new FakePlatform(), { start: () => Promise.reject(new Error("no port")) });
    await house.open([more.fails ? failing : platform]).catch(() => {});
    return house;
  }

  /** What is asked and what is known after a start. */
  async function startAndLook(more: Parameters<typeof start>[0] = {}) {
    const { app, close } = await start(more);
    const live = app.bank.now.entries.filter(({ retired }) => !retired);
    const terms = app.terms.now.terms.map(({ name }) => name);
    await close();
    return { live: live.length, asked: JSON.stringify(live), terms };
  }

  /** As a database of before this was remembered. */
  async function forget() {
    const store = await openStore(file);
    for (const { name } of await store.drawer("notes").all()) await store.drawer("notes").remove(name);
    await store.close();
  }
  return { folder, platform, errors, start, startAndLook, forget };
}

test("a start with notes that broke meanwhile keeps the bank, says so as an error, and tells the keepers once", async () => {
  const bot = aBot({ "tides.md": good });
  const { app, close } = await bot.start();
  await setDaily(
    app,
    {
      ...{ id: "e1", at: app.clock(), place: { kind: "channel", id: fakeChannel, name: "#study" } },
      person: { id: fakePerson("Ada"), name: "Ada", mayManage: true },
      did: { kind: "command", words: "daily set 09:00 UTC" },
    },
    { kind: "set", time: null, zone: null, weekdays: null },
  );
  await close();
  bot.folder.edit({ "tides.md": broken });
  expect((await bot.startAndLook()).live).toBe(1);
  expect((await bot.startAndLook()).live).toBe(1);
  expect(bot.errors).toHaveLength(2);
  expect(bot.errors[0]).toMatch(/stay in force.*npx cuecard check.*tides\.md:\d+ {2}error/s);
  const told = bot.platform.toPerson(fakePerson("Ada")).map(({ message }) => message.summary);
  expect(told).toEqual([expect.stringMatching(/the questions of before stay in use.*tides\.md:/s)]);
  bot.folder.edit({ "tides.md": better });
  expect((await bot.startAndLook()).asked).toContain("at its highest");
  expect(bot.platform.toPerson(fakePerson("Ada")).map(({ message }) => message.summary)).toEqual([
    expect.stringContaining("in use again"),
    ...told,
  ]);
});

test("a start without the notes' folder, or with an empty one, keeps the bank", async () => {
  const bot = aBot({ "tides.md": good });
  await bot.startAndLook();
  expect((await bot.startAndLook({ path: join(bot.folder.path, "gone") })).live).toBe(1);
  bot.folder.edit({ "tides.md": null });
  expect((await bot.startAndLook()).live).toBe(1);
  rmSync(bot.folder.path, { recursive: true });
  const { live, terms } = await bot.startAndLook();
  expect([live, bot.errors.length]).toEqual([1, 3]);
  expect(terms).toContain("SQS");
  expect(bot.errors[0]).toMatch(/CUECARD_NOTES.*There is no such file or folder.*hold no question/s);
});

test("a start with broken terms keeps the names and questions of before", async () => {
  const bot = aBot({ "tides.md": good, "terms.yaml": "terms:\n  - [Ebb, fall]\n" });
  await bot.startAndLook();
  bot.folder.edit({ "tides.md": better, "terms.yaml": "terms:\n  - [Low, fall\n" });
  const { asked, terms } = await bot.startAndLook();
  expect(asked).not.toContain("at its highest");
  expect(terms).toContain("Ebb");
});

test("a first start takes what can be read, and errors that it met are not held against a later one", async () => {
  const bot = aBot({ "tides.md": good, "old.md": broken });
  expect((await bot.startAndLook()).live).toBe(1);
  bot.folder.edit({ "tides.md": better });
  expect((await bot.startAndLook()).asked).toContain("at its highest");
  expect(bot.errors).toEqual([]);
});

test("notes that were moved to another place are taken from there with their errors", async () => {
  const bot = aBot({ "tides.md": good });
  await bot.startAndLook();
  const other = notesFolder({ "tides.md": better, "old.md": broken });
  expect((await bot.startAndLook({ path: other.path })).asked).toContain("at its highest");
});

test("a start that fails has not taken the notes over", async () => {
  const bot = aBot({ "tides.md": good });
  await bot.startAndLook();
  bot.folder.edit({ "tides.md": better });
  expect((await bot.startAndLook({ fails: true })).asked).not.toContain("at its highest");
  expect((await bot.startAndLook()).asked).toContain("at its highest");
});

test("where nothing is remembered no error is new, but notes that are gone are", async () => {
  const bot = aBot({ "tides.md": good });
  await bot.startAndLook();
  await bot.forget();
  const { live, terms } = await bot.startAndLook({ path: join(bot.folder.path, "gone") });
  expect(live).toBe(1);
  expect(terms).toContain("SQS");
  bot.folder.edit({ "tides.md": better, "old.md": broken });
  expect((await bot.startAndLook()).asked).toContain("at its highest");
});
