import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { freeze } from "../../src/core/asked.js";
import { orderOptions } from "../../src/core/option-order.js";
import { paragraph, plainPassages } from "../../src/core/prose.js";
import type { Question } from "../../src/core/question.js";
import { runs } from "./settings.js";
import { anEntry, aQuestion, choice, options } from "./things.js";

const wordsOf = (question: Question, seed: string) =>
  orderOptions(question, seed).map((option) => plainPassages(option.body));
const seeds = Array.from({ length: 40 }, (_, at) => `round ${at}`);
/** How many orders forty seeds make of it. */
const orders = (question: Question) => new Set(seeds.map((seed) => String(wordsOf(question, seed)))).size;
const asking = (...words: readonly string[]) => aQuestion("t/q", choice(...words));

test("one seed has one order, forty have many, and nothing is lost", () => {
  const question = asking("*one", "two", "three", "four");
  expect(wordsOf(question, "round k3f9")).toEqual(wordsOf(question, "round k3f9"));
  expect(orders(question)).toBeGreaterThan(15);
  for (const seed of seeds) expect(wordsOf(question, seed).sort()).toEqual(["four", "one", "three", "two"]);
});

describe("keeps its place while the others are shuffled", () => {
  test.each([
    "All of the above",
    "all of these",
    "None of the above.",
    "None of these",
    "Neither of these",
    "Both of the above",
    "any of the options",
    "All of them",
  ])("%s", (words) => {
    const question = asking("*one", "two", words, "three");
    for (const seed of seeds) expect(wordsOf(question, seed)[2]).toBe(words);
    expect(orders(question)).toBe(6);
  });
});

describe("keeps the author's order: after a shuffle it would speak of others", () => {
  test.each([
    "A and B",
    "Both A and B",
    "a and b",
    "B & C",
    "A, B and C",
    "Neither A nor B",
    "Either A or C are right",
  ])("an option that reads %j", (words) =>
    expect(orders(asking("one", "two", "three", `*${words}`))).toBe(1),
  );
  test.each([
    "Option B fails because it is slow.",
    "Options A and C are too dear.",
    "A and C are too dear.",
    "B is wrong: it is slow.",
    "The first option is a queue.",
    "See the answers above.",
    "Only choice 3 keeps the order.",
  ])("an explanation that says %j", (words) => {
    const question = { ...asking("*one", "two", "three"), explanation: [paragraph(words)] };
    expect(orders(question)).toBe(1);
  });
  test("a reason beside an option that names a letter", () => {
    const [first, ...rest] = options("*one", "two", "three");
    const why = [paragraph("Unlike option C it is cheap.")];
    const form = { kind: "choice" as const, options: first ? [{ ...first, why }, ...rest] : [] };
    expect(orders(aQuestion("t/q", form))).toBe(1);
  });
});

describe("shuffles in spite of words that only look like letters or places", () => {
  test.each([
    "A bucket answers a request at the first attempt.",
    "The last message wins.",
    "An A record and a CNAME.",
    "It has two options.",
  ])("%s", (words) => {
    const question = { ...asking("*one", "two", "three"), explanation: [paragraph(words)] };
    expect(orders(question)).toBeGreaterThan(1);
  });
});

test("fault 54: whatever is shuffled, the right options stay the right ones, and anchored ones their place", () => {
  const plain = fc.constantFrom("queue", "*topic", "stream", "*bucket", "table", "cache");
  const anchor = fc.constantFrom("All of the above", "*None of these");
  const authored = fc.array(fc.oneof({ weight: 4, arbitrary: plain }, { weight: 1, arbitrary: anchor }), {
    minLength: 2,
    maxLength: 8,
  });
  fc.assert(
    fc.property(authored, fc.string(), (words, seed) => {
      const question = asking(...words);
      const { form } = freeze(anEntry(question), seed);
      const authors = question.form.kind === "choice" ? question.form.options : [];
      const shown = form.kind === "choice" ? form.options : [];
      const read = (all: typeof shown) => all.map((one) => `${plainPassages(one.body)} ${one.correct}`);
      expect(read(shown).sort()).toEqual(read(authors).sort());
      for (const [place, option] of read(authors).entries()) {
        if (/ of /.test(option)) expect(read(shown)[place]).toBe(option);
      }
    }),
    runs(500),
  );
});

test("everyone sees the same order: the frozen copy is made by the round's own sentence", () => {
  const entry = anEntry(asking("*one", "two", "three", "four"));
  expect(freeze(entry, "round k3f9").form).toEqual(freeze(entry, "round k3f9").form);
});
