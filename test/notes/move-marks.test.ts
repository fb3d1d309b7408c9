import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { plainPassages } from "../../src/core/prose.js";
import { unifiedDiff } from "../../src/notes/diff.js";
import { moveMarks } from "../../src/notes/move-marks.js";
import { parseNotes } from "../../src/notes/parse-notes.js";
import { scratchFolder } from "../support/scratch.js";

const plain = `# Tides

Springs follow the moon.

## When

When is the water highest?

- [x] At neaps

  Neaps are low.

- [ ] At springs
- [ ] On Sundays

Why: the moon pulls.

## Where

Where is the water highest?

- [ ] In the middle
- [x] At the shore
`;

/** The file, with the first question that has an option \`right\` given that key. */
function moved(text: string, right: readonly string[], path = "tides.md") {
  const question = parseNotes({ path, text }).questions.find(
    ({ form }) =>
      form.kind === "choice" &&
      right.every((words) => form.options.some(({ body }) => plainPassages(body) === words)),
  );
  if (!question) throw new Error("there is no such question");
  return moveMarks({ path, text }, question, right);
}

const textOf = (text: string, ...right: string[]) => {
  const done = moved(text, right);
  if (done.kind !== "moved") throw new Error(done.kind);
  return done.text;
};

describe("moving the marks of one question", () => {
  test("changes its boxes and nothing else", () => {
    expect(textOf(plain, "At springs")).toBe(
      plain.replace("[x] At neaps", "[ ] At neaps").replace("[ ] At springs", "[x] At springs"),
    );
    expect(textOf(plain, "At springs", "On Sundays")).toBe(
      plain
        .replace("[x] At neaps", "[ ] At neaps")
        .replace("[ ] At s", "[x] At s")
        .replace("[ ] On", "[x] On"),
    );
  });

  const forms: Readonly<Record<string, string>> = {
    "line ends of Windows": plain.replaceAll("\n", "\r\n"),
    "line ends of old Macs": plain.replaceAll("\n", "\r"),
    "a front matter": `---\ntags: [sea]\n---\n\n${plain}`,
    "tabs behind bullets": plain.replaceAll("- [", "-\t[").replace("  Neaps", "\tNeaps"),
    "stars and numbers": plain.replaceAll("- [ ]", "* [ ]").replaceAll("- [x]", "* [x]"),
    "an ordered list": plain
      .replace("- [x] At neaps", "1. [x] At neaps")
      .replace("- [ ] At springs", "2. [ ] At springs")
      .replace("- [ ] On Sundays", "3. [ ] On Sundays")
      .replace("  Neaps", "   Neaps"),
    "capital marks": plain.replaceAll("[x]", "[X]"),
    "boxes with nothing in them": plain.replaceAll("- [ ]", "- []"),
    "boxes with a space that does not break": plain.replaceAll("- [ ]", "- [\u00a0]"),
    "bold words and code": plain
      .replaceAll("At springs", "At **springs**")
      .replaceAll("At neaps", "At `neaps`"),
    "options that stand under a recall question": `# Tides\n\n- Springs are high.\n\n### Questions\n\n- When is the water highest?\n  - [x] At neaps\n  - [ ] At springs\n- Why is that so?\n`,
    "no line end at the end": plain.slice(0, -1),
    "reasons in quotes": plain.replace("  Neaps are low.", "  > > Neaps are low.\n  > > - [x] so they say"),
    "the same options twice": `${plain}\n## Again\n\nWhen, again, is the water highest?\n\n- [x] At neaps\n- [ ] At springs\n- [ ] On Sundays\n`,
  };
  test.each(Object.entries(forms))("keeps the author's hand: %s", (_, text) => {
    const now = textOf(text, "At springs");
    const signs = (words: string) => words.replace(/\[[ xX\u00a0]?\]/g, "");
    expect(signs(now)).toBe(signs(text));
    const before = [...text.matchAll(/\[[ xX\u00a0]?\]/g)].map(([box]) => box);
    const after = [...now.matchAll(/\[[ xX\u00a0]?\]/g)].map(([box]) => box);
    expect(after.filter((box, at) => box !== before[at])).toHaveLength(2);
    expect(after[1]).toBe(text.includes("[X]") ? "[X]" : "[x]");
  });

  test("is not done where it stands so already, or where no box stands", () => {
    expect(moved(plain, ["At neaps"]).kind).toBe("already");
    const entity = plain.replace("- [ ] At springs", "- &#91; ] At springs");
    expect(moved(entity, ["At springs"]).kind).toBe("no marks");
    const bold = "# Tides\n\n## When is the water highest of all?\n\n**At springs** - the moon pulls.\n";
    const [question] = parseNotes({ path: "a.md", text: bold }).questions;
    expect(question && moveMarks({ path: "a.md", text: bold }, question, ["At springs"]).kind).toBe(
      "no marks",
    );
  });

  test("is not done where it would leave no key, or words that are no option", () => {
    const [question] = parseNotes({ path: "tides.md", text: plain }).questions;
    expect(question && moveMarks({ path: "tides.md", text: plain }, question, ["At noon"]).kind).toBe(
      "no marks",
    );
  });
});

describe("the diff", () => {
  const names = [
    "tides.md",
    "sea/tides.md",
    "a sea/high tides.md",
    "søen/tidevand.md",
    'the "sea".md',
    "x\ty.md",
  ];
  const texts = {
    plain,
    windows: plain.replaceAll("\n", "\r\n"),
    cut: plain.slice(0, -1),
    marked: `\ufeff${plain}`,
  };
  const cases = names.flatMap((name) =>
    Object.entries(texts).map(([kind, text]) => [name, kind, text] as const),
  );

  test.each(cases)("of %j, %s, is taken by git and by patch, byte for byte", (name, _, text) => {
    const mark = text.startsWith("\ufeff") ? "\ufeff" : "";
    const body = text.slice(mark.length);
    const after = mark + textOf(body, "At springs");
    const twice = mark + textOf(after.slice(mark.length), "In the middle");
    for (const [from, to] of [
      [text, after],
      [text, twice],
    ] as const) {
      const diff = unifiedDiff(name, from, to);
      for (const take of takers) expect(take(name, from, diff)).toBe(to);
    }
  });

  test("of nothing is nothing", () => {
    expect(unifiedDiff("a.md", plain, plain)).toBe("");
  });

  test("of changes that lie apart has a hunk for each, of near ones a hunk for all", () => {
    expect(unifiedDiff("a.md", plain, textOf(plain, "At springs")).match(/^@@/gm)).toHaveLength(1);
    const twice = textOf(textOf(plain, "At springs"), "In the middle");
    expect(unifiedDiff("a.md", plain, twice).match(/^@@/gm)).toHaveLength(2);
  });
});

function laid(folder: string, name: string, text: string): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** In a repository that is the folder of the notes. */
function byGit(name: string, text: string, diff: string): string {
  const folder = scratchFolder();
  const file = laid(folder, name, text);
  execFileSync("git", ["init", "-q"], { cwd: folder });
  execFileSync("git", ["apply"], { cwd: folder, input: diff, stdio: ["pipe", "pipe", "pipe"] });
  return readFileSync(file, "utf8");
}

/** In a repository in which the notes lie in a folder. */
function byGitFromAbove(name: string, text: string, diff: string): string {
  const folder = scratchFolder();
  const file = laid(join(folder, "our notes"), name, text);
  execFileSync("git", ["init", "-q"], { cwd: folder });
  const args = ["apply", "--directory=our notes"];
  execFileSync("git", args, { cwd: folder, input: diff, stdio: ["pipe", "pipe", "pipe"] });
  return readFileSync(file, "utf8");
}

function byPatch(name: string, text: string, diff: string): string {
  const folder = scratchFolder();
  const file = laid(folder, name, text);
  execFileSync("patch", ["-p1", "-s", "-d", folder], { input: diff, stdio: ["pipe", "pipe", "pipe"] });
  return readFileSync(file, "utf8");
}

const hasPatch = spawnSync("patch", ["--version"]).status === 0;
const takers = [byGit, byGitFromAbove, ...(hasPatch ? [byPatch] : [])];
