import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { theDaily } from "../platforms/web/gallery.js";
import { aMessage, face, key, theChannel } from "../platforms/web/playground.js";
import { aBrowser, focused } from "./browser.js";
import { aDay, ada, aGate, narrow, wide } from "./day.js";

let browser: Browser;
beforeAll(async () => {
  browser = await aBrowser();
});
afterAll(() => browser.close());

describe("with the script", () => {
  it("a press answers without a reload; the focus goes to what only you see", async () => {
    const { page, faults, end } = await aDay(browser, narrow);
    await page.evaluate("window.same = true");
    await page.getByRole("button", { name: "Answer C" }).click();
    await page.getByRole("heading", { name: "Not this one" }).waitFor();
    await expect.poll(() => focused(page)).toBe("section#private");
    expect(await page.evaluate("window.same")).toBe(true);
    expect(faults).toEqual([]);
    await end();
  });

  it("a post appears on top and an edit in its place, and whoever types goes on typing", async () => {
    const { web, page, daily, end } = await aDay(browser, wide);
    await page.getByLabel("Command or answer").pressSequentially("half a com");
    await web.post(theChannel, aMessage("Just posted"), key("r42"));
    await page.getByText("Just posted").first().waitFor();
    await web.edit(daily, theDaily(12));
    await page.getByText("12 answers so far.").waitFor();
    const heads = await page.locator("#channel h3").allTextContents();
    expect(heads).toEqual(["Just posted", "Messaging\u00a0› Fan-out with SNS and SQS"]);
    expect([await focused(page), await page.getByLabel("Command or answer").inputValue()]).toEqual([
      "input#command",
      "half a com",
    ]);
    await end();
  });

  it("a count that comes while a letter has the focus leaves it there", async () => {
    const { web, page, daily, end } = await aDay(browser, wide);
    await page.getByRole("button", { name: "Answer C" }).focus();
    await web.edit(daily, theDaily(12));
    await page.getByText("12 answers so far.").waitFor();
    expect(await focused(page)).toBe("button C");
    await end();
  });

  it("toggles are pressed one after the other from the keyboard", async () => {
    const { page, end } = await aDay(browser, wide);
    await page.getByLabel("Command or answer").fill("/quiz two");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "B", exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "B, picked" }).waitFor();
    expect(await focused(page)).toBe("button B");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("button C");
    await end();
  });

  it("commands are completed with arrows, Enter and Escape", async () => {
    const { page, events, end } = await aDay(browser, wide);
    const box = page.getByRole("combobox", { name: "Command or answer" });
    await box.pressSequentially("/quiz kin");
    await page.locator("#completions mark").first().getByText("kin", { exact: true }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await box.getAttribute("aria-activedescendant")).toBe("completion-1");
    await page.keyboard.press("Enter");
    expect(await box.inputValue()).toBe("/quiz kinesis-or-sqs");
    expect(await box.getAttribute("aria-expanded")).toBe("false");
    await box.pressSequentially("x");
    await page.keyboard.press("Backspace");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Escape");
    expect([await page.getByRole("option").count(), await box.inputValue()]).toEqual([
      0,
      "/quiz kinesis-or-sqs",
    ]);
    await page.keyboard.press("Enter");
    await page.getByText("/quiz kinesis-or-sqs").waitFor();
    expect(events.at(-1)?.did).toEqual({ kind: "command", words: "quiz kinesis-or-sqs" });
    await end();
  });

  it("what comes while the other pane is seen is counted on its tab, until it is looked at", async () => {
    const { web, page, end } = await aDay(browser, narrow);
    await web.post(ada, aMessage("Reminder"), key("n1"));
    await page.getByRole("link", { name: "Only you 1 new" }).waitFor();
    await web.post(ada, aMessage("Reminder"), key("n2"));
    await page.getByRole("link", { name: "Only you 2 new" }).waitFor();
    await page.getByRole("button", { name: "Answer C" }).click();
    await page.getByRole("link", { name: "Only you", exact: true }).waitFor();
    await web.post(theChannel, aMessage("Shown to the channel"), key("r42"));
    await page.getByRole("link", { name: "#aws-study 1 new" }).click();
    await page.getByRole("link", { name: "#aws-study", exact: true }).waitFor();
    await end();
  });

  it("the clock says that it walks, and messages fall in on the way", async () => {
    const arrival = aGate();
    const advance = () => arrival.opened;
    let shown = face;
    const { web, page, clock, end } = await aDay(browser, wide, { advance, face: async () => shown });
    await page.locator(".clock").getByRole("button", { name: "To the next question" }).click();
    const walking = page.getByRole("button", { name: "Walking…" });
    await walking.waitFor();
    expect(await walking.getAttribute("aria-disabled")).toBe("true");
    await web.post(theChannel, aMessage("On the way"), key("r42"));
    await page.getByText("On the way").first().waitFor();
    expect(await page.getByText("Today’s question").count()).toBe(1);
    expect(await walking.count()).toBe(1);
    clock.now = face.ahead;
    arrival.open();
    await page.locator(".clock").getByRole("button", { name: "To the next question" }).waitFor();
    expect(await page.locator(".now b").textContent()).toBe("09:00");
    expect(await page.getByText("Yesterday’s question").count()).toBe(1);
    expect(await focused(page)).toBe("button To the next question");
    await web.post(theChannel, aMessage("After the walk"), key("r43"));
    await page.getByText("After the walk").first().waitFor();
    shown = { ...face, nextPost: null };
    await web.post(theChannel, aMessage("Paused"), key("r44"));
    await page.locator(".clock").getByRole("button", { name: "To nine in the morning" }).waitFor();
    await end();
  });

  it("what is sent while the clock walks is told to wait, and what is typed meanwhile stays", async () => {
    const arrival = aGate();
    const advance = () => arrival.opened;
    const { page, clock, events, end } = await aDay(browser, wide, { advance });
    await page.locator(".clock").getByRole("button", { name: "To the next question" }).click();
    await page.getByRole("button", { name: "Walking…" }).waitFor();
    const box = page.getByLabel("Command or answer");
    await box.fill("/leaderboard");
    await page.keyboard.press("Enter");
    expect(await page.getByRole("status").textContent()).toContain("still walking");
    await box.fill("half a com");
    clock.now = face.ahead;
    arrival.open();
    await page.getByRole("heading", { name: "March in #aws-study" }).waitFor();
    await page.getByRole("status").waitFor({ state: "detached" });
    expect([await box.inputValue(), events.at(-1)?.at]).toEqual(["half a com", face.ahead]);
    await page.getByRole("button", { name: "/streak" }).click();
    await page.locator("#private article").nth(1).waitFor();
    expect(await box.inputValue()).toBe("half a com");
    await end();
  });

  it("a bot that is gone is said, not hidden", async () => {
    const { web, page, close } = await aDay(browser, wide);
    await web.stop();
    await page.getByRole("button", { name: "Answer C" }).click();
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).toContain("does not answer");
    await close();
  });
});
