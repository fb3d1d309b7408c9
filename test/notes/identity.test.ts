import { describe, expect, test } from "vitest";
import { parseBank, parseNotes } from "../../src/notes/parse-notes.js";

const idsOf = (text: string, path = "aws/storage.md") =>
  parseNotes({ path, text }).questions.map(({ id }) => id);
const choice = (title: string, prompt: string, right = "x") =>
  `## ${title}\n\n${prompt}\n\n- [x] ${right}\n- [ ] other than ${right}\n\n`;

describe("a question's name", () => {
  test("is the file's path and its title under a single H1, and never the prompt's words", () => {
    expect(idsOf(`# Storage\n\n${choice("Share a folder", "Which service?")}`)).toEqual([
      "aws/storage/share-a-folder",
    ]);
  });

  test("is the path and the heading of a topic section, at any level", () => {
    const text =
      "# Storage\n\n## EFS\n\n- a\n\n### Questions\n\n- What is it?\n\n---\n\n### FSx\n\n- b\n\n### Questions\n\n- Why so?\n";
    expect(idsOf(text)).toEqual(["aws/storage/efs/what-is-it", "aws/storage/fsx/why-so"]);
  });

  test("is under a bare heading's, which divides a file whatever its level", () => {
    const text = "- a\n\n## Disks\n\n# Which disk is the largest one?\n\n**That one**\n";
    expect(idsOf(text)).toEqual(["aws/storage/disks/which-disk-is-the-largest-one"]);
  });

  test("of a recall list below several headings is the topic's that holds them all", () => {
    const text = "# S\n\n## EFS\n\n### Speed\n\n- a\n\n### Cost\n\n- b\n\n### Questions\n\n- What is it?\n";
    expect(idsOf(text)).toEqual(["aws/storage/efs/what-is-it"]);
  });

  test("survives another question put in before it", () => {
    const alone = idsOf(`# S\n\n${choice("One", "Which?")}`);
    const second = idsOf(`# S\n\n${choice("Zero", "Who?")}${choice("One", "Which?")}`);
    expect(second).toContain(alone[0]);
  });

  test("never comes from a number in the heading, which changes when one is put in before", () => {
    expect(idsOf(`# S\n\n${choice("Question 12", "Which one lasts?")}`)).toEqual([
      "aws/storage/which-one-lasts",
    ]);
  });

  test("is told apart by the answers where titles are the same, whichever stands first", () => {
    const [a, b] = [
      choice("What prints?", "```\n1\n```", "one"),
      choice("What prints?", "```\n2\n```", "two"),
    ];
    const forth = idsOf(`# S\n\n${a}${b}`);
    const back = idsOf(`# S\n\n${b}${a}`);
    expect(new Set(forth).size).toBe(2);
    expect(back.toSorted()).toEqual(forth.toSorted());
  });

  test("holds at most 64 characters of the prompt, cut between words", () => {
    const [id = ""] = idsOf(`# S\n\n## ${"abcdefghi ".repeat(20)}end?\n\n**yes**\n`);
    const slug = id.slice("aws/storage/".length);
    expect(slug.length).toBeLessThanOrEqual(64);
    expect(slug.endsWith("abcdefghi")).toBe(true);
  });

  test("can be pinned in a comment, in front matter, and in a recall list", () => {
    expect(idsOf(`# S\n\n${choice("A", "Which?")}<!-- cuecard: id=kept -->\n`)).toEqual(["aws/storage/kept"]);
    expect(idsOf(`---\nid: other/kept\n---\n# S\n\n${choice("A", "Which?")}`)).toEqual(["other/kept"]);
    expect(idsOf("# S\n\n- a\n\n## Questions\n\n- What? <!-- cuecard: id=kept -->\n")).toEqual([
      "aws/storage/kept",
    ]);
  });

  test("takes a pinned topic in place of the file's", () => {
    expect(idsOf(`---\ntopic: Cloud/Disks\n---\n# S\n\n${choice("A", "Which?")}`)).toEqual(["cloud/disks/a"]);
  });

  test("is there in every script", () => {
    expect(idsOf(`# S\n\n${choice("Où est-ce ?", "…?")}${choice("什么是云", "哪个？")}`)).toEqual([
      "aws/storage/où-est-ce",
      "aws/storage/什么是云",
    ]);
  });
});

test("two headings of one name in a file are two topics", () => {
  const topic = (name: string) =>
    `## ${name}\n\n### Limits\n\n- ${name} has some\n\n#### Questions\n\n- What are they?\n\n`;
  expect(idsOf(`# S\n\n${topic("EFS")}${topic("EBS")}`)).toEqual([
    "aws/storage/efs/limits/what-are-they",
    "aws/storage/ebs/limits/what-are-they",
  ]);
});

test("no two questions of a bank have one id, not even pinned ones", () => {
  const pinned = (right: string) => `# S\n\n${choice("A", "Which?", right)}<!-- cuecard: id=x/y -->\n`;
  const { questions } = parseBank(
    ["one", "two"].map((right) => ({ path: `${right}.md`, text: pinned(right) })),
  );
  expect(new Set(questions.map(({ id }) => id)).size).toBe(2);
});
