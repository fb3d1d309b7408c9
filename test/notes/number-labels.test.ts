import { describe, expect, test } from "vitest";
import { plainPassages } from "../../src/core/prose.js";
import { parseNotes } from "../../src/notes/parse-notes.js";

const boxes = "- [x] Sheet bend\n- [ ] Bowline\n";
const read = (text: string) => parseNotes({ path: "knots.md", text: `# Knots\n\n${text}` });
const told = (text: string) =>
  read(text).questions.map(({ id, title, prompt }) => ({ id, title, prompt: plainPassages(prompt) }));

describe("a number that only counts a heading is no part of the question under it", () => {
  test.each([
    "Question 2: ",
    "Question 2. ",
    "Question 2 – ",
    "Question 2 - ",
    "QUESTION 12) ",
    "Q2. ",
    "Q2: ",
    "Q 2 — ",
    "q#2: ",
    "2) ",
    "12.) ",
    "Question: ",
    "**Question 2:** ",
    "",
  ])("%j", (label) => {
    const asked = "Which knot joins two ropes?";
    const id = "knots/which-knot-joins-two-ropes";
    expect(told(`## ${label}${asked}\n\n${boxes}`)).toEqual([{ id, title: null, prompt: asked }]);
    expect(told(`## ${label}${asked}\n\n**Sheet bend** - it holds.\n`)).toEqual([
      { id, title: null, prompt: asked },
    ]);
    expect(told(`## ${label}Two ropes\n\nWhich knot joins them?\n\n${boxes}`)).toEqual([
      { id: "knots/two-ropes", title: "Two ropes", prompt: "Which knot joins them?" },
    ]);
  });

  test("a heading that asks without a question mark asks behind its number too", () => {
    for (const answer of [boxes, "**Sheet bend** - it holds.\n"]) {
      expect(told(`## Q2. Name the knot that joins two ropes\n\n${answer}`)).toEqual([
        {
          id: "knots/name-the-knot-that-joins-two-ropes",
          title: null,
          prompt: "Name the knot that joins two ropes",
        },
      ]);
    }
  });

  test.each([
    "2.5 metres of rope: which knot?",
    "24. December, which watch has the deck?",
    "2 ropes: which knot joins them?",
    "Question marks: which flags are they?",
    "Q2 2026: which knot was new?",
    "Q2.1 of the book: which knot is it?",
    "(2) or 3, which knot is it?",
  ])("a number that is part of it stays: %s", (heading) => {
    expect(told(`## ${heading}\n\n${boxes}`)[0]?.prompt).toBe(heading);
  });

  test("topics keep theirs", () => {
    const topics = read(
      `## 2) Bends\n\n- A sheet bend joins two ropes.\n\n### Questions\n\n- What joins ropes?\n`,
    );
    expect(topics.questions[0]?.topic).toBe("knots/2-bends");
  });
});

test("options under a heading that does not ask are left out with both cures", () => {
  const { questions, problems } = read(`## The knot for two ropes\n\n${boxes}\nWhy: it holds.\n`);
  expect(questions).toEqual([]);
  expect(problems).toMatchObject([{ code: "empty-prompt", severity: "error", line: 5 }]);
  expect(problems[0]?.message).toContain("End the heading with a question mark if it asks");
  expect(problems[0]?.message).toContain("write the question as a paragraph above them");
  expect(told(`## The knot for two ropes?\n\n${boxes}`)).toHaveLength(1);
});
