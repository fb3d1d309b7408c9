import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { breaches, type SourceFile } from "./support/walls.js";

const sources: readonly SourceFile[] = ["src", "test"].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${root}/${name.replaceAll("\\", "/")}`)
    .map((path) => ({ path, text: readFileSync(path, "utf8") })),
);

describe("the walls of the house", () => {
  test("stand", () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(breaches(sources)).toEqual([]);
  });

  const planted: Readonly<Record<string, SourceFile>> = {
    "core imports a library": { path: "src/core/x.ts", text: 'import { z } from "zod";\n' },
    "core imports a platform by type": {
      path: "src/core/x.ts",
      text: 'import type { A } from "../app/app.js";\n',
    },
    "a platform looks into core": {
      path: "src/platforms/web/x.ts",
      text: 'import { rank } from "../../core/leaderboard.js";\n',
    },
    "a platform looks at another": {
      path: "src/platforms/web/x.ts",
      text: 'import { y } from "../slack/y.js";\n',
    },
    "a deed opens the database": {
      path: "src/app/x.ts",
      text: 'import { openStore } from "../store/sqlite/sqlite-store.js";\n',
    },
    "a view imports when it is called": { path: "src/views/x.ts", text: 'const y = await import("hono");\n' },
    "the clock in a rule": { path: "src/core/x.ts", text: "export const now = new Date();\n" },
    "the dice in a view": { path: "src/views/x.ts", text: "export const luck = Math.random();\n" },
    "the environment in a store": { path: "src/store/x.ts", text: "export const y = process.env.HOME;\n" },
    "a default export": { path: "src/core/x.ts", text: "export default 1;\n" },
    "a barrel": { path: "src/core/index.ts", text: 'export { y } from "./y.js";\n' },
    "a file of 201 lines": { path: "test/x.ts", text: "// a line\n".repeat(201) },
  };
  for (const [name, file] of Object.entries(planted)) {
    test(`a planted breach is seen: ${name}`, () => {
      expect(breaches([file])).not.toEqual([]);
    });
  }

  test("a planted circle is seen", () => {
    const files = [
      { path: "src/core/a.ts", text: 'import { b } from "./b.js";\n' },
      { path: "src/core/b.ts", text: 'import { a } from "./a.js";\n' },
    ];
    expect(breaches(files)).toEqual([expect.stringContaining("a circle")]);
  });

  test("what is allowed passes", () => {
    const file = {
      path: "src/app/x.ts",
      text: 'import type { Store } from "../store/store.js";\n// new Date() stays outside\n',
    };
    expect(breaches([file])).toEqual([]);
  });
});
