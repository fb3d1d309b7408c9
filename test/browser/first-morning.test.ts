import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.js";
import { openPlayground } from "../support/playground.js";
import { aBrowser, aWindow } from "./browser.js";
import { handsOn } from "./hands.js";

let browser: Browser;
let data: string;
beforeAll(async () => {
  browser = await aBrowser();
  data = mkdtempSync(join(tmpdir(), "cuecard-"));
});
afterAll(async () => {
  await browser.close();
  rmSync(data, { recursive: true });
});

const faults: unknown[] = [];
const fault = (...words: readonly unknown[]) => void faults.push(words);
const log = { debug: () => {}, info: () => {}, warn: fault, error: fault };
const world = { clock: () => new Date("2026-03-10T10:40:00Z"), zone: "Europe/Berlin", log };
const start = () => openPlayground(readConfig({ CUECARD_DATA: data, CUECARD_PLAYGROUND_PORT: "0" }), world);

describe("the whole bot, with its own notes", () => {
  it("asks in the morning, tells each member alone, reveals the next day, and remembers it all", async () => {
    const bot = await start();
    const { page, faults: wrong, close } = await aWindow(browser, { viewport: { width: 1440, height: 900 } });
    const cards = page.locator("#channel article");
    const own = page.locator("#private article");
    await page.goto(bot.web.url());
    await page.locator(".steps").getByRole("button", { name: "To the next question" }).click();
    await page.getByText("Today’s question").waitFor();
    await cards.first().getByRole("button", { name: "I don’t know" }).click();
    await own.first().waitFor();
    await page.getByRole("button", { name: "Ben", exact: true }).click();
    await page.getByRole("heading", { name: "Only you, Ben" }).waitFor();
    await expect.poll(() => own.count()).toBe(0);
    await page.locator(".clock").getByRole("button", { name: "To the next question" }).click();
    await page.getByText("Yesterday’s question, revealed").waitFor();
    await expect.poll(() => cards.count()).toBe(2);
    await handsOn(page, bot.app).calm();
    await bot.stop();

    const again = await start();
    await page.goto(again.web.url());
    await expect.poll(() => cards.count()).toBe(2);
    await page.getByRole("button", { name: "Ada", exact: true }).click();
    await page.getByRole("heading", { name: "Only you, Ada" }).waitFor();
    await expect.poll(() => own.count()).toBe(1);
    await again.stop();
    expect([faults, wrong.filter((line) => !line.includes("ERR_"))]).toEqual([[], []]);
    await close();
  });
});
