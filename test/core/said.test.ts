import { describe, expect, test } from "vitest";
import type { Ask } from "../../src/core/ask.js";
import { keyOf, personId } from "../../src/core/ids.js";
import type { Option } from "../../src/core/question.js";
import { readSaid } from "../../src/core/said.js";

const key = keyOf("k1");
const option = (correct: boolean): Option => ({ body: [], correct, origin: "authored", why: [] });
const asked = {
  ...{ question: "q", version: 1, topic: "t", topicTitle: "T", prompt: [], explanation: [], notes: [] },
  source: { file: "a.md", line: 1, end: 1, headings: [] },
};
const ask = (form: Ask["asked"]["form"], more: Partial<Ask> = {}) =>
  ({
    ...{ key, person: personId("web:ada"), channel: null, purpose: "practice", run: "k~" },
    ...{ turned: false, attempt: null },
    ...{ asked: { ...asked, form }, askedAt: new Date(0), ...more },
  }) as Ask;
const one = ask({ kind: "choice", options: [option(false), option(true), option(false)] });
const two = ask({ kind: "choice", options: [option(true), option(true), option(false)] });
const card = ask({ kind: "recall", answer: null });
const done = { person: personId("web:ada"), at: new Date(0), selfGrade: null } as const;
const answered = ask(one.asked.form, { attempt: { ...done, answer: { kind: "unknown" }, right: false } });

const turned = ask(card.asked.form, { turned: true });
const shown = ask(card.asked.form, { attempt: { ...done, answer: { kind: "shown" }, right: null } });

const pick = (picks: number) => ({ kind: "action", action: { kind: "pick", key, picks } });
const submit = (picks: number) => ({ kind: "action", action: { kind: "submit", key, picks } });
const does = (kind: string) => ({ kind: "action", action: { kind, key } });

describe("what is said to the bot alone", () => {
  test.each([
    ["b", one, pick(2)],
    [" (B) ", one, pick(2)],
    ["c)", one, pick(4)],
    ["A.", one, pick(1)],
    ["I don’t know", one, does("unknown")],
    ["?", one, does("unknown")],
    ["d", one, { kind: "no such letter", last: 2 }],
    ["a and b", one, null],
    ["a and b", two, submit(3)],
    ["A, C", two, submit(5)],
    ["ab", two, submit(3)],
    ["a", two, submit(1)],
    ["aad", two, { kind: "no such letter", last: 2 }],
    ["good morning", two, null],
    ["show", card, does("show")],
    ["Show the answer", card, does("show")],
    ["I don’t know", card, does("show")],
    ["Good!", card, does("show")],
    ["Good!", turned, { kind: "grade", grade: 3 }],
    ["again", turned, { kind: "grade", grade: 1 }],
    ["dunno", turned, does("show")],
    ["next", turned, { kind: "not answered" }],
    ["again", one, { kind: "not answered" }],
    ["show", two, { kind: "not answered" }],
    ["skip", one, { kind: "not answered" }],
    ["b", card, null],
    ["next", card, { kind: "not answered" }],
    ["I had it!", card, { kind: "not answered" }],
    ["not this time", card, { kind: "not answered" }],
    ["not this time", one, { kind: "not answered" }],
    ["had it", turned, { kind: "not answered" }],
    ["yes", card, null],
    ["no", card, null],
    ["Stop.", card, { kind: "stop" }],
    ["enough", answered, { kind: "stop" }],
    ["I had it", shown, does("had it")],
    ["not this time", shown, does("not this time")],
    ["no", { ...shown, attempt: { ...shown.attempt, selfGrade: "had it" } } as Ask, null],
    ["yes", answered, null],
    ["next", answered, { kind: "action", action: { kind: "next card", words: "k~" } }],
    ["b", answered, { kind: "nothing waits" }],
    ["b", null, { kind: "nothing waits" }],
    ["next", null, null],
    ["", one, null],
    ["a ".repeat(5000), two, null],
    [`${".".repeat(1e6)}x`, two, null],
  ])("%j", (words, to, meant) => {
    expect(readSaid(words, to)).toEqual(meant);
  });

  test("a quiz goes on with its own next question, and grades no memory", () => {
    const quiz = ask(one.asked.form, { purpose: "quiz", run: "2~", attempt: answered.attempt });
    expect(readSaid("next", quiz)).toEqual({
      kind: "action",
      action: { kind: "next question", words: "2~" },
    });
    expect(readSaid("good", ask(card.asked.form, { purpose: "quiz" }))).toEqual({ kind: "not answered" });
    expect(readSaid("stop", quiz)).toBeNull();
    const last = ask(one.asked.form, { purpose: "quiz", run: null, attempt: answered.attempt });
    expect(readSaid("next", last)).toEqual({ kind: "nothing waits" });
  });
});
