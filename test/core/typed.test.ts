import { describe, expect, test } from "vitest";
import { code, paragraph } from "../../src/core/prose.js";
import { shortAnswer } from "../../src/core/short-answer.js";
import { madeTries } from "./typed/made-tries.js";
import { formOf, names, read, terms, triesIn } from "./typed/try-out.js";

/** Those that the judge reads otherwise than they are labelled. */
function misread<Each extends { answer: string; others?: readonly string[]; said: string; right: boolean }>(
  tries: readonly Each[],
) {
  const wrong = tries.filter(({ answer, others, said, right }) => read(said, answer, others).right !== right);
  return { accepted: wrong.filter(({ right }) => !right), refused: wrong.filter(({ right }) => right) };
}

describe("what is typed", () => {
  test("is judged as a reader of a thousand tries judges it", () => {
    const tries = triesIn("test/core/typed/tries.txt");
    expect(tries.length).toBeGreaterThan(1000);
    const { accepted, refused } = misread(tries);
    const said = ({ answer, said }: { answer: string; said: string }) => `${answer} <- ${said}`;
    expect(accepted.map(said)).toEqual(["Amazon Macie <- Mace", "Paris <- pairs"]);
    expect(
      refused.length / tries.filter(({ right }) => right).length,
      refused.map(said).join("\n"),
    ).toBeLessThan(0.04);
  });

  test("is right or wrong over every name there is: never a sibling, hardly a wrong one, seldom a right one refused", () => {
    const tries = madeTries(terms);
    const [right, wrong] = [tries.filter((one) => one.right), tries.filter((one) => !one.right)];
    expect(Math.min(right.length, wrong.length)).toBeGreaterThan(8000);
    const { accepted, refused } = misread(tries);
    expect(accepted.filter(({ how }) => /sibling|other/.test(how))).toEqual([]);
    expect(accepted.length / wrong.length).toBeLessThan(0.0005);
    expect(refused.length / right.length).toBeLessThan(0.03);
    const slips = (list: readonly { how: string }[]) => list.filter(({ how }) => how === "slip").length;
    expect(slips(refused) / slips(right)).toBeLessThan(0.1);
  });

  test("is told how it was read where that is not what the author wrote", () => {
    expect(read("amazon sqs", "SQS")).toEqual({ right: true, as: null });
    expect(read("the visibility timeouts", "Visibility timeout")).toEqual({ right: true, as: null });
    expect(read("Malmo", "Malmö")).toEqual({ right: true, as: null });
    expect(read("SQS + SNS", "SNS and SQS")).toEqual({ right: true, as: null });
    expect(read("cloud front", "Amazon CloudFront")).toEqual({ right: true, as: null });
    expect(read("simple queue service", "Amazon SQS")).toEqual({ right: true, as: "Amazon SQS" });
    expect(read("visibilty timeout", "Visibility timeout")).toEqual({
      right: true,
      as: "Visibility timeout",
    });
  });

  test.each([
    ["10⁶", "106", false],
    ["10⁶", "10^6", true],
    ["10⁻³", "10^-3", true],
    ["10⁻³", "10³", false],
    ["1½", "11/2", false],
    ["1½", "1 1/2", true],
    ["m²", "m2", true],
    ["CO₂", "co2", true],
    ["5", ".5", false],
    ["5 s", ".5 s", false],
    ["0.5", ".5", true],
    ["-0.5", "-.5", true],
    ["7", "... 7", true],
    ["5", "≠ 5", false],
    ["5", "!= 5", false],
    ["5", "5!!", true],
    ["±5", "5", false],
    ["±5", "±5", true],
    ["≥ 3 nodes", ">= 3 nodes", true],
    ["≥ 3 nodes", "<= 3 nodes", false],
  ])("is never read leniently on a number, and always as it is written: %s <- %s", (answer, said, right) => {
    expect(read(said, answer).right).toBe(right);
  });

  test("is not read for another option, though that is no known term", () => {
    expect(read("starbord", "starboard").right).toBe(true);
    expect(read("starbord", "starboard", ["starbord side", "starbord"]).right).toBe(false);
  });

  test("is bounded and harmless, whatever it is", () => {
    const marks = "́".repeat(10_000);
    for (const said of [
      "SQS ".repeat(2500),
      `S${marks}QS`,
      "a".repeat(10_000),
      "1a".repeat(100),
      "\u202e".repeat(150),
      "😀😀",
      "",
      "   ",
      "\0",
      "ﷺ".repeat(200),
      "and ".repeat(50),
    ]) {
      expect(read(said, "SQS")).toEqual({ right: false });
    }
    expect(read("\u202eSQS\u202c", "SQS").right).toBe(true);
    expect(read("ＳＱＳ", "SQS").right).toBe(true);
    expect(read("שלום", "שלום").right).toBe(true);
    expect(read("かき", "がき").right).toBe(false);
  });
});

describe("an answer that can be typed", () => {
  test.each([
    "SQS",
    "Amazon EFS volumes",
    "The visibility timeout",
    "SNS and SQS",
    "2049",
    "7 days",
    "Kinesis Data Analytics for Apache Flink",
    "TCP or UDP",
    "The green lateral mark.",
  ])("is short: %s", (answer) => {
    expect(shortAnswer(formOf(answer), names)).not.toBeNull();
  });

  test.each([
    "EBS volumes are AZ locked",
    "Set up a rule that detects uploads to the bucket",
    "It depends. Ask the captain",
    "The partition key that you have selected",
    "SNS, SQS, Kinesis and Lambda",
    "An origin group, with the bucket second",
    "In a Lambda@Edge function on viewer request",
    "…",
  ])("is no sentence and no list: %s", (answer) => {
    expect(shortAnswer(formOf(answer), names)).toBeNull();
  });

  test("is one line of prose, and the only right option", () => {
    const body = [paragraph("SQS")];
    expect(shortAnswer({ kind: "recall", answer: null }, names)).toBeNull();
    expect(shortAnswer({ kind: "recall", answer: [...body, ...body] }, names)).toBeNull();
    expect(shortAnswer({ kind: "recall", answer: [{ kind: "code", code: "SQS" }] }, names)).toBeNull();
    expect(shortAnswer({ kind: "recall", answer: [paragraph(code("PutRecords"))] }, names)?.text).toBe(
      "PutRecords",
    );
    const option = (correct: boolean, origin: "authored" | "drafted" = "authored") => ({
      body,
      correct,
      origin,
      why: [],
    });
    expect(shortAnswer({ kind: "choice", options: [option(true), option(false)] }, names)).not.toBeNull();
    expect(shortAnswer({ kind: "choice", options: [option(true), option(true)] }, names)).toBeNull();
    expect(
      shortAnswer({ kind: "choice", options: [option(true), option(false, "drafted")] }, names),
    ).toBeNull();
    expect(shortAnswer(formOf("Both of these", ["SQS", "SNS"]), names)).toBeNull();
  });
});
