import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { obstacles } from "./axe.js";
import { aBot } from "./bot.js";
import { aBrowser } from "./browser.js";
import { narrow, wide } from "./day.js";

let browser: Browser;
beforeAll(async () => {
  browser = await aBrowser();
});
afterAll(() => browser.close());

describe("axe-core finds nothing, in light and in dark,", () => {
  it.each([wide, narrow])("on any state of a page of $viewport.width pixels", async (viewport) => {
    const { page, url, hands, end } = await aBot(browser, viewport);
    const found: Record<string, readonly string[]> = {};
    const look = async (state: string) => {
      found[state] = await obstacles(page);
    };
    const showPane = (pane: string) => page.goto(`${url}/?pane=${pane}`);
    await look("first run");
    await hands.morning();
    await look("open question");
    await hands.answer("wrong");
    await look("verdict");
    await showPane("channel");
    await hands.morning();
    await look("reveal");
    await hands.press("channel", "Answer…");
    await hands.press("private", /^A, /);
    await look("choose two");
    for (const command of ["/streak", "/streak why", "/leaderboard", "/quiz history", "/studyhelp"])
      await hands.command(command);
    await page.getByText("The year as a table").click();
    await look("streak, board, history, help");
    await hands.command("/practice");
    await hands.toATurnableCard();
    await hands.press("private", "Show the answer");
    await look("practice, turned");
    await page.getByRole("button", { name: "Report this question" }).first().click();
    await page.locator(".questionnaire").waitFor();
    await page.getByLabel("Command or answer", { exact: true }).pressSequentially("/quiz aws");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await look("completions and report");
    await page.goto(`${url}/nowhere`);
    await page.getByText("There is nothing at this address").waitFor();
    await look("error page");
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((state) => [state, []])));
    await end();
  });

  it("but it does find what is planted", async () => {
    const { page, end } = await aBot(browser, wide);
    await page.evaluate(`document.querySelector("h2").innerHTML = "<img src='data:,'>"`);
    expect((await obstacles(page)).join()).toContain("image-alt (critical)");
    await end();
  });
});
