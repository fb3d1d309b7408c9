import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Action, decodeAction, encodeAction } from "../../src/core/action.js";
import { keyOf } from "../../src/core/ids.js";
import { runs } from "./settings.js";

const key = keyOf("k3f9");

describe("what a button means, written small", () => {
  test.each<[Action, string]>([
    [{ kind: "pick", key, picks: 4 }, "k3f9.p4"],
    [{ kind: "toggle", key, picks: 0 }, "k3f9.t0"],
    [{ kind: "submit", key, picks: 255 }, "k3f9.s73"],
    [{ kind: "unknown", key }, "k3f9.u"],
    [{ kind: "show", key }, "k3f9.w"],
    [{ kind: "had it", key }, "k3f9.h"],
    [{ kind: "not this time", key }, "k3f9.n"],
    [{ kind: "result", key }, "k3f9.m"],
    [{ kind: "practise", key }, "k3f9.x"],
    [{ kind: "report", key }, "k3f9.f"],
    [{ kind: "grade", key, grade: 3, reviews: 40 }, "k3f9.g3.14"],
    [{ kind: "aloud", words: "2026-03" }, "-.a2026-03"],
    [{ kind: "next card", words: "kx1f3a~aws/storage" }, "-.ekx1f3a~aws/storage"],
  ])("%j is %s, and back", (action, press) => {
    expect(encodeAction(action)).toBe(press);
    expect(decodeAction(press)).toEqual(action);
  });
});

describe("fault 27, fault 28: what we never wrote means nothing", () => {
  test.each([
    "",
    ".",
    "-.",
    "-.p4",
    "-.u",
    "k3f9",
    "k3f9.",
    "k3f9.p",
    "k3f9.p-1",
    "k3f9.pNaN!",
    "k3f9.p1e9.",
    "k3f9.p12345",
    "k3f9.P4",
    "K3F9.p4",
    "k3f9.z",
    "k3f9.u1",
    "k3f9.aaloud",
    "k3f9.g5.1",
    "k3f9.g0.1",
    "k3f9.g3",
    "k3f9.g3.",
    "k3f9.g3.-1",
    "k3f9.g3.123456",
    "k3f9-and-more.p4",
    "12345678901234.p4",
    " k3f9.p4",
    "k3f9.p4\n",
    "k3f9.p4 ",
    "-.anew\nline",
    `-.a${"x".repeat(200)}`,
    "__proto__.u",
    "k3f9.p4' or 1=1 --",
  ])("%j", (press) => expect(decodeAction(press)).toBeNull());
});

const aKey = fc.stringMatching(/^[0-9a-z]{1,13}$/).map(keyOf);
const words = fc.string({ maxLength: 90 }).filter((text) => !text.includes("\n"));
const anAction: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("pick", "toggle", "submit"),
    key: aKey,
    picks: fc.nat(2 ** 16),
  }),
  fc.record({
    kind: fc.constantFrom("unknown", "choose", "show", "had it", "not this time", "result", "practise"),
    key: aKey,
  }),
  fc.record({ kind: fc.constant("report"), key: aKey }),
  fc.record({
    kind: fc.constant("grade"),
    key: aKey,
    grade: fc.constantFrom(1, 2, 3, 4),
    reviews: fc.nat(99_999),
  }),
  fc.record({
    kind: fc.constantFrom("next card", "next question", "aloud", "board", "erase", "another"),
    words,
  }),
);

test("every action comes back as it went, in a hundred characters", () => {
  fc.assert(
    fc.property(anAction, (action) => {
      const press = encodeAction(action);
      expect(press.length).toBeLessThanOrEqual(100);
      expect(decodeAction(press)).toEqual(action);
    }),
    runs(1500),
  );
});

const nearly = fc
  .tuple(
    fc.constantFrom("k", "-", "", "0", "k3f9", "zzzzzzzzzzzzzz", "constructor"),
    fc.constantFrom(".", "", "..", ":"),
    fc.constantFrom(..."ptsucwhnmxfgeaqbdoz0", ""),
    fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-z.-]{0,6}$/), fc.constantFrom("NaN", "1e9", "-1", "3.1")),
  )
  .map((parts) => parts.join(""));

test("ten thousand forged presses throw nothing, and what is read has a key and whole numbers", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string(), nearly), (press) => {
      const action = decodeAction(press);
      if (!action) return;
      if ("key" in action) expect(press.startsWith(`${action.key}.`)).toBe(true);
      else expect(press.startsWith("-.")).toBe(true);
      if ("picks" in action) expect(Number.isInteger(action.picks) && action.picks >= 0).toBe(true);
      if (action.kind === "grade") expect([1, 2, 3, 4]).toContain(action.grade);
    }),
    runs(10_000),
  );
});
