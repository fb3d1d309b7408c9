import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { theReveal, theVerdict } from "../platforms/web/gallery.js";
import { theBoard, theCode, thePractice, theYear } from "../platforms/web/gallery-private.js";
import { aMessage, face, key, theChannel } from "../platforms/web/playground.js";
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
    await page.waitForURL(/\?pane=private#private$/);
    await page.getByRole("heading", { name: "Not this one" }).waitFor();
    await page.locator("#private:focus").waitFor();
    await page.keyboard.press("Tab");
    await page.locator("#command:focus").waitFor();
    await end();
  });

  it("commands, forms, members and the clock work", async () => {
    const { page, clock, end } = await aDay(browser, plain);
    await page.getByRole("link", { name: "Only you" }).click();
    await page.getByLabel("Command or answer").fill("/leaderboard");
    await page.keyboard.press("Enter");
    expect(await page.locator("tr.you").textContent()).toContain("Ada (you)");
    await page.getByRole("button", { name: "/streak" }).click();
    await page.locator("#private article:first-child").getByText("20 days in a row").waitFor();
    await page.getByRole("link", { name: "#aws-study" }).click();
    await page.getByRole("button", { name: "Answer A" }).click();
    await page.getByRole("button", { name: "Report this question" }).click();
    await page.getByLabel("It is out of date").check();
    await page.locator(".questionnaire").getByRole("button", { name: "Send" }).click();
    await page.getByText("Thank you: old").waitFor();
    await page.getByRole("button", { name: "Ben" }).click();
    await page.getByRole("heading", { name: "Only you, Ben" }).waitFor({ state: "attached" });
    await page.getByText("Nothing yet.").waitFor();
    await page.getByRole("button", { name: "To the next question" }).click();
    await page.locator(".now").getByText("09:00").waitFor();
    expect(clock.now).toEqual(face.ahead);
    await end();
  });
});
