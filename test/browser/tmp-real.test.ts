import { mkdtempSync } from "node:fs";
import { test } from "vitest";
import { readConfig } from "../../src/config.js";
import { startBot } from "../../src/start.js";
import { aBrowser, aWindow, overhang } from "./browser.js";
test("real", async () => {
  const data = mkdtempSync("/tmp/cc-");
  const config = readConfig({ CUECARD_DATA: data, CUECARD_PLAYGROUND_PORT: "0" });
  const log: any = new Proxy({}, { get: (_t, name) => (...a: unknown[]) => (name === "warn" || name === "error") && console.log(name, ...a) });
  const bot = await startBot(config, { clock: () => new Date("2026-03-10T10:40:00Z"), zone: "Europe/Berlin", log });
  const b = await aBrowser();
  const { page, faults } = await aWindow(b, { viewport: { width: 1440, height: 1000 } });
  const url = bot.web.url();
  await page.goto(url);
  await page.screenshot({ path: "/tmp/shots/real-0.png" });
  const next = page.locator(".clock button").nth(1);
  for (let i = 0; i < 3; i++) {
    const t = Date.now();
    await next.click();
    await page.locator("[aria-disabled]").first().waitFor({ state: "detached" });
    console.log("walk", Date.now() - t, await page.locator(".now").textContent());
    for (const who of ["Ada", "Ben"]) {
      await page.locator(".members").getByRole("button", { name: who }).click();
      await page.locator("#channel article").first().locator("button").nth(who === "Ada" ? 1 : 2).click();
      await page.locator("#private article").first().waitFor();
      await page.waitForTimeout(200);
    }
  }
  await page.screenshot({ path: "/tmp/shots/real-1.png" });
  for (const c of ["/leaderboard", "/streak", "/streak why", "/quiz", "/studyhelp", "/daily show", "nonsense"]) {
    const n = await page.locator("#private article").count();
    await page.fill("#command", c); await page.keyboard.press("Enter");
    await page.locator("#private article").nth(n).waitFor();
  }
  await page.setViewportSize({ width: 1440, height: 4200 });
  await page.screenshot({ path: "/tmp/shots/real-2.png" });
  await page.setViewportSize({ width: 360, height: 700 });
  for (const p of ["private", "channel"]) { await page.goto(url + "/?pane=" + p); console.log(p, await overhang(page)); await page.screenshot({ path: `/tmp/shots/real-360-${p}.png`, fullPage: true }); }
  console.log(faults);
  await b.close();
  const t = Date.now(); await bot.stop(); console.log("stopped in", Date.now() - t);
});
