import { describe, expect, test } from "vitest";
import { decodeAction, encodeAction } from "../../src/core/action.js";
import { newCard } from "../../src/core/card.js";
import { type Deck, nextCard } from "../../src/core/deck.js";
import { type QuestionId, questionId } from "../../src/core/ids.js";
import { usual } from "../../src/core/practice-settings.js";
import { isOfRun, type Run, readRun, writeRun } from "../../src/core/run.js";
import { aBank, at } from "./things.js";

const now = at("2026-03-10T08:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
/** Cards and in how many minutes they are due; `asked`: graded in this run, `before`: and that before those. */
const deck = (
  cards: Readonly<Record<string, number>>,
  {
    asked = [],
    before = [],
    ...change
  }: Partial<Deck> & { asked?: readonly string[]; before?: readonly string[] } = {},
): Deck => ({
  pool: aBank("t/1", "t/2", "t/3").entries,
  cards: new Map(
    Object.entries(cards).map(([id, due]): [QuestionId, ReturnType<typeof newCard>] => [
      questionId(id),
      {
        ...newCard(questionId(id), now),
        due: minutes(due),
        memory: {
          ...newCard(questionId(id), now).memory,
          lastReview: minutes(asked.includes(id) ? -1 : before.includes(id) ? -2 : -999).getTime(),
        },
      },
    ]),
  ),
  fresh: usual.freshADay,
  since: minutes(-2),
  only: null,
  seed: "seed",
  ...change,
});
const next = (made: Deck) => nextCard(made, now).entry?.question.id ?? null;

describe("the next card of a run", () => {
  test.each<[string, Deck, string | null]>([
    ["the longest overdue", deck({ "t/1": -5, "t/2": -50, "t/3": 0 }), "t/2"],
    ["a due one before a new one", deck({ "t/1": 0 }), "t/1"],
    ["a new one before what comes back within twenty minutes", deck({ "t/1": 5, "t/2": 6 }), "t/3"],
    ["at the end what comes back within twenty minutes", deck({ "t/1": 20, "t/2": 21, "t/3": 99 }), "t/1"],
    ["none where all come back later", deck({ "t/1": 21, "t/2": 22, "t/3": 99 }), null],
    ["no new one past the allowance", deck({ "t/1": 21 }, { fresh: 0 }), null],
    ["only the misses, due or not", deck({ "t/2": 999 }, { only: new Set([questionId("t/2")]) }), "t/2"],
    [
      "a new one before one that was asked in this run",
      deck({ "t/1": 0, "t/2": 0 }, { asked: ["t/1", "t/2"] }),
      "t/3",
    ],
    [
      "a due one before one that was asked in this run",
      deck({ "t/1": -9, "t/2": 0 }, { asked: ["t/1"] }),
      "t/2",
    ],
    [
      "one that was asked in this run where nothing else is left",
      deck({ "t/1": 0 }, { asked: ["t/1"], fresh: 0 }),
      "t/1",
    ],
    [
      "of those the one that was not seen longest",
      deck({ "t/1": 1, "t/2": 9, "t/3": 99 }, { asked: ["t/1"], before: ["t/2"] }),
      "t/2",
    ],
    [
      "a due one that was asked in the same run yesterday before a new one",
      deck({ "t/1": -60, "t/2": 99 }, { since: minutes(-1500) }),
      "t/1",
    ],
    ["none of no misses", deck({}, { only: new Set() }), null],
  ])("%s", (_, made, expected) => expect(next(made)).toBe(expected));

  test("says how much is left with it", () => {
    expect(nextCard(deck({ "t/1": -1, "t/2": 9 }, { fresh: 10 }), now)).toMatchObject({
      ...{ due: 1, fresh: 1, back: 1 },
    });
  });
  test("the same new one however often it is asked for", () => {
    expect(next(deck({}))).toBe(next(deck({})));
  });
});

describe("a run rides in its buttons", () => {
  test.each(["", "aws/storage", "misses"])("%j", (topic) => {
    const run = { since: now, topic };
    expect(readRun(writeRun(run))).toEqual({ ...run, reviews: null });
    expect(readRun(writeRun({ ...run, reviews: 41 }))).toEqual({ ...run, reviews: 41 });
  });
  test.each([
    ["x".repeat(81), "x".repeat(80)],
    [`${"x".repeat(79)}😀`, "x".repeat(79)],
  ])("a topic too long for a button is cut there: %s", (topic, cut) => {
    expect(readRun(writeRun({ since: now, topic }))).toEqual({ since: now, topic: cut, reviews: null });
  });
  test("all cards of a run are of it, those of another are not", () => {
    const run = { since: now, topic: "aws" };
    for (const reviews of [null, 0, 99])
      expect(isOfRun(writeRun({ ...run, reviews }), { ...run, reviews: 7 } as Run)).toBe(true);
    for (const other of [
      { ...run, topic: "misses" },
      { ...run, since: minutes(1) },
    ])
      expect(isOfRun(writeRun({ ...other, reviews: 1 }), run)).toBe(false);
    expect(isOfRun("3~aws", run)).toBe(false);
    expect(isOfRun(null, run)).toBe(false);
  });
  test("its words fit a button, however long the topic and however often the card was graded", () => {
    const words = writeRun({ since: new Date("2099-01-01"), topic: "x".repeat(80), reviews: 36 ** 5 - 1 });
    expect(decodeAction(encodeAction({ kind: "next card", words }))).toEqual({ kind: "next card", words });
  });
  test.each(["", "~", "NaN!~", "1234567890~", `1~${"x".repeat(81)}`, "1"])(
    "%j was never written",
    (words) => {
      expect(readRun(words)).toBeNull();
    },
  );
});
