import { describe, expect, test } from "vitest";
import { readLetters } from "../../src/core/letters.js";
import { picksProposed, readProposal } from "../../src/core/report.js";
import { anAsked, aQuestion, choice, recall } from "./things.js";

describe("letters as people type them", () => {
  test.each([
    ["B", 4, 0b10],
    [" b ", 4, 0b10],
    ["b)", 4, 0b10],
    ["(C).", 4, 0b100],
    ["A, C", 4, 0b101],
    ["a,c", 4, 0b101],
    ["C and A", 4, 0b101],
    ["A & B; D", 4, 0b1011],
    ["AC", 4, 0b101],
    ["B, B", 4, 0b10],
    ["Ｂ", 4, 0b10],
    ["Z", 26, 1 << 25],
  ])("%j of %i", (words, options, picks) => {
    expect(readLetters(words, options)).toBe(picks);
  });

  test.each([
    ["E", 4],
    ["A, E", 4],
    ["", 4],
    [" , ", 4],
    ["1", 4],
    ["the second", 4],
    ["A or B", 4],
    ["bat", 4],
    ["@", 4],
    ["[", 26],
    ["Ä", 26],
    ["𝕏̈", 4],
  ])("%j of %i are none", (words, options) => {
    expect(readLetters(words, options)).toBeNull();
  });
});

describe("a proposed key", () => {
  const asked = anAsked(aQuestion("tides/when", choice("*north", "east", "south")));

  test("is kept as the words of the options, so that a shuffle means nothing", () => {
    expect(readProposal(asked, "C, B")).toEqual(["east", "south"]);
    const shuffled = anAsked(aQuestion("tides/when", choice("south", "*north", "east")));
    expect(picksProposed(shuffled, ["east", "south"])).toBe(0b101);
  });

  test("is none where nothing is written, and nonsense where no letter is", () => {
    expect(readProposal(asked, undefined)).toBeNull();
    expect(readProposal(asked, "  ")).toBeNull();
    expect(readProposal(asked, "D")).toBe("nonsense");
    expect(readProposal(anAsked(aQuestion("tides/why", recall("the moon"))), "A")).toBeNull();
  });
});
