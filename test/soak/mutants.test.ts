import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Mutant, mutate, variable } from "./mutant.js";
import { dailyMutants } from "./mutants-daily.js";
import { memberMutants } from "./mutants-members.js";
import { notesMutants } from "./mutants-notes.js";
import { storeMutants } from "./mutants-store.js";

const mutants: readonly Mutant[] = [...memberMutants, ...dailyMutants, ...notesMutants, ...storeMutants];
type Report = {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly title: string }[];
  }[];
};

test("every break has one place in the rules, and every test has three at least", () => {
  const places = mutants.filter((mutant) => mutate(readFileSync(mutant.file, "utf8"), mutant) === "");
  expect(places).toEqual([]);
  const few = mutants.filter(({ test }) => mutants.filter((other) => other.test === test).length < 3);
  expect(few).toEqual([]);
});

test("the rules as they are break none of these tests", async () => {
  const report = await runVitest([...new Set(mutants.map((mutant) => mutant.test))], {});
  const results = report.testResults.flatMap((file) => file.assertionResults);
  expect(results.filter((result) => result.status !== "passed")).toEqual([]);
  expect(results.length).toBeGreaterThan(100);
});

describe("a test that is worth its name fails when its rule is broken", { concurrent: true }, () => {
  for (const mutant of mutants) {
    test(`${mutant.breaks} (${mutant.file})`, async ({ expect }) => {
      const report = await runVitest([mutant.test], { [variable]: JSON.stringify(mutant) });
      const results = report.testResults.flatMap((file) => file.assertionResults);
      expect(results.length).toBeGreaterThan(0);
      expect(
        results.filter((result) => result.status === "failed").map((result) => result.title),
      ).not.toEqual([]);
    });
  }
});

/** A vitest of its own, so that no module is shared. */
function runVitest(files: readonly string[], environment: Readonly<Record<string, string>>): Promise<Report> {
  const options = ["run", ...files, "--project", "unit", "--bail", "1", "--reporter", "json"];
  const child = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", ...options], {
    env: { ...process.env, ...environment },
    timeout: 300_000,
    stdio: ["ignore", "pipe", "pipe"],
  });
  return new Promise((resolve, reject) => {
    let [said, troubled] = ["", ""];
    child.stdout.on("data", (part) => {
      said += part;
    });
    child.stderr.on("data", (part) => {
      troubled += part;
    });
    child.on("error", reject);
    child.on("close", () => {
      const start = said.indexOf("{");
      if (start < 0) reject(new Error(`no report: ${said} ${troubled}`));
      else resolve(JSON.parse(said.slice(start)) as Report);
    });
  });
}
