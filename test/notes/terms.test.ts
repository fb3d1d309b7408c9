import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../../src/cli-check.js";
import { parseTerms } from "../../src/notes/parse-terms.js";
import { formatProblem } from "../../src/notes/problem.js";
import { readBank } from "../../src/notes/read-bank.js";
import { readBundledTerms } from "../../src/notes/read-notes.js";
import { readTermsFile } from "../../src/notes/terms-file.js";
import { scratchFolder } from "../support/scratch.js";

const bundled = await readBundledTerms();

/** The terms with one file of a team's own; what is wrong with it. */
function withOwn(text: string, base = bundled) {
  const { terms, problems } = parseTerms(base, [{ path: "terms.yaml", text }]);
  const called = (name: string) => terms.terms.find((term) => [term.name, ...term.aliases].includes(name));
  return { terms, called, told: problems.map(formatProblem) };
}

describe("the bundled names", () => {
  test("are many, and nothing is wrong with them", () => {
    const { terms, problems } = parseTerms(bundled, []);
    expect(problems).toEqual([]);
    expect(terms.terms.length).toBeGreaterThan(350);
    expect(terms.families.length).toBeGreaterThan(90);
    expect(terms.terms.find(({ name }) => name === "SQS")?.aliases).toContain("Simple Queue Service");
  });

  test("are read at the build already, and as they are read here", () => {
    const built = readFileSync(new URL("../../dist/notes/bundled-terms.json", import.meta.url), "utf8");
    expect(JSON.parse(built)).toEqual({ text: bundled.text, read: readTermsFile(bundled) });
  });

  test("are found whatever folder the program is started from, and are no notes", async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, "tides.md"), "# Tides\n\n- They turn.\n\n### Questions\n\n- What turns?\n");
    const read = await readBank(folder);
    expect(read.terms.terms.length).toBeGreaterThan(350);
    expect(read.files.map(({ path }) => path)).toEqual(["tides.md"]);
    expect(read.problems).toEqual([]);
    const own = await readBank("questions");
    expect(own.terms).toEqual(read.terms);
    expect(own.problems.filter(({ file }) => file.includes("terms"))).toEqual([]);
  });

  test("may be gone: nothing is known then, and nothing fails", () => {
    expect(parseTerms({ path: "questions/terms.yaml", text: "" }, [])).toEqual({
      terms: { makers: [], terms: [], families: [], pairs: [], synonyms: [] },
      problems: [],
    });
  });
});

describe("a team's own names", () => {
  test("are added: new terms, other names of known ones, families, pairs, synonyms", () => {
    const { terms, called, told } = withOwn(
      "makers: [Harbour Office]\nterms:\n  - [Sluice, lock gate]\n  - Weir\n  - [sqs, the old queue]\n" +
        "families:\n  - [Sluice, Weir]\npairs:\n  - [ebb, flood]\nsynonyms:\n  - [quay, wharf]\n",
    );
    expect(told).toEqual([]);
    expect(called("Sluice")?.aliases).toEqual(["lock gate"]);
    expect(called("SQS")?.aliases).toEqual(expect.arrayContaining(["Simple Queue Service", "the old queue"]));
    expect(terms.families).toContainEqual(["Sluice", "Weir"]);
    expect(terms.pairs).toContainEqual(["ebb", "flood"]);
    expect(terms.synonyms).toContainEqual(["quay", "wharf"]);
    expect(terms.makers).toContain("Harbour Office");
  });

  test("win over bundled ones: a name is the team's, and a term that is left without its own falls away", () => {
    const { terms, called, told } = withOwn(
      "terms:\n  - [respiratory distress syndrome, RDS]\n  - [anterior cruciate ligament, NACL]\n",
    );
    expect(told).toEqual([]);
    expect(called("RDS")?.name).toBe("respiratory distress syndrome");
    expect(called("Relational Database Service")).toBeUndefined();
    expect(called("network ACL")?.aliases).not.toContain("NACL");
    expect(terms.families.flat()).not.toContain("RDS");
    expect(terms.families.flat()).toContain("network ACL");
  });

  test("are known by their first names in families, however a family writes them", () => {
    expect(withOwn("families:\n  - [simple queue services, sns]\n").terms.families).toContainEqual([
      "SQS",
      "SNS",
    ]);
  });
});

describe("what is wrong with them is told with its place and the cure, and the rest is read", () => {
  test.each<[string, string, string]>([
    [
      "a name of two terms",
      "terms:\n  - [Ebb, falling tide]\n  - Neap\n  - [Low water, Falling tides]\n",
      "4  error  “Falling tides” is a name of both “Ebb” (terms.yaml:2) and “Low water”. Leave it to one of them.",
    ],
    [
      "a term that is another's name",
      "terms:\n  - [Ebb, falling tide]\n  - [falling tide, fall]\n",
      "3  error  “falling tide” is a name of both “Ebb” (terms.yaml:2) and “falling tide”. Leave it to one of them.",
    ],
    [
      "a family of strangers",
      "families:\n  - [SQS, Sloop]\n",
      "2  warning  “Sloop” stands in a family and is no term.",
    ],
    [
      "an unknown word",
      "aliases:\n  - [SQS, queue]\n",
      "1  warning  `aliases` says nothing here. Write makers, terms,",
    ],
    [
      "a word misspelt",
      "familes:\n  - [SQS, SNS]\n",
      "1  warning  `familes` says nothing here. Did you mean `families`?",
    ],
    [
      "no list",
      "terms:\n  SQS: Simple Queue Service\n",
      "2  error  Under `terms` stands a list: `- [SQS, Simple Queue Service]`",
    ],
    ["a line that is no list", "terms:\n  - SQS: queue\n", "2  error  This line is no list of names:"],
    ["nothing where a name should be", "terms:\n  - [SQS, ~]\n", "2  error  A name is a few words"],
    ["a name of signs", "terms:\n  - [SQS, '???']\n", "2  error  A name is a few words"],
    ["a novel for a name", `terms:\n  - [SQS, ${"long ".repeat(40)}]\n`, "2  error  A name is a few words"],
    [
      "broken YAML",
      "terms:\n  - [SQS, queue\n  - SNS\n",
      "2  error  The terms are not read: a bracket `[` is not closed.",
    ],
    ["no mapping", "- SQS\n- SNS\n", "1  error  The terms are not read: it is no list of `key: value`."],
    [
      "an alias of YAML",
      "terms:\n  - &a [Ebb, falling tide]\n  - *a\n",
      "3  error  Anchors and aliases of YAML are not read here.",
    ],
    [
      "too many names in a line",
      `terms:\n  - [${Array.from({ length: 60 }, (_, at) => `ebb ${at}`).join(", ")}]\n`,
      "2  error  Only 50 names of a line are read.",
    ],
  ])("%s", (_, text, said) => {
    const { told, called } = withOwn(`${text}`);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^terms\.yaml:\d+ {2}/);
    expect(told[0]).toContain(said);
    expect(called("SNS")).toBeDefined();
  });

  test("a number is a name as it is written", () => {
    const { told, called } = withOwn("terms:\n  - [NFS port, 2049, 0x801]\n");
    expect(told).toEqual([]);
    expect(called("NFS port")?.aliases).toEqual(["2049", "0x801"]);
  });

  test.each<[string, string]>([
    ["a bomb", `a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nterms: [${"*c,".repeat(9)}*c]\n`],
    ["brackets in brackets", `terms: ${"[".repeat(50_000)}`],
    ["lists in lists", `terms:\n${"- ".repeat(40_000)}x`],
    ["lists in lists by tabs", `terms:\n${"-\t".repeat(40_000)}x`],
    ["more than is read", `terms:\n${"- a\n".repeat(60_000)}`],
    ["keys without end", Array.from({ length: 12_000 }, (_, at) => `k${at}:`).join("\n")],
    ["lines without end", `terms:\n${"a\n".repeat(49_000)}`],
    [
      "an indentation without end",
      `terms:\n${Array.from({ length: 400 }, (_, at) => `${" ".repeat(at)}a:`).join("\n")}`,
    ],
  ])("fault 44: %s is bounded, and told in few words", (_, text) => {
    const { told, called } = withOwn(text);
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThanOrEqual(100);
    expect(told.join("")).not.toContain("call stack");
    expect(Math.max(...told.map((line) => line.length))).toBeLessThan(500);
    expect(called("SQS")).toBeDefined();
  });
});

test("`check` tells them with the notes; so does a file that is checked alone, from the terms beside it", async () => {
  const folder = scratchFolder();
  mkdirSync(join(folder, "sea"));
  writeFileSync(join(folder, "sea/tides.md"), "## Tides\n\nWhich?\n\n- [x] Springs\n- [ ] Neaps\n");
  writeFileSync(join(folder, "sea/terms.yaml"), "terms:\n  - [Ebb, fall]\n  - [Low, fall]\n");
  for (const [path, place] of [
    [folder, "sea/terms.yaml"],
    [join(folder, "sea/tides.md"), "sea/terms.yaml"],
  ] as const) {
    let words = "";
    const code = await check([path], "text", async (more) => {
      words += more;
    });
    expect(words).toContain(`${join(folder, place)}:3  error  “fall” is a name of both “Ebb”`);
    expect(words).toContain("1 question in 1 file");
    expect(code).toBe(1);
  }
});
