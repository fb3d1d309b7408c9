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

describe("prose keeps what an author marked", () => {
  const first = (text: string) => parseNotes({ path: "a.md", text }).questions[0];

  test("images are passages of the explanation, and of no answer", () => {
    const question = first(
      "# Which of these is it?\n\n**This**\n\nSee ![a map](https://e.org/m.png) there.\n",
    );
    expect(question?.explanation).toEqual([
      { kind: "prose", prose: [{ kind: "text", text: "See" }] },
      { kind: "image", url: "https://e.org/m.png", alt: "a map" },
      { kind: "prose", prose: [{ kind: "text", text: "there." }] },
    ]);
  });

  test("emphasis split over two kinds of marks, links, code and soft breaks", () => {
    const text =
      "## T\n\n- _one **two**_ [three](https://e.org) `four`\n  five <T> <b>six</b>\n\n### Questions\n\n- What?\n";
    expect(first(text)?.notes).toEqual([
      [
        { kind: "emphasis", text: "one " },
        { kind: "strong", text: "two" },
        { kind: "text", text: " " },
        { kind: "link", text: "three", url: "https://e.org" },
        { kind: "text", text: " " },
        { kind: "code", text: "four" },
        { kind: "text", text: " five <T> " },
        { kind: "strong", text: "six" },
      ],
    ]);
  });

  test("an answer may run over several paragraphs of italics", () => {
    const form = first("## T\n\n> Prompt: a scene\n\n_one_\n\n_two_\n\nthree\n")?.form;
    expect(form).toMatchObject({ answer: [{ prose: [{ text: "one" }] }, { prose: [{ text: "two" }] }] });
    expect(form).toMatchObject({ lines: [[{ text: "three" }]] });
  });
});

test("Windows and old Mac line ends change nothing, front matter included", () => {
  const text = read("fixtures/topic.md");
  for (const end of ["\r\n", "\r"]) {
    const other = parseNotes({ path: "topic.md", text: text.replaceAll("\n", end) });
    expect(told(other)).toEqual(told(parseNotes({ path: "topic.md", text })));
  }
});
