import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBot } from "./bot.js";
import { aBrowser, focused } from "./browser.js";
import { narrow, wide } from "./day.js";

let browser: Browser;
beforeAll(async () => {
  browser = await aBrowser();
});
afterAll(() => browser.close());

describe("with the keyboard alone", () => {
  it("the clock is moved, a question is answered and a letter taken back", async () => {
    const { page, hands, end } = await aBot(browser, wide);
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("a Skip the clock and the members");
    await page.keyboard.press("Enter");
    await tabTo(page, "button To the next question");
    await page.keyboard.press("Enter");
    await hands.newest("channel").waitFor();
    await hands.calm();

    // Monday: one letter answers.
    await tabTo(page, "button B");
    await page.keyboard.press("Enter");
    await hands
      .newest("private")
      .getByRole("heading", { name: /^(Right|Not this one)$/ })
      .waitFor();
    await expect.poll(() => focused(page)).toBe("section#private");
    await hands.calm();
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("input#command");

    // Tuesday: choose two; each press of a letter says its state, and is taken back by another.
    await hands.morning();
    await tabTo(page, "button Answer…");
    await page.keyboard.press("Enter");
    await hands.newest("private").getByText("0 of 2 picked.").waitFor();
    await tabTo(page, "button A");
    for (const [key, said] of [
      ["Enter", "1 of 2 picked."],
      ["Space", "0 of 2 picked."],
      ["Space", "1 of 2 picked."],
    ] as const) {
      await page.keyboard.press(key);
      await hands.newest("private").getByText(said).waitFor();
      expect(await focused(page)).toBe("button A");
    }
    expect(await page.locator("button:focus").getAttribute("aria-pressed")).toBe("true");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await hands.newest("private").getByText("2 of 2 picked.").waitFor();
    await tabTo(page, "button Submit");
    await page.keyboard.press("Enter");
    await hands
      .newest("private")
      .getByRole("heading", { name: /^(Right|Not this one|Partly)/ })
      .waitFor();
    await end();
  });

  it("a topic is completed and asked, and a card is turned and graded", async () => {
    const { page, hands, end } = await aBot(browser, wide);
    await tabTo(page, "input#command");
    await page.keyboard.type("/quiz aws/stor");
    // Not what was offered for fewer letters.
    await page.locator("#completions mark").first().getByText("aws/stor").waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    expect(await page.getByLabel("Command or answer", { exact: true }).inputValue()).toMatch(
      /^\/quiz aws\/storage\//,
    );
    await page.keyboard.press("Enter");
    await hands.newest("private").getByText("For you alone").waitFor();
    expect(await focused(page)).toBe("input#command");
    await hands.calm();

    await hands.command("/practice");
    await hands.toATurnableCard();
    await tabTo(page, "button Show the answer");
    await page.keyboard.press("Enter");
    await hands.newest("private").locator(".grades").waitFor();
    expect(await focused(page)).not.toBe("body");
    await tabTo(page, /^button Again/);
    await page.keyboard.press("Enter");
    await hands
      .newest("private")
      .getByText(/Practice: \d+ (due|new|coming back)/)
      .waitFor();
    await end();
  });

  it("a narrow window changes its pane by a link, and the focus stays seen", async () => {
    const { page, end } = await aBot(browser, narrow);
    await tabTo(page, /^a .*Only you/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/pane=private/);
    await tabTo(page, "input#command");
    await page.keyboard.type("/studyhelp");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "What I understand" }).waitFor();
    const box = await page.locator(":focus").boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(narrow.viewport.height);
    await end();
  });
});

/** Tab by Tab, as somebody without a mouse; never more often than a page has controls. */
async function tabTo(page: Page, wanted: string | RegExp) {
  const been: string[] = [];
  while (been.length < 60) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (typeof wanted === "string" ? at === wanted : wanted.test(at)) return;
    been.push(at);
  }
  throw new Error(`${wanted} is not reached by Tab, but ${been.join(", ")}`);
}
