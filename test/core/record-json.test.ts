import { expect, test } from "vitest";
import { freeze } from "../../src/core/asked.js";
import { keyOf, personId } from "../../src/core/ids.js";
import { readMark, writeMark } from "../../src/core/record.js";
import { askJson } from "../../src/core/record-json.js";
import type { Answer } from "../../src/core/round.js";
import { anEntry, aQuestion, at, choice, recall } from "./things.js";

const person = personId("web:ada");
const asked = (form: Parameters<typeof aQuestion>[1], answer: Answer | null, turned = false) => {
  const attempt = answer && { person, at: at("2026-03-10T08:01:00Z"), answer, right: false, selfGrade: null };
  return askJson({
    ...{ key: keyOf("k"), person, channel: null, purpose: "practice", run: null, turned, attempt },
    ...{ asked: freeze(anEntry(aQuestion("t/q", form)), "seed"), askedAt: at("2026-03-10T08:00:00Z") },
  });
};

test("what was typed stands as it was typed, with the letter that it named", () => {
  const typed = { kind: "typed", words: "the second", picks: 2, right: false, as: "no" } as const;
  expect(asked(choice("*yes", "no"), typed).answer).toEqual({
    ...{ kind: "typed", words: "the second", right: false, as: "no", letters: ["B"] },
  });
  const free = { kind: "typed", words: "EBS", picks: 0, right: false, as: null } as const;
  expect(asked(recall("EFS"), free)).toMatchObject({
    answer: { words: "EBS", letters: [] },
    solution: "EFS",
  });
});

test("of a question without an answer neither key nor solution is told", () => {
  for (const form of [choice("*yes", "no"), recall("EFS")]) {
    const json = asked(form, null);
    expect(json).toMatchObject({ answer: null, prompt: "What of t/q?" });
    expect(JSON.stringify(json)).not.toMatch(/"key"|"solution"|EFS/);
  }
  expect(asked(recall("EFS"), null, true)).toMatchObject({ answer: null, turned: true, solution: "EFS" });
});

test("a mark goes through a button and back", () => {
  const mark = { list: "asks" as const, at: at("2026-03-10T08:00:00Z"), key: keyOf("k3f9k3f9k3f9k") };
  expect(readMark(writeMark(12, mark))).toEqual({ part: 12, mark });
});
