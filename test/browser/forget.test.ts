import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBot } from "./bot.js";
import { aBrowser } from "./browser.js";

let browser: Browser;
beforeAll(async () => {
  browser = await aBrowser();
});
afterAll(() => browser.close());

const wide = { viewport: { width: 1440, height: 900 } };

describe("deleting everything", () => {
  it("clears every open page of that member, and leaves the closing word", async () => {
    const { page, url, hands, faults, end } = await aBot(browser, wide);
    const other = await page.context().newPage();
    await hands.command("/quiz");
    await other.goto(url);
    await hands.command("/mydata delete");
    await other.getByRole("heading", { name: "Delete everything about you?" }).waitFor();
    await hands.press("private", "Delete everything about me");
    for (const each of [page, other]) {
      await each.getByRole("heading", { name: "Done" }).waitFor();
      await expect.poll(() => each.locator("#private article").count()).toBe(1);
    }
    expect(faults).toEqual([]);
    await end();
  });

  it("is not done by the second click of a double click, and has a way back", async () => {
    const { bot, page, hands, end } = await aBot(browser, wide);
    await hands.command("/reminder 17:30");
    await hands.command("/mydata");
    // What the bot says at length is no question: only a question is bold before its buttons.
    const weight = await page.evaluate(
      `getComputedStyle(document.querySelector("#private .note")).fontWeight`,
    );
    expect(weight).toBe("400");
    const box = await hands
      .newest("private")
      .getByRole("button", { name: "Delete everything" })
      .boundingBox();
    // Where the two cards' buttons lie over each other.
    await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 20);
    await page.mouse.down({ clickCount: 1 });
    await page.mouse.up({ clickCount: 1 });
    await page.getByRole("heading", { name: "Delete everything about you?" }).waitFor();
    const danger = page.locator(".danger");
    const there = await danger.boundingBox();
    await page.mouse.move((there?.x ?? 0) + 20, (there?.y ?? 0) + 20);
    await page.mouse.down({ clickCount: 2 });
    await page.mouse.up({ clickCount: 2 });
    await hands.press("private", "Keep everything");
    await page.getByText("Nothing was deleted.").waitFor();
    expect(await danger.count()).toBe(0);
    expect(await bot.app.store.person("web:ada" as never)).toMatchObject({ name: "Ada" });
    await end();
  });
});
