import { describe, expect, test } from "vitest";
import { addDays } from "../../src/core/calendar.js";
import { closeRound } from "../../src/core/closing.js";
import { personId } from "../../src/core/ids.js";
import { closeFor, recount, streakNow } from "../../src/core/member.js";
import type { Round } from "../../src/core/round.js";
import { foldStreak, type LedgerDay, noStreak } from "../../src/core/streak.js";
import { at, day } from "./things.js";

const signs: Readonly<Record<string, LedgerDay["state"]>> = {
  a: "answered",
  m: "missed",
  r: "rest",
  o: "outage",
  w: "away",
  n: "no question",
  d: "date off",
  ".": "open",
};
const days = (word: string) =>
  [...word.replaceAll(" ", "")].map((sign, index): LedgerDay => {
    return { day: addDays(day("2026-01-01"), index), state: signs[sign] ?? "open" };
  });
const fold = (word: string) => foldStreak(days(word)).streak;

describe("days fold to a streak", () => {
  test.each([
    ["", 0, 0, 0],
    ["a", 1, 1, 2],
    ["aaaaa rr aaaaa", 10, 10, 2],
    ["aaama", 4, 4, 1],
    ["aaaammm", 0, 4, 2],
    ["aaoa", 3, 3, 2],
    ["aammaa", 4, 4, 0],
    ["aammaaa", 5, 5, 1],
    ["aammmaa", 2, 2, 2],
    ["amamam", 0, 3, 0],
    ["amamama", 1, 3, 0],
    ["amamamaaaaa", 5, 5, 1],
    ["amrnodw.ma", 2, 2, 0],
    ["amrm rm", 0, 1, 2],
    ["ammmmmm", 0, 1, 2],
    ["aaaaaaaaaa m m a", 11, 11, 0],
    ["aaaa m a m aaaa a", 10, 10, 2],
    ["wwww", 0, 0, 0],
    ["mmma", 1, 1, 2],
  ])("%j: now %i, longest %i, %i freezes left", (word, current, longest, freezes) => {
    expect(fold(word)).toMatchObject({ current, longest, freezes });
  });
});

describe("the ledger in words", () => {
  test("missed days that freezes carried are frozen, with what became of the freezes", () => {
    const { lines } = foldStreak(days("aaama"));
    expect(lines.map((line) => line.state)).toEqual([
      "answered",
      "answered",
      "answered",
      "frozen",
      "answered",
    ]);
    expect(lines.map((line) => line.streak)).toEqual([1, 2, 3, 3, 4]);
    expect(lines.map((line) => line.note)).toEqual([
      "freezes granted",
      undefined,
      undefined,
      "freeze spent",
      undefined,
    ]);
  });
  test("where the gap outruns them all its days are missed, none spent a freeze, and no line of it still counts", () => {
    const { lines } = foldStreak(days("aamrmrm"));
    expect(lines.map((line) => line.state)).toEqual([
      ...["answered", "answered", "missed", "rest", "missed", "rest", "missed"],
    ]);
    expect(lines.map((line) => line.streak)).toEqual([1, 2, 0, 0, 0, 0, 0]);
    expect(lines.map((line) => line.note)).toEqual(["freezes granted", ...Array(5), "freezes returned"]);
  });
  test("a fifth day earns one where there is room", () => {
    expect(foldStreak(days("aamaaa")).lines.at(-1)?.note).toBe("freeze earned");
    expect(foldStreak(days("aaaaa")).lines.at(-1)?.note).toBeUndefined();
  });
});

describe("the close of a round", () => {
  const who = { person: personId("web:ada"), streak: fold("aaa"), answered: false, away: false };
  test.each([
    [
      "answered: one more, even in an outage, even while away",
      { ...who, answered: true, away: true },
      true,
      4,
      2,
      0,
    ],
    ["missed: a freeze, and due for the board", who, false, 3, 1, 1],
    ["an outage spares", who, true, 3, 2, 0],
    ["away spares", { ...who, away: true }, false, 3, 2, 0],
  ] as const)("%s", (_, member, outage, current, freezes, due) => {
    expect(closeFor(member, outage)).toMatchObject({ streak: { current, freezes }, due });
  });

  const round = { closesAt: at("2026-03-11T08:00:00Z") } as Round;
  const openFrom = at("2026-03-10T08:00:00Z");
  test("what never got out nobody could answer", () => {
    expect(closeRound({ round, openFrom: null, beats: [], members: [who] })).toMatchObject({
      outage: true,
      members: [{ due: 0, streak: { current: 3 } }],
    });
  });
  test("a bot that was there all day excuses nobody, a silent one everybody", () => {
    const facts = { round, openFrom, members: [who] };
    expect(closeRound({ ...facts, beats: [{ from: openFrom, to: round.closesAt }] }).outage).toBe(false);
    expect(closeRound({ ...facts, beats: [] }).outage).toBe(true);
  });
});

test("an answer to the open round shows at once and is kept at the close", () => {
  expect(streakNow(fold("aa"), true).current).toBe(3);
  expect(streakNow(fold("aa"), false).current).toBe(2);
  expect(streakNow(null, true)).toMatchObject({ current: 1, longest: 1, freezes: 2 });
  expect(streakNow(null, false)).toEqual(noStreak);
});

test("totals are told by month: skipped days are due to nobody", () => {
  const one = (date: string, state: "answered" | "missed" | "away", right = false) => {
    return { day: day(date), state, right, graded: state === "answered", closed: true };
  };
  const totals = recount([
    one("2026-01-30", "answered", true),
    one("2026-01-31", "missed"),
    one("2026-02-01", "away"),
    one("2026-02-02", "answered"),
  ]);
  expect(totals).toMatchObject({ answered: 2, right: 1, streak: { current: 2, freezes: 1 } });
  expect([...totals.months]).toEqual([
    ["2026-01", { answered: 1, graded: 1, right: 1, due: 2 }],
    ["2026-02", { answered: 1, graded: 1, right: 0, due: 1 }],
  ]);
});
