import { describe, expect, test } from "vitest";
import { correctKey, readsTheSame } from "../../src/core/correction.js";
import { emphasis, link, paragraph, strong } from "../../src/core/prose.js";
import type { Question } from "../../src/core/question.js";
import { judge } from "../../src/core/round.js";
import { anAsked, aQuestion, choice, options, recall } from "./things.js";

const tides = aQuestion("tides/when", choice("*neaps", "springs", "Sundays"));
const moved: Question = {
  ...tides,
  form: choice("springs", "*Sundays", "neaps"),
  explanation: [paragraph("New.")],
};
const corrected = (asked = anAsked(tides), question = moved, version = 2) =>
  correctKey(asked, { question, version });

describe("a corrected key", () => {
  test("moves the marks in the copy that was asked, and brings reasons and version along", () => {
    const asked = corrected();
    expect(asked?.form).toEqual({ kind: "choice", options: options("neaps", "springs", "*Sundays") });
    expect(asked).toMatchObject({ version: 2, explanation: moved.explanation, former: [0b001] });
    expect(asked?.prompt).toBe(tides.prompt);
  });

  test("moved again, and back, remembers each key once", () => {
    const once = corrected();
    if (!once) throw new Error("not corrected");
    const back = corrected(once, tides, 3);
    expect(back?.former).toEqual([0b001, 0b100]);
    if (!back) throw new Error("not corrected");
    expect(corrected(back, moved, 4)?.former).toEqual([0b001, 0b100]);
    expect(corrected(back, tides, 5)).toBeNull();
  });

  test("of several where one letter could be pressed is met by one of them; of forged sets only by the whole", () => {
    const both = { ...tides, form: choice("*neaps", "*springs", "Sundays") };
    const asked = corrected(anAsked(tides), both);
    if (!asked) throw new Error("not corrected");
    const picks = [0b001, 0b010, 0b100, 0b011, 0b110];
    expect(picks.map((set) => judge(asked, { kind: "picked", picks: set }))).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
  });

  test("of what was shown, or merely graded by oneself, does not exist", () => {
    const shown = aQuestion("tides/when", recall("springs"));
    expect(corrected(anAsked(shown), { ...shown, form: recall("neaps") })).toBeNull();
    expect(corrected(anAsked(shown))).toBeNull();
  });
});

describe("what reads the same", () => {
  const asking = (prompt: Question["prompt"]) => ({ ...tides, prompt });
  const alike: Readonly<Record<string, readonly [Question["prompt"], Question["prompt"]]>> = {
    "bold and links": [
      [paragraph("When is it ", strong("high"), "?")],
      [paragraph("When is it ", link("high", "https://x.example"), "?")],
    ],
    "spaces and line ends": [[paragraph("When  is\nit?")], [paragraph("When is it? ")]],
    "letters composed otherwise": [[paragraph("Wann läuft es?")], [paragraph("Wann la\u0308uft es?")]],
    "a list that was a paragraph": [
      [paragraph("one"), paragraph(emphasis("two"))],
      [paragraph("one"), { kind: "list", ordered: false, items: [[strong("two")]] }],
    ],
  };
  test.each(Object.entries(alike))("%s", (_, [one, other]) => {
    expect(readsTheSame(anAsked(asking(one)), asking(other))).toBe(true);
  });

  const apart: Readonly<Record<string, readonly [Question["prompt"], Question["prompt"]]>> = {
    "a word": [[paragraph("When is it?")], [paragraph("When was it?")]],
    "a capital": [[paragraph("What is us?")], [paragraph("What is US?")]],
    "an indent in code": [[{ kind: "code", code: "if a:\n  b()" }], [{ kind: "code", code: "if a:\nb()" }]],
    "another picture": [
      [{ kind: "image", url: "https://x.example/1.png", alt: "a chart" }],
      [{ kind: "image", url: "https://x.example/2.png", alt: "a chart" }],
    ],
  };
  test.each(Object.entries(apart))("not so: %s", (_, [one, other]) => {
    expect(readsTheSame(anAsked(asking(one)), asking(other))).toBe(false);
  });
});
