import { execFile, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { check } from "../../src/cli-check.js";
import { exportNotes } from "../../src/cli-export.js";

let folder: string;
const good =
  "# Knots\n\n## Two ropes\n\nWhich two knots join them?\n\n- [x] Sheet bend\n- [ ] Bowline\n- [x] Reef knot\n\nWhy: they hold.\n";
const scene = "## Wind\n\n> Prompt: it blows\n\n- reef early\n\n### Questions\n\n- When?\n- Nothing else.\n";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cuecard-cli-"));
  mkdirSync(join(folder, "sea"));
  writeFileSync(join(folder, "sea", "knots.md"), good);
  writeFileSync(join(folder, "wind, 100%.md"), scene);
  writeFileSync(join(folder, "bad.md"), "## A\n\nWhich?\n\n- [ ] a\n- [ ] b\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function written(run: (write: (words: string) => Promise<void>) => Promise<unknown>) {
  let words = "";
  const result = await run(async (more) => {
    words += more;
  });
  return { words, result };
}

describe("export", () => {
  test("writes the questions and problems in the shape that others read", async () => {
    const { words } = await written((write) => exportNotes([folder], write));
    const { questions, problems } = JSON.parse(words);
    expect(questions).toEqual([
      {
        id: "sea/knots/two-ropes",
        topic: "sea/knots",
        kind: "choice",
        prompt: "Which two knots join them?",
        options: [
          { text: "Sheet bend", correct: true, origin: "authored" },
          { text: "Bowline", correct: false, origin: "authored" },
          { text: "Reef knot", correct: true, origin: "authored" },
        ],
        answer: "Sheet bend + Reef knot",
        explanation: "they hold.",
        notes: [],
        source: { file: "sea/knots.md", line: 3 },
        from: "options",
      },
      {
        ...{
          id: "wind-100/wind/it-blows",
          topic: "wind-100/wind",
          kind: "recall",
          prompt: "it blows",
          options: null,
        },
        ...{ answer: null, explanation: null, notes: ["reef early"], from: "scenario" },
        source: { file: "wind, 100%.md", line: 3 },
      },
      {
        ...{
          id: "wind-100/wind/when",
          topic: "wind-100/wind",
          kind: "recall",
          prompt: "When?",
          options: null,
        },
        ...{ answer: null, explanation: null, notes: ["reef early"], from: "recall list" },
        source: { file: "wind, 100%.md", line: 9 },
      },
    ]);
    expect(problems.map(Object.keys)).toEqual(Array(3).fill(["file", "line", "severity", "code", "message"]));
  });
});

describe("check", () => {
  test.each(["/nowhere/to/be found", "nowhere/to/be found", "nowhere"])(
    "names a path that is not there as it was given: %s",
    async (path) => {
      const { words, result } = await written((write) => check([path], "text", write));
      expect(words).toMatch(new RegExp(`^${path}:1  error  There is no such file or folder`));
      expect(result).toBe(1);
    },
  );

  test("names each place from where one stands, sums up, and fails on errors", async () => {
    const { words, result } = await written((write) => check([folder], "text", write));
    const lines = words.trimEnd().split("\n");
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/bad\.md:5 {2}error {2}No option is marked as right, .+\.$/);
    expect(lines[0]?.startsWith(folder)).toBe(true);
    expect(lines[3]).toBe("3 questions in 3 files: 1 error, 1 warning, 1 left out on purpose.");
    expect(result).toBe(1);
  });

  test("passes with warnings, and with several paths", async () => {
    const paths = [join(folder, "sea"), join(folder, "wind, 100%.md")];
    const { words, result } = await written((write) => check(paths, "text", write));
    expect(words).toContain(`${join(folder, "wind, 100%.md")}:3  warning  `);
    expect(result).toBe(0);
  });

  test("writes annotations whose signs are escaped", async () => {
    const { words } = await written((write) => check([folder], "github", write));
    expect(words).toContain("wind%2C 100%25.md,line=3,title=no-answer::No answer is known");
    expect(words).toMatch(/^::error file=.+bad\.md,line=5,title=no-right-option::/m);
    expect(words).toMatch(/^::notice file=/m);
  });

  test("counts a file that is left out whole beside those that were read", async () => {
    writeFileSync(join(folder, "sea", "how.md"), "---\nskip: true\n---\n\n# How\n");
    const { words } = await written((write) => check([join(folder, "sea")], "text", write));
    rmSync(join(folder, "sea", "how.md"));
    expect(words).toContain(
      "\n1 question in 1 file (1 more left out whole): 0 errors, 0 warnings, 1 left out",
    );
  });

  test("fails where a path is missing", async () => {
    expect((await written((write) => check([join(folder, "gone")], "text", write))).result).toBe(1);
  });
});

describe("the built command", () => {
  const cli = "dist/cli.js";
  test("exits with 1 on errors and says nothing on standard error", async () => {
    const run = promisify(execFile)("node", [cli, "check", folder]);
    await expect(run).rejects.toMatchObject({ code: 1, stderr: "" });
  });

  test.each([
    ["export of a path that is not there", ["export", "nowhere.md"], /nowhere\.md/, ""],
    [
      "a manifest that there is none of",
      ["manifest", "discord"],
      /^$/,
      "There is no manifest for discord: only for slack.\n",
    ],
  ])("ends with 1 and one plain word: %s", async (_what, words, said, told) => {
    const run = promisify(execFile)("node", [cli, ...words]);
    await expect(run).rejects.toMatchObject({ code: 1, stdout: expect.stringMatching(said), stderr: told });
  });

  test.each(["check", "export"])(
    "%s reads the notes that the bot is started with, where no path is given",
    async (word) => {
      const env = { ...process.env, CUECARD_NOTES: join(folder, "sea") };
      const { stdout } = await promisify(execFile)("node", [cli, word], { env });
      expect(stdout).toMatch(/^1 question in 1 file:|knots\/two-ropes/);
    },
  );

  test("lives when its reader leaves early", async () => {
    const many = Array.from({ length: 3000 }, (_, nth) => good.replaceAll("Two ropes", `Ropes ${nth}`)).join(
      "\n",
    );
    writeFileSync(join(folder, "sea", "many.txt"), many);
    const run = spawn("node", [cli, "export", join(folder, "sea")]);
    let errors = "";
    run.stderr.on("data", (words) => {
      errors += words;
    });
    run.stdout.once("data", () => run.stdout.destroy());
    const code = await new Promise((done) => run.on("close", done));
    rmSync(join(folder, "sea", "many.txt"));
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
  });
});
