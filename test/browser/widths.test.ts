import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBot } from "./bot.js";
import { aBrowser, overhang } from "./browser.js";
import { narrow, wide } from "./day.js";

let browser: Browser;
beforeAll(async () => {
  browser = await aBrowser();
});
afterAll(() => browser.close());

describe("the whole bot", () => {
  it("scrolls sideways in no window: 1440, 768, 390, 360 pixels", async () => {
    const { page, url, hands, end } = await aBot(browser, wide);
    await hands.morning();
    await hands.answer("right");
    await hands.morning();
    await hands.press("channel", "Answer…");
    for (const command of ["/streak", "/streak why", "/leaderboard", "/quiz history", "/studyhelp"])
      await hands.command(command);
    await hands.command("/daily preview");
    await hands.command("/practice");
    await hands.toATurnableCard();
    await hands.press("private", "Show the answer");
    await page.getByRole("button", { name: "Report this question" }).first().click();
    await page.locator(".questionnaire").waitFor();
    for (const width of [1440, 768, 390, 360]) {
      await page.setViewportSize({ width, height: 800 });
      for (const pane of ["channel", "private"]) {
        await page.goto(`${url}/?pane=${pane}`);
        for (const fold of await page.locator("summary:visible").all()) await fold.click();
        expect([width, pane, await overhang(page)]).toEqual([width, pane, 0]);
      }
      await page.getByLabel("Command or answer", { exact: true }).pressSequentially("/quiz aws");
      await page.getByRole("option").first().waitFor();
      expect([width, "completions", await overhang(page)]).toEqual([width, "completions", 0]);
    }
    await page.goto(`${url}/nowhere`);
    expect(await overhang(page)).toBe(0);
    await end();
  });

  it("offers its commands in one row where they fit, and never one alone in a row", async () => {
    const { page, url, end } = await aBot(browser, wide);
    for (const width of [1440, 1280, 768, 390, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${url}/?pane=private`);
      const tops = await page.locator(".hints button").evaluateAll((all) =>
        // Runs in the page.
        (all as unknown as { offsetTop: number }[]).map((one) => one.offsetTop),
      );
      const rows = [...new Set(tops)].map((top) => tops.filter((one) => one === top).length);
      expect([width, Math.min(...rows) > 1, width < 1440 || rows.length === 1]).toEqual([width, true, true]);
    }
    await end();
  });

  it("asks, judges, reveals and turns cards without any script", async () => {
    const { page, hands, end } = await aBot(browser, { ...narrow, javaScriptEnabled: false });
    const own = hands.newest("private");
    await hands.morning();
    await page
      .getByRole("button", { name: `Answer ${await hands.letter(hands.newest("channel"), "right")}` })
      .click();
    await own.getByRole("heading", { name: "Right" }).waitFor();
    await page.getByRole("button", { name: "To the next question" }).click();
    await page.getByText("Yesterday’s question, revealed").waitFor();
    await page.getByRole("button", { name: "Answer…" }).click();
    await own.getByRole("button", { name: /^A, / }).click();
    await own.getByText("1 of 2 picked.").waitFor();
    await page.getByRole("button", { name: "/practice" }).click();
    await own.getByText(/Practice: \d+ (due|new)/).waitFor();
    const show = own.getByRole("button", { name: "Show the answer" });
    const next = own.getByRole("button", { name: /^(Next card|I don’t know)$/ });
    for (
      await show.or(next).first().waitFor();
      (await show.count()) === 0;
      await show.or(next).first().waitFor()
    )
      await next.click();
    await show.click();
    await own.locator(".grades").waitFor();
    await end();
  });
});
