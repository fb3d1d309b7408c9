import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { watchNotes as Watching } from "../../src/watch-notes.js";
import { notesFolder } from "../support/notes-folder.js";
import { aBot } from "./bot.js";
import { aBrowser } from "./browser.js";
import { wide } from "./day.js";

let browser: Browser;
beforeAll(async () => {
  browser = await aBrowser();
});
afterAll(() => browser.close());

const tides = (right: string, line: string) => `# Tides

- ${line}

## Springs

When is the tide at its highest?

- [${right === "moon" ? "x" : " "}] At full moon
- [${right === "noon" ? "x" : " "}] At high noon
`;

describe("notes that are edited while the page is open", () => {
  it("ask and judge anew, and a broken edit changes nothing", async () => {
    const { watchNotes } = (await import(join(process.cwd(), "dist/watch-notes.js"))) as {
      watchNotes: typeof Watching;
    };
    const notes = notesFolder({ "tides.md": tides("noon", "The sun alone pulls.") });
    const { hands, told, end } = await aBot(browser, wide, { notes: notes.path, watch: watchNotes });
    const own = hands.newest("private");
    const heard = (words: RegExp, times: number) =>
      expect
        .poll(() => told.filter((line) => words.test(line)).length, { timeout: 20_000, message: `${words}` })
        .toBe(times);
    await hands.morning();
    await hands.press("channel", `Answer ${await hands.letter(hands.newest("channel"), "right")}`);
    await own.locator(".key", { hasText: "At high noon" }).waitFor();

    notes.edit({ "tides.md": tides("moon", "Sun and moon pull together.") });
    await heard(/^1 question in/, 2);
    await hands.command("/quiz");
    await hands.press("private", `Answer ${await hands.letter(own, "right")}`);
    await own.getByRole("heading", { name: "Right" }).waitFor();
    await own.locator(".key", { hasText: "At full moon" }).waitFor();
    await own.locator("blockquote", { hasText: "Sun and moon pull together." }).waitFor();

    notes.edit({ "tides.md": tides("nobody", "Nothing pulls.") });
    await heard(/edited notes are not taken over.*\n.*tides\.md:/, 1);
    await hands.command("/quiz");
    await hands.press("private", `Answer ${await hands.letter(own, "right")}`);
    await own.locator("blockquote", { hasText: "Sun and moon pull together." }).waitFor();
    await end();
  });
});
