import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { face } from "../platforms/web/playground.js";
import { aBrowser, focused } from "./browser.js";
import { aDay, aGate, wide } from "./day.js";

let browser: Browser;
beforeAll(async () => {
  browser = await aBrowser();
});
afterAll(() => browser.close());

describe("who is faster than the answers", () => {
  it("types on: another command goes its way, the same again does not", async () => {
    const { page, events, end } = await aDay(browser, wide);
    const gate = aGate();
    await page.route("**/command", async (route) => {
      await gate.opened;
      await route.continue();
    });
    const box = page.getByLabel("Command or answer");
    for (const words of ["/streak", "/streak", "/leaderboard"]) {
      await box.fill(words);
      await page.keyboard.press("Enter");
    }
    gate.open();
    await page.locator("#private article").nth(1).waitFor();
    await expect.poll(() => page.locator("form[data-busy]").count()).toBe(0);
    const commands = events.flatMap(({ did }) => (did.kind === "command" ? [did.words] : []));
    expect(commands.toSorted()).toEqual(["leaderboard", "streak"]);
    await end();
  });

  it("keeps the completion that was chosen while it still fits", async () => {
    const { page, end } = await aDay(browser, wide);
    const box = page.getByRole("combobox", { name: "Command or answer" });
    await box.pressSequentially("/quiz kin");
    const mark = page.locator("#completions mark").first();
    await mark.getByText("kin", { exact: true }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const chosen = page.getByRole("option", { selected: true });
    const words = await chosen.getAttribute("data-words");
    await box.pressSequentially("e");
    await mark.getByText("kine", { exact: true }).waitFor();
    expect(await chosen.getAttribute("data-words")).toBe(words);
    await end();
  });

  it("is left at the same letter, and with what was begun, when the clock arrives", async () => {
    const gate = aGate();
    const { page, clock, end } = await aDay(browser, wide, { advance: () => gate.opened });
    await page.getByRole("button", { name: "Answer A" }).click();
    await page.getByRole("button", { name: "Report this question" }).click();
    await page.getByLabel("In a sentence").fill("The limit was rai");
    await page.locator(".clock").getByRole("button", { name: "To the next question" }).click();
    await page.getByRole("button", { name: "Walking…" }).waitFor();
    await page.getByRole("button", { name: "Answer C" }).focus();
    clock.now = face.ahead;
    gate.open();
    await page.locator(".clock").getByRole("button", { name: "To the next question" }).waitFor();
    expect(await page.locator(".now b").textContent()).toBe("09:00");
    expect(await focused(page)).toBe("button C");
    expect(await page.getByLabel("In a sentence").inputValue()).toBe("The limit was rai");
    await end();
  });
});
