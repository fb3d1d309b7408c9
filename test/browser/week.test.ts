import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBot } from "./bot.js";
import { aBrowser } from "./browser.js";
import { wide } from "./day.js";

let browser: Browser;
beforeAll(async () => {
  browser = await aBrowser();
});
afterAll(() => browser.close());

describe("a week with the bundled notes", () => {
  it("verdict, reveal, a day missed and frozen, board, year, history, practice, a report", async () => {
    const { page, hands, faults, told, end } = await aBot(browser, wide);
    const channel = page.locator("#channel > .cards > article");
    const own = hands.newest("private");

    // Monday: Ada is right, Ben is not, and neither learns of the other.
    await hands.morning();
    await hands.answer("right");
    await own.getByRole("heading", { name: "Right" }).waitFor();
    await own.getByText("Your pick, and the key").waitFor();
    expect(await own.locator("figure.quote blockquote p").count()).toBeGreaterThan(0);
    expect(await own.locator("figure.quote cite").textContent()).toMatch(/\.md/);
    await own.getByText("1 day in a row.").waitFor();
    await hands.be("Ben");
    expect(await own.count()).toBe(0);
    await hands.answer("wrong");
    await own.getByRole("heading", { name: "Not this one" }).waitFor();
    expect(await own.locator(".options .label").allTextContents()).toEqual(["Your pick", "The key"]);
    await hands.be("Chidi");
    await hands.press("channel", "I don’t know");
    await channel.first().getByText("3 answers so far.").waitFor();
    expect(await channel.first().locator(".count, .label").count()).toBe(0);
    expect(await channel.first().textContent()).not.toMatch(/Ada|Ben|Chidi/);

    // Tuesday: Monday is revealed to all. Ada does nothing today.
    await hands.be("Ada");
    await hands.morning();
    await channel.nth(1).getByText("Yesterday’s question, revealed").waitFor();
    await channel.nth(1).locator(".key").getByText("The key").waitFor();
    const counts = await channel.nth(1).locator(".count").allTextContents();
    expect(counts.reduce((sum, words) => sum + Number.parseInt(words, 10), 0)).toBe(2);

    // Wednesday: one freeze was spent, and the streak goes on.
    await hands.morning();
    await hands.answer("right");
    await own.getByText("2 days in a row").waitFor();
    await own.getByText("You hold 1 freeze of 2.").waitFor();
    await hands.command("/streak");
    await own.getByRole("heading", { name: "#study: 2 days in a row" }).waitFor();
    expect(await own.getByRole("img").getAttribute("aria-label")).toBe(
      "March 2026: 2 answered, 2 right; 1 frozen",
    );
    await own.getByText("The year as a table").click();
    await own.getByRole("cell", { name: "1" }).waitFor();
    await hands.command("/streak why");
    await own.getByRole("row", { name: /Tue 10 March.*frozen: one freeze spent/ }).waitFor();

    await hands.command("/leaderboard");
    expect(await own.locator("tbody tr").allTextContents()).toEqual([
      expect.stringContaining("Ada (you)"),
      expect.stringContaining("Ben"),
      expect.stringContaining("Chidi"),
    ]);
    await own.getByRole("button", { name: "Show to the channel" }).click();
    await channel.first().getByText("Asked for by Ada").waitFor();
    expect(await channel.first().locator(".you").count()).toBe(0);

    await hands.command("/quiz history");
    await own.getByText("2 of 2 answers right (100 %)").waitFor();
    expect(await own.locator(".accuracy tbody tr").count()).toBe(2);

    await hands.command("/practice");
    await hands.toATurnableCard();
    await hands.press("private", "Show the answer");
    await own.getByText("How well did you know it?").waitFor();
    expect(await own.locator(".grades b").allTextContents()).toEqual(["Again", "Hard", "Good", "Easy"]);
    await hands.press("private", /^Good/);
    await own.getByText(/Practice: \d+ (due|new|coming back)/).waitFor();

    await page.getByRole("button", { name: "Report this question" }).first().click();
    await own.getByLabel("It is out of date").check();
    await own.getByLabel("In a sentence").fill("The limit was raised.");
    await own.getByRole("button", { name: "Send" }).click();
    await page.getByText("Thank you. Your report is kept").first().waitFor();
    expect([faults, told.filter((line) => !/^\d+ questions? in/.test(line))]).toEqual([[], []]);
    await end();
  });
});
