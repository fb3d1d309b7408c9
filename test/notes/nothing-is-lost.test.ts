import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseNotes } from "../../src/notes/parse-notes.js";
import { lost } from "./lost.js";
import { told } from "./told.js";

const here = (path: string) => new URL(path, import.meta.url);

/** Pieces of real notes; each word says where it comes from, so that a lost one can be seen. */
const piece = fc.oneof(
  fc.nat(3).chain((level) => heading(level + 1)),
  word("Plain words about"),
  word("_An answer in italics of", "_"),
  word("**A bold one of", "** - and why"),
  word("**A label of", ":**"),
  word("Why: because of", "\nSource: <https://example.com/a>"),
  word("Question: what is"),
  word("Answer: it is"),
  word("> A scene of some length with people in it and", ", what now?"),
  word("> prompt: a scene of"),
  word("- a bullet of", "\n  - nested below it\n- another"),
  word("1. first", "\n2. second"),
  word("- [ ] wrong", "\n- [x] right\n\n  for a reason"),
  word("- [ ] only wrong", "\n- [ ] wrong too"),
  word("- What is", "?\n- Just read.\n- Describe it."),
  word("```js\ncode of", "\n```"),
  word("| a | b |\n|---|---|\n| cell of", " | other |"),
  word("    indented"),
  word("<!-- note of", "-->"),
  word("- # heading in a list"),
  word("![image of", "](https://example.com/i.png)"),
  fc.constantFrom(
    "---",
    "***",
    "- [one](#one)\n- [two](#two)",
    "[Back to top](#top)",
    "[ref]: https://example.com",
  ),
  fc.string({ maxLength: 20, unit: fc.constantFrom(..."#>-*_[]()`~|\\!x1. \n\t:?“–") }),
);
const notes = fc
  .array(fc.tuple(piece, fc.constantFrom("\n\n", "\n\n", "\n\n", "\n")))
  .map((all) => all.flat().join(""));

const threeHeadings =
  "# Topic\n\n#### A story ends here.\n\n# A story ends here.\n\n- What is w0?\n- Describe it.\n\n";

function word(before: string, after = "") {
  return fc.nat(999).map((nth) => `${before} w${nth}${after}`);
}

function heading(level: number) {
  const names = fc.constantFrom(
    "Topic",
    "Which of these is it?",
    "A story ends here.",
    "Questions",
    "Notes",
    "Question 7",
  );
  return names.map((name) => `${"#".repeat(level)} ${name}`);
}

describe("every block is part of a question, of the notes or under a problem", () => {
  test.each(["fixtures", "twins"])("in all %s", (folder) => {
    for (const name of readdirSync(here(folder)).filter((one) => one.endsWith(".md"))) {
      const text = readFileSync(here(`${folder}/${name}`), "utf8").replace(/^---\n.*?\n---\n/s, (head) =>
        head.replace(/[^\n]/g, ""),
      );
      expect(lost(text, parseNotes({ path: name, text }))).toEqual([]);
    }
  });

  test("in any document made of such pieces", () => {
    fc.assert(
      fc.property(notes, (text) => {
        fc.pre(!text.startsWith("---"));
        const parsed = parseNotes({ path: "a.md", text });
        expect(parsed.problems.filter(({ code }) => code === "unread")).toEqual([]);
        expect(lost(text, parsed)).toEqual([]);
      }),
      { numRuns: 1500, examples: [[threeHeadings]] },
    );
  });
});

test("Windows line ends change nothing", () => {
  fc.assert(
    fc.property(notes, (text) => {
      const unix = parseNotes({ path: "a.md", text });
      const windows = parseNotes({ path: "a.md", text: text.replaceAll("\n", "\r\n") });
      expect(told(windows)).toEqual(told(unix));
    }),
    { numRuns: 500 },
  );
});

test("any text at all is read without a throw, and no question is without prompt or name", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      for (const { prompt, id } of parseNotes({ path: "a.md", text }).questions) {
        expect(prompt.length).toBeGreaterThan(0);
        expect(id).toMatch(/^a\/./);
      }
    }),
    { numRuns: 1000 },
  );
});
