import { parse } from "node-html-parser";
import { readConfig } from "../../src/config.js";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import { notesFolder } from "./notes-folder.js";
import { type OpenPlayground, openPlayground } from "./playground.js";
import { scratchFolder } from "./scratch.js";
import type { Name, Need, OpenStage } from "./stage.js";
import { cards, type Page, see, webActor } from "./web-actor.js";

const log = { info: () => {}, warn: () => {}, error: () => {} };

/** Its clock is the server's, so a press is made when it arrives; the page is the process, so they die together. */
export const webCan: readonly Need[] = ["files"];

/** The playground as `npm start` opens it, walked through by HTTP alone. */
export const openWebStage: OpenStage = async ({ notes, now: start }) => {
  const folder = notesFolder(notes);
  const data = scratchFolder();
  const config = readConfig({
    CUECARD_NOTES: folder.path,
    CUECARD_DATA: data,
    CUECARD_PLAYGROUND_PORT: "0",
  });
  const run = () => openPlayground(config, { clock: () => start, zone: "Europe/Berlin", log });
  let bot: OpenPlayground = await run();
  const page: Page = {
    async load(member) {
      const response = await fetch(bot.web.url(), { headers: { cookie: `member=${member}` } });
      return parse(await response.text());
    },
    async fetch(member, path) {
      const response = await fetch(new URL(path, bot.web.url()), { headers: { cookie: `member=${member}` } });
      return await response.text();
    },
    async send(member, path, fields) {
      const response = await fetch(new URL(path, bot.web.url()), {
        method: "POST",
        redirect: "manual",
        headers: { cookie: `member=${member}`, origin: new URL(bot.web.url()).origin },
        body: new URLSearchParams(fields),
      });
      if (response.status !== 303)
        throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    },
  };

  /** While it is closed the clock lies in its drawer. */
  async function setClock(at: Date): Promise<void> {
    const store = await openStore(config.database);
    await store.drawer("clock").put("now", String(at.getTime()));
    await store.close();
  }

  return {
    actor: (name) => webActor(name, page),
    channel: async () => cards(await page.load("ada"), "#channel").map(see),
    shownTo: async (name: Name) => cards(await page.load(name.toLowerCase()), "#private").map(see),
    now: () => bot.app.clock(),
    walkTo: (at) => bot.walkTo(at),
    async restart() {
      await bot.stop();
      bot = await run();
    },
    async sleepUntil(at) {
      await bot.stop();
      await setClock(at);
      bot = await run();
    },
    async editNotes(files) {
      await bot.stop();
      folder.edit(files);
      bot = await run();
    },
    connection: () => {
      throw new Error("the page has no connection of its own that could die");
    },
    miscounted: () => bot.app.store.audit(),
    close: () => bot.stop(),
  };
};
