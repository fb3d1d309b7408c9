import { describe, expect, test } from "vitest";
import { parseBank, parseNotes } from "../../src/notes/parse-notes.js";
import { formatProblem } from "../../src/notes/problem.js";

const problemsOf = (text: string) => parseNotes({ path: "a.md", text }).problems;
const told = (text: string) =>
  problemsOf(text).map(({ line, severity, code }) => `${line} ${severity} ${code}`);
const options = (...lines: readonly string[]) => `# T\n\n## A title\n\nWhich?\n\n${lines.join("\n")}\n`;

describe("an author hears of", () => {
  test.each<[string, string, string[]]>([
    ["a choice without a right mark", options("- [ ] a", "- [ ] b"), ["7 error no-right-option"]],
    ["a choice of one", options("- [x] a"), ["7 error few-options"]],
    ["an option without words", options("- [x] a", "- [ ]"), ["8 error empty-option"]],
    ["an option without a box", options("- [x] a", "- b", "- [ ] c"), ["8 error unmarked-option"]],
    [
      "options without a prompt",
      "# T\n\n## A title\n\n- [x] a\n\n  why\n- [ ] b\n",
      ["5 error empty-prompt"],
    ],
    [
      "boxes that may be a to-do list",
      "# T\n\n## Week one\n\n- [x] a\n- [ ] b\n",
      ["5 warning empty-prompt"],
    ],
    ["a to-do list", "# T\n\n## To do\n\n- [x] a\n- [ ] b\n", ["5 info to-do"]],
    ["a scene without an answer", "## T\n\n> Prompt: a scene\n\n- note\n", ["3 warning no-answer"]],
    [
      "a scene that asks nothing and has no answer",
      "# T\n\n## U\n\n> A mast breaks in the night. Nora calls for help at once, and nobody hears her.\n\n- note\n",
      ["5 warning no-answer"],
    ],
    [
      "a quotation with its author's name, which is no scene",
      "# T\n\n## U\n\n> A mast breaks in the night. Nora calls for help at once, and nobody hears.\n> — Conrad\n\n- note\n",
      ["3 info no-question"],
    ],
    ["a heading that asks over plain text", "## What is the use of it?\n\nText.\n", ["1 warning no-answer"]],
    [
      "a heading that asks over an unmarked list",
      "## What is the use of it?\n\n- a\n- b\n",
      ["1 warning ambiguous"],
    ],
    [
      "lines under a recall question",
      "- n\n\n## Questions\n\n- What?\n  - a\n  - b\n",
      ["6 warning ambiguous"],
    ],
    ["a recall list without notes", "## T\n\n### Questions\n\n- What?\n", ["5 warning no-answer"]],
    ["a remark among questions", "- n\n\n## Questions\n\n- What?\n- Nothing more here.\n", ["6 info remark"]],
    ["a contents table", "## Contents\n\n- [a](#a)\n- [b](#b)\n", ["3 info contents"]],
    ["a link back to the top", "## T\n\n[Back to top](#t)\n", ["3 info back-to-top"]],
    ["a comment", "<!-- later -->\n", ["1 info comment"]],
    ["notes that no question asks for", "# T\n\nText.\n", ["1 info no-question"]],
    ["a part that is skipped", "# T\n\n## U\n\n<!-- cuecard: skip -->\n\ntext\n", ["3 info skipped"]],
    ["a file that is skipped", "---\nskip: true\n---\n\n# T\n\ntext\n", ["1 info skipped"]],
    ["an unknown pin", "## T\n\n<!-- cuecard: colour=red -->\n", ["1 warning pin"]],
    ["an unknown pin of ours in front matter", "---\ncuecard:\n  colour: red\n---\n", ["1 warning pin"]],
    ["front matter that is no YAML", "---\na: [\n---\n# T\n", ["1 error front-matter"]],
    ["a fence that is never closed", "# T\n\n```\ncode\n", ["1 info no-question", "3 error open-fence"]],
    ["a comment that is never closed", "<!-- a\n\nb\n", ["1 error open-comment"]],
    [
      "explanation and prompt run together",
      `${options("- [x] a", "- [ ] b")}\nSo.\n\nOr?\n\nThen\n\n- [x] c\n- [ ] d\n`,
      ["12 warning unclear-prompt"],
    ],
    [
      "a reason that may go on, or a prompt that begins",
      `${options("- [x] a", "- [ ] b")}\nWhy: so.\n\nMore?\n\nOr?\n\n- [x] c\n- [ ] d\n`,
      ["12 warning unclear-prompt"],
    ],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test("the same question twice, and where", () => {
    const one = options("- [x] a", "- [ ] b");
    const { questions, problems } = parseBank([
      { path: "a.md", text: one },
      { path: "b.md", text: one },
    ]);
    expect(questions).toHaveLength(1);
    expect(problems).toMatchObject([{ file: "b.md", line: 3, severity: "warning", code: "duplicate" }]);
    expect(problems[0]?.message).toContain("a.md:3");
  });

  test("the same question with another key: both stay, for nobody but the author knows", () => {
    const files = [options("- [x] a", "- [ ] b"), options("- [ ] a", "- [x] b")];
    const { questions, problems } = parseBank(files.map((text, at) => ({ path: `${at}.md`, text })));
    expect(new Set(questions.map(({ id }) => id)).size).toBe(2);
    expect(problems).toMatchObject([{ file: "1.md", line: 3, severity: "error", code: "other-key" }]);
    expect(problems[0]?.message).toContain("0.md:3");
  });

  test("a prompt that many questions share is no duplicate if the options are others", () => {
    const files = [options("- [x] a", "- [ ] b"), options("- [x] c", "- [ ] d")];
    expect(parseBank(files.map((text, at) => ({ path: `${at}.md`, text }))).problems).toEqual([]);
  });
});

describe("what gives an answer away is said", () => {
  const long = "a right answer that goes on and on until everybody sees that it is the right one";
  test.each<[string, string[], string[]]>([
    ["by far the longest", [`- [x] ${long}`, "- [ ] no", "- [ ] not"], ["longest-key"]],
    ["absolute words in wrong ones", ["- [x] often", "- [ ] always", "- [ ] never"], ["absolute-words"]],
    ["two that read alike", ["- [x] one", "- [ ] A list, b", "- [ ] a list b."], ["like-options"]],
    ["all of them right", ["- [x] one", "- [x] two"], ["all-right"]],
    ["a letter past the last", ["- [x] one", "- [ ] two", "", "Why: option D fails."], ["missing-option"]],
    ["nothing", ["- [x] one", "- [ ] two", "", "Why: option B fails."], []],
  ])("%s", (_, lines, expected) => {
    expect(problemsOf(options(...lines)).map(({ code }) => code)).toEqual(expected);
  });

  const two = ["- [x] one", "- [x] two", "- [ ] three"];
  test.each<[string, string, string[], string]>([
    [
      "more marks than are to be chosen",
      "Which? Choose **one**.",
      two,
      "choose one, but 2 options are marked",
    ],
    ["fewer marks", "Which (select THREE correct answers)?", two, "choose three, but 2 options are marked"],
    [
      "one mark of two",
      "Which? Choose 2.",
      ["- [x] one", "- [ ] two"],
      "choose two, but one option is marked",
    ],
    [
      "several marks that nobody speaks of",
      "Which?",
      two,
      "the prompt does not say so. End it with “Choose two.”",
    ],
  ])("prompt and marks that differ: %s", (_, prompt, lines, message) => {
    const text = options(...lines).replace("Which?", prompt);
    expect(told(text)).toEqual(["3 warning choose-count"]);
    expect(problemsOf(text)[0]?.message).toContain(message);
  });

  test.each([
    "Which? Choose two.",
    "Which? (Please select the two best answers.)",
    "Which two hold?",
    "Which? Select all that apply.",
    "She may choose one harbour. Which two fit?",
  ])("prompt and marks that agree: %s", (prompt) => {
    expect(told(options(...two).replace("Which?", prompt))).toEqual([]);
  });

  test("the right one at the same place all over a file", () => {
    const one = (at: number) => `## T${at}\n\nWhich ${at}?\n\n- [ ] a\n- [x] b\n\n`;
    const text = `# T\n\n${[1, 2, 3, 4, 5, 6].map(one).join("")}`;
    expect(problemsOf(text).map(({ code }) => code)).toEqual(["same-place"]);
  });

  test("a prompt too long for one message of every platform", () => {
    expect(problemsOf(options("- [x] a", `- [ ] ${"b ".repeat(1800)}`)).map(({ code }) => code)).toEqual([
      "too-long",
    ]);
  });
});

test("a problem is one line, whatever the notes hold", () => {
  const problem = {
    file: "a.md",
    line: 3,
    severity: "error",
    code: "x",
    message: "one\ntwo\u001b[31m",
  } as const;
  expect(formatProblem(problem)).toBe("a.md:3  error  one two [31m");
});

test("every message ends with its cure", () => {
  const text = "# T\n\n## U\n\n- [x] a\n\n  b\n\n## What is the use of it?\n\n```\n";
  for (const { message } of problemsOf(text)) expect(message).toMatch(/\. .+\.$/s);
});
