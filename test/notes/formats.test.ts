import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseBank, parseNotes } from "../../src/notes/parse-notes.js";
import { told } from "./told.js";

const here = (path: string) => new URL(path, import.meta.url);
const read = (path: string) => readFileSync(here(path), "utf8");

describe("a file of notes is read as the pair beside it says", () => {
  for (const folder of ["fixtures", "twins"]) {
    const names = readdirSync(here(folder)).filter((name) => name.endsWith(".md"));
    test.each(names)(`${folder}/%s`, (name) => {
      const parsed = parseNotes({ path: name, text: read(`${folder}/${name}`) });
      expect(told(parsed)).toEqual(JSON.parse(read(`${folder}/${name.replace(/md$/, "json")}`)));
    });
  }
});

describe("two real files, in other words, hold what a reader counts in them", () => {
  const count = (name: string) => {
    const { questions, problems } = parseNotes({ path: name, text: read(`twins/${name}`) });
    const scenes = questions.filter(({ from }) => from === "scenario");
    const answered = scenes.filter(({ form }) => form.kind === "recall" && form.answer !== null);
    const recall = questions.filter(({ from }) => from === "recall list").length;
    const topics = new Set(questions.map(({ topic }) => topic)).size;
    return {
      topics,
      scenes: scenes.length,
      answered: answered.length,
      recall,
      codes: problems.map(({ code }) => code),
    };
  };

  test("headings as questions with bold answers: five of five, and two headings that ask nothing", () => {
    expect(count("bakery.md")).toEqual({ topics: 2, scenes: 5, answered: 5, recall: 0, codes: [] });
  });

  test("topics with scenes and recall lists: seven scenes, six answers, 45 to recall, one remark", () => {
    const codes = ["no-answer", "remark"];
    expect(count("harbour.md")).toEqual({ topics: 10, scenes: 7, answered: 6, recall: 45, codes });
  });
});

test("the same file in two folders asks each question once, and says where the other stands", () => {
  const text = read("fixtures/own-form.md");
  const { questions, problems } = parseBank(["a/bread.md", "b/bread.md"].map((path) => ({ path, text })));
  const choices = questions.filter(({ form }) => form.kind === "choice");
  expect(choices.map(({ id }) => id)).toEqual(["a/bread/a-loaf-without-shine", "a/bread/leaven"]);
  expect(problems.map(({ code }) => code)).toEqual(["duplicate", "duplicate"]);
  expect(problems[0]?.message).toContain("a/bread.md:13");
});
