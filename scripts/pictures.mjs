// The pictures of the README: the built playground lives from January to March by a clock of its own, then it is shot.
// `npm run pictures` builds first. Needs Debian's Chromium and writes to docs/.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { readConfig } from "../dist/config.js";
import { plainPassages } from "../dist/core/prose.js";
import { startBot } from "../dist/start.js";

const began = new Date("2026-01-07T09:40:00Z");
const lastDay = "Thursday 12 March 2026";
/** Days on which Ada does nothing, and what she was wrong on: without them a year shows one shape. */
const quiet = [
  "23 January",
  "2 February",
  "3 February",
  "4 February",
  "17 February",
  "18 February",
  "19 February",
];
const away = { from: "16 February", command: "/streak away 2026-02-17..2026-02-19" };
const slips = ["9 January", "15 January", "30 January", "10 February", "26 February", "12 March"];

const start = Date.now();
const clock = () => new Date(began.getTime() + Date.now() - start);
const data = mkdtempSync(join(tmpdir(), "cuecard-pictures-"));
const log = { info: () => {}, warn: console.warn, error: console.error };
const settings = { CUECARD_DATA: data, CUECARD_NOTES: "questions", CUECARD_PLAYGROUND_PORT: "0" };
const bot = await startBot(readConfig(settings), { clock, zone: "Europe/Berlin", log });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const url = bot.playground.web.url();
  await page.goto(url);
  await live(page);
  mkdirSync("docs", { recursive: true });
  await shoot(page, { file: "playground", width: 1440, height: 790, scheme: "light", at: `${url}/` });
  await shoot(page, {
    ...{ file: "playground-dark-phone", width: 390, height: 844, scheme: "dark" },
    at: `${url}/?pane=private`,
  });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(url);
  await page.emulateMedia({ colorScheme: "light" });
  await command(page, "/streak");
  await page
    .locator("#private .card", { has: page.locator(".year") })
    .first()
    .screenshot({ path: "docs/streak.png" });
} finally {
  await browser.close();
  await bot.stop();
  rmSync(data, { recursive: true });
}

async function live(page) {
  for (let day = ""; day !== lastDay; ) {
    day = await nextMorning(page);
    const others = [9, 10, 11, 12].some((date) => day.includes(` ${date} March`));
    if (others && day !== lastDay) {
      await as(page, "Ben", () => answer(page, "wrong"));
      await as(page, "Chidi", () => answer(page, "right"));
      await as(page, "Dana", () => answer(page, "right"));
      await as(page, "Ada", async () => {});
    }
    const date = day.split(" ").slice(1, 3).join(" ");
    if (date === away.from) await command(page, away.command);
    if (!quiet.includes(date)) await answer(page, slips.includes(date) ? "wrong" : "right");
  }
  await page.getByText("1 answer so far.").waitFor();
}

async function command(page, words) {
  await page.getByLabel("Command or answer", { exact: true }).fill(words);
  await page.keyboard.press("Enter");
  await page.locator("#private article").first().locator(".when", { hasText: words }).waitFor();
  await calm(page);
}

async function nextMorning(page) {
  const now = page.locator("#now");
  const before = await now.textContent();
  await page.locator(".clock").getByRole("button", { name: "To the next question" }).click();
  await now.filter({ hasNotText: before }).waitFor();
  await calm(page);
  return await now.locator("span").textContent();
}

/** Nothing is on its way any more. */
async function calm(page) {
  await page.locator("[aria-disabled=true], form[data-busy]").first().waitFor({ state: "detached" });
}

async function as(page, name, act) {
  await page.locator(".members").getByRole("button", { name }).click();
  await page.getByRole("heading", { name: `Only you, ${name}` }).waitFor();
  await act();
}

/** Presses what is right, or the first that is not; of several, all that are right, or the first two. */
async function answer(page, wanted) {
  const open = page.locator("#channel article").first();
  const own = page.locator("#private > .cards > article").first();
  const rows = await open.locator(".options > li").all();
  const said = await Promise.all(rows.map((row) => row.locator("> :not(.letter)").first().textContent()));
  const fits = said.map((words) => rightOptions().has(plain(words)));
  const letters = said.map((_, at) => String.fromCharCode(65 + at));
  const picks = letters.filter((_, at) => fits[at] === (wanted === "right"));
  if ((await open.getByRole("button", { name: "Answer…" }).count()) === 0) {
    await open.getByRole("button", { name: `Answer ${picks[0]}` }).click();
  } else {
    await open.getByRole("button", { name: "Answer…" }).click();
    for (const letter of picks.slice(0, 2)) {
      await own.getByRole("button", { name: new RegExp(`^${letter}, `) }).click();
      await own.getByRole("button", { name: `${letter}, picked`, exact: true }).waitFor();
    }
    await own.getByRole("button", { name: "Submit" }).click();
  }
  await own.getByRole("heading", { name: /^(Right|Not this one)/ }).waitFor();
  await calm(page);
}

function rightOptions() {
  const forms = bot.playground.app.bank.now.entries.map(({ question }) => question.form);
  const options = forms.flatMap((form) => (form.kind === "choice" ? form.options : []));
  return new Set(options.filter(({ correct }) => correct).map(({ body }) => plain(plainPassages(body))));
}

function plain(words) {
  return words.replace(/\s+/g, " ").trim();
}

async function shoot(page, { file, width, height, scheme, at }) {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: scheme });
  await page.goto(at);
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `docs/${file}.png` });
}
