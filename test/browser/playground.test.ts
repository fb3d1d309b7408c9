import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { theReveal, theVerdict } from "../platforms/web/gallery.js";
import { theBoard, theCode, thePractice, theYear } from "../platforms/web/gallery-private.js";
import { aMessage, key, theChannel } from "../platforms/web/playground.js";
import { aBrowser, overhang } from "./browser.js";
import { aDay, ada, narrow } from "./day.js";

let browser: Browser;
beforeAll(async () => {
  browser = await aBrowser();
});
afterAll(() => browser.close());

describe("no window is too narrow", () => {
  it.each([360, 390, 768, 960, 1440])("%i pixels", async (width) => {
    const { web, page, faults, end } = await aDay(browser, { viewport: { width, height: 800 } });
    await web.post(theChannel, theReveal, key("r40"));
    await web.post(theChannel, aMessage(`arn:aws:${"x".repeat(300)}`), key("n1"));
    for (const message of [theVerdict, theYear(), theBoard, theCode, thePractice])
      await web.post(ada, message, key("n2"));
    for (const pane of ["channel", "private"]) {
      await page.goto(`${web.url()}/?pane=${pane}`);
      expect([pane, await overhang(page)]).toEqual([pane, 0]);
    }
    expect(faults).toEqual([]);
    await end();
  });
});

describe("without any script", () => {
  const plain = { ...narrow, javaScriptEnabled: false };

  it("a press shows its result, and the focus goes there", async () => {
    const { page, end } = await aDay(browser, plain);
    await page.getByRole("button", { name: "Answer C" }).click();
    expect(new URL(page.url()).search + new URL(page.url()).hash).toBe("?pane=private#private");
    expect(await page.getByRole("heading", { name: "Not this one" }).isVisible()).toBe(true);
    expect(await page.locator("#private:focus").count()).toBe(1);
    await page.keyboard.press("Tab");
    expect(await page.locator("#command:focus").count()).toBe(1);
    await end();
  });

  it("commands, forms, members and the clock work", async () => {
    const { page, clock, end } = await aDay(browser, plain);
    await page.getByRole("link", { name: "Only you" }).click();
    await page.getByLabel("Command").fill("/leaderboard");
    await page.keyboard.press("Enter");
    expect(await page.locator("tr.you").textContent()).toContain("Ada (you)");
    await page.getByRole("button", { name: "/streak" }).click();
    expect(await page.getByRole("heading", { level: 3 }).first().textContent()).toBe("20 days in a row");
    await page.getByRole("link", { name: "#aws-study" }).click();
    await page.getByRole("button", { name: "Answer A" }).click();
    await page.getByRole("button", { name: "Report this question" }).click();
    await page.getByLabel("It is out of date").check();
    await page.locator(".questionnaire").getByRole("button", { name: "Send" }).click();
    expect(await page.getByText("Thank you: old").isVisible()).toBe(true);
    await page.getByRole("button", { name: "Ben" }).click();
    expect(await page.getByRole("heading", { name: "Only you, Ben" }).count()).toBe(1);
    expect(await page.getByText("Nothing yet.").isVisible()).toBe(true);
    await page.getByRole("button", { name: "Next morning" }).click();
    expect(clock.now).toEqual(new Date("2026-03-11T08:00:00Z"));
    expect(await page.locator(".now b").textContent()).toBe("09:00");
    await end();
  });
});
