import { describe, expect, test } from "vitest";
import { parseNotes } from "../../src/notes/parse-notes.js";

const parse = (text: string) => parseNotes({ path: "a.md", text });
const codes = (text: string) => [...new Set(parse(text).problems.map(({ code }) => code))];
const good = "\n\n## Which of these is the last?\n\n**This one**\n";

describe("fault 41: malformed Markdown costs its own place and nothing else", () => {
  test.each<[string, string, string[]]>([
    ["ten thousand quotes in one another", `${">".repeat(10_000)} a`, ["too-deep"]],
    ["ten thousand lists in one another", `${"- ".repeat(10_000)}a`, ["too-deep"]],
    ["a line of a megabyte", "word ".repeat(200_000), []],
    ["headings in list items", "- # one\n- ## two", []],
    ["tabs before bullets", "-\ta\n\t-\tb", []],
    ["a rule in code", "```\n---\n```", []],
  ])("%s", (_, text, expected) => {
    const { questions } = parse(text + good);
    expect(questions.map(({ id }) => id)).toContain("a/which-of-these-is-the-last");
    expect(codes(text + good)).toEqual(expected);
  });

  test("a fence that is never closed swallows what follows, and its line is named", () => {
    const { questions, problems } = parse(`## What is it made of?\n\n**Tin**\n\n\`\`\`\n${good}`);
    expect(questions).toHaveLength(1);
    expect(problems).toMatchObject([{ line: 5, severity: "error", code: "open-fence" }]);
  });

  test("an empty file, and one that holds only a mark", () => {
    for (const text of ["", "\n", "#", "-", ">", "---", "---\n", "---\n---", "- [ ]", "<!--"]) {
      expect(parse(text).questions).toEqual([]);
    }
  });

  test("smart quotes and dashes are the author's words", () => {
    const [question] = parse("## What is an “elastic” disk?\n\n**It grows** – and it’s shared\n").questions;
    expect(question?.explanation).toEqual([
      { kind: "prose", prose: [{ kind: "text", text: "and it’s shared" }] },
    ]);
    expect(question?.id).toBe("a/what-is-an-elastic-disk");
  });
});

describe("fault 43: a megabyte of one sign, or a quarter of one block, is read in a few seconds", () => {
  const mega = (sign: string) => sign.repeat(1_000_000 / sign.length);
  const quarter = (block: string) => block.repeat(250_000 / block.length);
  test.each<[string, string]>([
    ["open brackets", mega("[")],
    ["question marks", mega("?")],
    ["a heading that closes brackets", `# What is that?${mega(")")}x`],
    ["headings", quarter("# a\n")],
    ["headings that run on", quarter("# one two three four.\n")],
    ["labels", quarter("Question: a\n")],
    ["colons", mega(":")],
    ["open tags", `<div>${mega("<b ")}`],
    ["scripts", `<div>${mega("<script></script>")}`],
    ["open comments", mega("a <!-- ")],
    ["blank lines after a rule", `---\n${mega("\n")}x`],
    ["options", quarter("- [ ] a\n")],
    ["questions that read alike", `## Questions\n${quarter("- What?\n")}`],
    ["topics that are called alike", quarter("## T\n- a\n### Questions\n- What?\n\n")],
    ["pins", `<!-- cuecard: ${mega("a=b ")}-->`],
  ])("%s", (_, text) => {
    const begin = performance.now();
    parse(text);
    expect(performance.now() - begin).toBeLessThan(15_000);
  });
});

describe("fault 44: front matter that would grow or sink is a problem, and the file is read", () => {
  const head = (yaml: string) => `---\n${yaml}\n---\n${good}`;
  test.each<[string, string]>([
    ["a bomb", head(`a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nd: [${"*c,".repeat(9)}*c]`)],
    [
      "a chain of aliases",
      head(
        [
          "a0: &a0 x",
          ...Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`),
        ].join("\n"),
      ),
    ],
    ["brackets in brackets", head(`a: ${"[".repeat(5000)}`)],
    ["lists in lists", head(`a:\n${"- ".repeat(3000)}x`)],
    ["a novel", head(`a: ${"x".repeat(100_000)}`)],
  ])("%s", (_, text) => {
    expect(codes(text)).toEqual(["front-matter"]);
    expect(parse(text).problems[0]?.message).not.toContain("call stack");
    expect(parse(text).questions).toHaveLength(1);
  });

  test("a rule at the top of a file is no front matter", () => {
    expect(parse(`---\n\nSome words.\n\n---\n${good}`).questions).toHaveLength(1);
    expect(codes(`---\n\nSome words.\n\n---\n${good}`)).toEqual([]);
  });
});
