import { cpSync } from "node:fs";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { readConfig } from "../../src/config.js";
import type { World } from "../../src/start.js";
import { openPlayground } from "../support/playground.js";
import { scratchFolder } from "../support/scratch.js";
import { aWindow } from "./browser.js";
import { handsOn } from "./hands.js";

/** The whole bot with the notes of this folder, from Friday 6 March 2026, 10:40 in Berlin, and a window on its page. */
export async function aBot(
  browser: Browser,
  options: BrowserContextOptions,
  parts: { readonly notes?: string; readonly watch?: NonNullable<World["watch"]> } = {},
) {
  const { notes = aCopyOfTheNotes(), watch } = parts;
  const { log, told } = aLog();
  const began = Date.now();
  const clock = () => new Date(Date.parse("2026-03-06T09:40:00Z") + Date.now() - began);
  const settings = { CUECARD_DATA: scratchFolder(), CUECARD_NOTES: notes, CUECARD_PLAYGROUND_PORT: "0" };
  const world = { clock, zone: "Europe/Berlin", log, ...(watch ? { watch } : {}) };
  const bot = await openPlayground(readConfig(settings), world);
  const { page, faults, close } = await aWindow(browser, options);
  await page.goto(bot.web.url());
  const end = async () => {
    await close();
    await bot.stop();
  };
  return { bot, page, url: bot.web.url(), hands: handsOn(page, bot.app), faults, told, end };
}

/** The bundled notes: nobody else edits them while a test reads. */
function aCopyOfTheNotes(): string {
  const folder = scratchFolder();
  cpSync("questions", folder, { recursive: true });
  return folder;
}

function aLog() {
  const told: string[] = [];
  const tell = (words: string) => void told.push(words);
  return { told, log: { debug: () => {}, info: tell, warn: tell, error: tell } };
}
