import { expect, test } from "vitest";
import { usual } from "../../src/core/practice-settings.js";
import { type HomePart, homeMessage } from "../../src/views/home.js";
import { at } from "../core/things.js";
import { see } from "../support/plain-message.js";

const told = (parts: readonly HomePart[], change: { due?: number | null; hidden?: boolean } = {}) =>
  see(homeMessage({ parts, due: 3, topics: 5, hidden: false, reminder: null, settings: usual, ...change }))
    .text;
const part = (current: number, longest: number, open: Date | null = null): HomePart => {
  return { channel: "#study", streak: { current, longest, freezes: 2, gap: 0 }, open };
};

test("a streak of weeks, and what waits, stand in one line of their channel", () => {
  const text = told([part(23, 23, at("2026-03-11T08:00:00Z")), { ...part(0, 4), channel: "#ops" }]);
  expect(text).toMatch(
    /#study: 23 days in a row, 2 freezes held\. A question waits for your answer, open until [^\n]*\.\n/,
  );
  expect(text).toContain("#ops: no streak running, 4 at the longest, 2 freezes held.");
  expect(text).toContain("3 cards due.");
  expect(text).toContain("You are on the boards of your channels.");
});

test("who has answered nothing is told how things begin, not that nothing is due", () => {
  const text = told([], { due: null });
  expect(text).toContain("No cards yet: each question that you answer becomes one.");
  expect(text).toContain("You are on no board yet: your first answer in a channel puts you there.");
  expect(text).not.toContain("Nothing is due.");
});

test("who is hidden is told that first of all", () => {
  expect(told([part(1, 1)], { due: 0, hidden: true })).toContain("You are hidden from every board.");
  expect(told([], { due: null, hidden: true })).not.toContain("You are on no board yet");
});
