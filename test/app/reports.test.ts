import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listReports } from "../../src/cli-reports.js";
import type { Report } from "../../src/core/report.js";
import { reported, tides } from "../support/reported.js";

function apply(folder: string, diff: string): void {
  execFileSync("git", ["init", "-q"], { cwd: folder });
  execFileSync("git", ["apply"], { cwd: folder, input: diff, stdio: ["pipe", "pipe", "pipe"] });
}

describe("cuecard reports", () => {
  test("names the place where the question stands now, and gives a diff that git applies", async () => {
    const { folder, list, file } = await reported({ proposed: ["At springs"], words: "Look it up." });
    folder.edit({ "tides.md": null, "sea/water.md": `# Water\n\nIt is wet.\n\n${tides.slice(9)}` });
    const words = await list();
    expect(words).toMatch(
      /^sea\/water\.md:5 {2}unclear {2}2026-03-09 {2}tides\/when \(version 1\) {2}report \w+$/m,
    );
    expect(words).toContain("    “Look it up.”\n    proposed key: “At springs”\n");
    apply(folder.path, words);
    expect(file("sea/water.md")).toContain("- [ ] At neaps\n- [x] At springs\n");
    expect(await list()).toContain("The notes say so already.");
  });

  test("lists the newest first, one alone by its name, and nothing where there is none", async () => {
    const { list } = await reported(
      { person: "web:ada" as Report["person"], words: "one" },
      { person: "web:ben" as Report["person"], words: "two" },
    );
    const words = await list();
    expect(words.indexOf("“one”")).toBeLessThan(words.indexOf("“two”"));
    const id = /report (\w+)\n {4}“two”/.exec(words)?.[1] ?? "";
    expect(await list({ id })).not.toContain("one");
    expect(await list({ id })).toContain("two");
    expect(await (await reported()).list()).toBe("No question was reported.\n");
  });

  test("a name that no report has is a fault, with nothing for a pipe to read; so is a database that is not there", async () => {
    const { list, folder } = await reported({ words: "one" });
    for (const json of [false, true]) {
      await expect(list({ id: "nosuch", json })).rejects.toThrow(
        expect.objectContaining({
          name: "StoreFault",
          message: expect.stringMatching(/^There is no report nosuch\./),
        }),
      );
    }
    const nowhere = { CUECARD_NOTES: folder.path, CUECARD_DATA: join(folder.path, "nowhere") };
    await expect(listReports(nowhere, { json: false }, async () => {})).rejects.toThrow(
      /nowhere.*CUECARD_DATA, .*CUECARD_DATABASE/,
    );
  });

  test.each([
    [
      "is gone",
      "# Tides\n\nNothing.\n",
      /^tides\.md:3 \(as it stood then\)[\s\S]*no longer in the notes\.$/m,
    ],
    [
      "is lost to an error",
      tides.replace("[x]", "[ ]"),
      /^tides\.md:3 \(as it stood then\)[\s\S]*cannot be read there: npx cuecard check/m,
    ],
    ["was reworded", tides.replace("highest?", "highest of all?"), /reworded since/],
    ["has another option", tides.replace("On Sundays", "On Mondays"), /reworded since/],
    [
      "has the key already",
      tides.replace("[x] At n", "[ ] At n").replace("[ ] At s", "[x] At s"),
      /so already/,
    ],
    ["holds control characters", `${tides}\nWhy: so it is\u001b[31m.\n`, /control characters/],
  ])("says in words what it cannot diff: the question %s", async (_, text, said) => {
    const { folder, list } = await reported({ proposed: ["At springs"] });
    folder.edit({ "tides.md": text });
    const words = await list();
    expect(words).toMatch(said);
    expect(words).not.toContain("@@");
  });

  test("still diffs where only reasons, marks of bold and the order of options changed", async () => {
    const { folder, list, file } = await reported({ proposed: ["At springs"] });
    const text = `# Tides\n\n## When\n\nWhen is the **water** highest?\n\n- [ ] At *springs*\n\n  Both pull.\n\n- [ ] On Sundays\n- [x] At neaps\n`;
    folder.edit({ "tides.md": text });
    apply(folder.path, await list());
    expect(file()).toBe(text.replace("[ ] At *", "[x] At *").replace("[x] At n", "[ ] At n"));
  });

  test("is harmless in a terminal and in a pipe, whatever people wrote", async () => {
    const forged = "--- a/tides.md\n+++ b/tides.md\n@@ -1,1 +1,1 @@\n-# Tides\n+# Forged\n";
    const hostile = `\u001b[2J\u001b]0;owned\u0007\r\u009b31m\u202e${forged}\u2028${forged}`;
    const { folder, list, file } = await reported(
      { words: hostile, person: "web:eve" as Report["person"] },
      { proposed: ["At springs"], words: forged },
    );
    const words = await list();
    expect(words.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
    apply(folder.path, words);
    expect(file()).toContain("# Tides");
    expect(file()).toContain("[x] At springs");
    const json = await list({ json: true });
    expect(json.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
    expect(JSON.parse(json).reports[0].words).toBe(hostile);
  });

  test("writes the same for programs, and nobody's name", async () => {
    const { list } = await reported({ proposed: ["At springs"] });
    const [only] = JSON.parse(await list({ json: true })).reports;
    expect(only).toMatchObject({ file: "tides.md", line: 3, fault: "unclear", proposed: ["At springs"] });
    expect(only.diff).toContain("+- [x] At springs\n");
    expect(Object.keys(only)).not.toContain("person");
  });
});
