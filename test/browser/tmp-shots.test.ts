import { test } from "vitest";
import { demo } from "../platforms/web/demo.js";
import { theDaily, theReveal } from "../platforms/web/gallery.js";
import { aPlayground, key, theChannel } from "../platforms/web/playground.js";
import { aBrowser, aWindow } from "./browser.js";

test("shots", async () => {
  const { web, clock } = await aPlayground(demo);
  const b = await aBrowser();
  for (const scheme of ["light", "dark"] as const) {
    const { page, faults, close } = await aWindow(b, {
      viewport: { width: 1440, height: 1000 },
      colorScheme: scheme,
    });
    await page.goto(web.url());
    await page.screenshot({ path: `/tmp/shots/first-${scheme}.png` });
    console.log(faults);
    await close();
  }
  const was = clock.now;
  clock.now = new Date("2026-03-09T08:00:00Z");
  const r = await web.post(theChannel, theReveal, key("a"));
  if (r.kind !== "posted") throw 1;
  await web.post(
    { kind: "thread", under: r.receipt },
    {
      summary: "Talk about it here.",
      blocks: [
        { kind: "note", prose: [{ kind: "text", text: "Talk about it here, now that the key is known." }] },
      ],
    },
    key("b"),
  );
  clock.now = new Date("2026-03-10T08:00:00Z");
  const d = await web.post(theChannel, theDaily(0), key("c"));
  clock.now = was;
  if (d.kind !== "posted") throw 1;
  await web.edit(d.receipt, theDaily(12));
  for (const scheme of ["light", "dark"] as const) {
    const { page, faults, close } = await aWindow(b, {
      viewport: { width: 1440, height: 1000 },
      colorScheme: scheme,
    });
    await page.goto(web.url());
    for (const words of ["/leaderboard", "/streak", "/quiz two", "/practice", "/quiz ecs"]) {
      await page.fill("#command", words);
      await page.keyboard.press("Enter");
      await page.waitForFunction(
        (w) => document.querySelector("#private .when")?.textContent?.startsWith(w),
        words,
      );
    }
    await page.click("#channel button[aria-label='Answer C']");
    await page.waitForSelector("#private h3.wrong");
    await page.screenshot({ path: `/tmp/shots/wide-${scheme}.png` });
    await page.click("#private button:has-text('Report')");
    await page.waitForSelector(".questionnaire");
    await page.fill("#command", "/quiz kin");
    await page.type("#command", "e");
    await page.waitForSelector("#completions li");
    await page.keyboard.press("ArrowDown");
    await page.screenshot({ path: `/tmp/shots/complete-${scheme}.png` });
    await page.keyboard.press("Escape");
    await page.setViewportSize({ width: 1440, height: 5200 });
    await page.screenshot({ path: `/tmp/shots/long-${scheme}.png` });
    for (const w of [390]) {
      await page.setViewportSize({ width: w, height: 844 });
      await page.goto(web.url() + "/?pane=private");
      await page.screenshot({ path: `/tmp/shots/n${w}-${scheme}.png`, fullPage: true });
      await page.goto(web.url() + "/");
      await page.screenshot({ path: `/tmp/shots/n${w}c-${scheme}.png`, fullPage: true });
    }
    await page.setViewportSize({ width: 768, height: 900 });
    await page.screenshot({ path: `/tmp/shots/n768c-${scheme}.png` });
    console.log(faults);
    await close();
  }
  await b.close();
  await web.stop();
});
