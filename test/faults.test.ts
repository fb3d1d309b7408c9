import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const rows = [...readFileSync("test/faults.md", "utf8").matchAll(/^\| (\d+) \|/gm)].map((match) =>
  Number(match[1]),
);

const named = new Set(
  readdirSync("test", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => [...readFileSync(`test/${name}`, "utf8").matchAll(/["'`]faults? ([\d, and]+)/gi)])
    .flatMap((match) => [...(match[1] ?? "").matchAll(/\d+/g)].map(Number)),
);

test("no fault is without a test that bears its number", () => {
  expect(rows.length).toBeGreaterThan(50);
  expect(rows.filter((row) => !named.has(row))).toEqual([]);
});
