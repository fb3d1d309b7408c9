import { describe, expect, test } from "vitest";
import { type Ask, answerAsk, askKey } from "../../src/core/ask.js";
import { freeze } from "../../src/core/asked.js";
import { keyOf, personId } from "../../src/core/ids.js";
import { isOutage } from "../../src/core/outage.js";
import type { Form } from "../../src/core/question.js";
import { type Answer, answerRound, judge } from "../../src/core/round.js";
import { isTallyDue } from "../../src/core/tally.js";
import { anEntry, anOption, aQuestion, at, choice, recall } from "./things.js";

const ada = personId("web:ada");
/** Letters are told apart by words: the author's order is kept, for the explanation names option A. */
const ordered = (form: Form) => {
  const question = { ...aQuestion("t/q", form), explanation: anOption("Option A it is.", true).body };
  return freeze(anEntry(question), "seed");
};
const two = ordered(choice("*one", "two", "*three", "four"));
const drafted = ordered({
  kind: "choice",
  options: [anOption("one", true, { origin: "drafted" }), anOption("two", false, { origin: "drafted" })],
});
const scenario = ordered(recall("so it is"));
const picked = (picks: number): Answer => ({ kind: "picked", picks });
const typed = (picks: number, right: boolean): Answer => ({
  kind: "typed",
  words: "so",
  ...{ picks, right, as: null },
});

describe("a verdict", () => {
  test.each([
    ["both right ones", two, picked(0b0101), true],
    ["one of two is not right", two, picked(0b0001), false],
    ["one too many is not right", two, picked(0b0111), false],
    ["all wrong", two, picked(0b1010), false],
    ["I don't know is not right", two, { kind: "unknown" }, false],
    ["drafted options are neither right nor wrong", drafted, picked(0b01), null],
    ["nor is I don't know beside them", drafted, { kind: "unknown" }, null],
    ["showing an answer is neither", scenario, { kind: "shown" }, null],
    ["I don't know of a scenario", scenario, { kind: "unknown" }, null],
    ["a letter of a scenario", scenario, picked(1), "nonsense"],
    ["showing the answer of a choice", two, { kind: "shown" }, "nonsense"],
    ["a typed answer as it was read", scenario, typed(0, true), true],
    ["and where it was refused", scenario, typed(0, false), false],
    ["an option that was typed by the key alone", two, typed(0b0101, false), true],
    ["and not by what was thought of it then", two, typed(0b0010, true), false],
    ["options that there are not", two, typed(16, true), "nonsense"],
  ] as const)("%s", (_, asked, answer, expected) => expect(judge(asked, answer)).toBe(expected));

  test.each([Number.NaN, 1e9, -1, 0, 16, 1.5, Number.POSITIVE_INFINITY, 2 ** 32 + 1])(
    "fault 28: picks of %d are nonsense, of drafted options too",
    (picks) => {
      expect(judge(two, picked(picks))).toBe("nonsense");
      expect(judge(drafted, picked(picks))).toBe("nonsense");
    },
  );
});

describe("an answer to a round", () => {
  const round = { asked: two, closesAt: at("2026-03-11T08:00:00Z"), closedAt: null };
  const press = (iso: string, picks = 5) => ({ person: ada, at: at(iso), answer: picked(picks) });
  test.each([
    ["08:59:58 counts however late it arrives", "2026-03-11T07:59:58Z", "answered"],
    ["the last millisecond counts", "2026-03-11T07:59:59.999Z", "answered"],
    ["the close itself is too late", "2026-03-11T08:00:00Z", "closed"],
    ["09:00:01 is too late", "2026-03-11T08:00:01Z", "closed"],
    ["a month later", "2026-04-11T08:00:01Z", "closed"],
  ])("%s", (_, iso, kind) => expect(answerRound(round, null, press(iso)).kind).toBe(kind));

  test("cannot be typed, whatever it says", () => {
    for (const asked of [two, scenario]) {
      const press = { person: ada, at: at("2026-03-10T08:00:00Z"), answer: typed(5, true) };
      expect(answerRound({ ...round, asked }, null, press)).toEqual({ kind: "nonsense" });
    }
  });

  test("a press before the close counts though the close has been written meanwhile", () => {
    const closed = { ...round, closedAt: round.closesAt };
    expect(answerRound(closed, null, press("2026-03-11T07:59:58Z")).kind).toBe("answered");
  });
  test("a round that the next daily ended early takes none after that", () => {
    const early = { ...round, closedAt: at("2026-03-11T06:00:00Z") };
    expect(answerRound(early, null, press("2026-03-11T05:59:59Z")).kind).toBe("answered");
    expect(answerRound(early, null, press("2026-03-11T06:00:00Z")).kind).toBe("closed");
  });
  test("fault 23: the first stands, before the close and after it", () => {
    const first = answerRound(round, null, press("2026-03-10T09:00:00Z", 2));
    if (first.kind !== "answered") throw new Error(first.kind);
    expect(first.attempt).toMatchObject({ right: false, answer: picked(2), selfGrade: null });
    for (const iso of ["2026-03-10T08:00:00Z", "2026-03-10T10:00:00Z", "2026-03-12T08:00:00Z"]) {
      const again = answerRound(round, first.attempt, press(iso));
      expect(again).toEqual({ kind: "repeated", attempt: first.attempt });
    }
  });
  test("nonsense is neither first nor repeated", () => {
    expect(answerRound(round, null, press("2026-03-10T09:00:00Z", 16))).toEqual({ kind: "nonsense" });
  });
});

test("an ask never closes; its first answer stands, and the same event is the same ask", () => {
  const ask: Ask = {
    ...{ key: keyOf("k"), person: ada, channel: null, purpose: "quiz", asked: two },
    ...{ askedAt: at("2026-03-10T09:00:00Z"), turned: false, attempt: null, run: null },
  };
  const answered = answerAsk(ask, { person: ada, at: at("2030-01-01T00:00:00Z"), answer: picked(5) });
  if (answered.kind !== "answered") throw new Error(answered.kind);
  const again = { ...ask, attempt: answered.attempt };
  const second = { person: ada, at: at("2030-01-02T00:00:00Z"), answer: picked(1) };
  expect(answerAsk(again, second)).toEqual({ kind: "repeated", attempt: answered.attempt });
  expect(answerAsk(ask, { ...second, answer: picked(99) })).toEqual({ kind: "nonsense" });
  expect(askKey(ada, "event")).toBe(askKey(ada, "event"));
  expect(
    new Set([askKey(ada, "event"), askKey(ada, "event", 1), askKey(personId("web:ben"), "event")]).size,
  ).toBe(3);
});

describe("an outage", () => {
  const clock = (hours: number) => new Date(Date.parse("2026-03-10T00:00:00Z") + hours * 3_600_000);
  const reach = 3 / 60;
  const beats = (...pairs: readonly (readonly [number, number])[]) =>
    pairs.map(([from, to]) => ({ from: clock(from), to: clock(to) }));
  test.each([
    ["heard all day", 24, beats([0, 24]), false],
    ["deaf all day", 24, [], true],
    ["deaf for four hours of a day: not yet", 24, beats([4, 24]), false],
    ["deaf for more than four", 24, beats([4.02, 24]), true],
    ["two gaps make one sum", 24, beats([2.1, 12], [14 + reach, 24]), true],
    ["a quarter of eight hours is two", 8, beats([2, 8]), false],
    ["and a little more", 8, beats([2.02, 8]), true],
    ["beats before and after it do not help", 24, beats([-9, -1], [25, 30]), true],
    ["beats that overlap are counted once", 24, beats([0, 10], [0, 10], [5, 10]), true],
  ])("%s", (_, hours, heard, expected) => {
    expect(isOutage({ from: clock(0), to: clock(hours) }, heard)).toBe(expected);
  });
});

describe("the count under a message is brought up to date politely", () => {
  const posted = at("2026-03-10T08:00:00Z");
  const later = (seconds: number) => new Date(posted.getTime() + seconds * 1000);
  test.each([
    ["nothing has changed", 3, 3, null, 600, false],
    ["the first edit waits two seconds", 1, 0, null, 1.9, false],
    ["and then comes", 1, 0, null, 2, true],
    ["up to ten answers every five seconds", 10, 1, 10, 14.9, false],
    ["five have passed", 10, 1, 10, 15, true],
    ["up to fifty every fifteen", 11, 10, 10, 24.9, false],
    ["fifteen have passed", 50, 10, 10, 25, true],
    ["beyond, every minute", 51, 50, 10, 69.9, false],
    ["a minute has passed", 51, 50, 10, 70, true],
  ])("%s", (_, answers, shown, edited, now, expected) => {
    const editedAt = edited === null ? null : later(edited);
    expect(isTallyDue({ answers, shown, postedAt: posted, editedAt }, later(now))).toBe(expected);
  });
});
