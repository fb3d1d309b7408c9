import { expect, test } from "vitest";
import { loadBank } from "../../src/app/load-bank.js";
import { plain } from "../../src/core/prose.js";
import { noTerms } from "../../src/core/terms.js";
import { parseBank } from "../../src/notes/parse-notes.js";
import { anApp } from "../support/app.js";

const text = `# Radio

- The set is cheap to run.
- The beacon sends for two days.

### Questions

- How long does the EPIRB send?
- What has a low cost?
`;
const named = {
  ...noTerms,
  terms: [{ name: "EPIRB", aliases: ["beacon"] }],
  synonyms: [["cheap", "low cost"]],
};

test("lines in another order are the same question in the same version, and the bank holds the new order", async () => {
  const app = await anApp();
  const files = [{ path: "radio.md", text }];
  const first = () =>
    app.bank.now.entries.map(
      ({ question: { form } }) => form.kind === "recall" && plain(form.lines[0] ?? []),
    );
  const changed = async (questions: ReturnType<typeof parseBank>["questions"]) => {
    const change = await loadBank(app, questions, app.clock());
    return [change.added.length, change.changed.length, change.retired.length];
  };
  expect(await changed(parseBank(files).questions)).toEqual([2, 0, 0]);
  expect(first()).toEqual(["The set is cheap to run.", "The set is cheap to run."]);
  expect(await changed(parseBank(files, named).questions)).toEqual([0, 0, 0]);
  expect(first()).toEqual(["The beacon sends for two days.", "The set is cheap to run."]);
  expect(app.bank.now.entries.map(({ version }) => version)).toEqual([1, 1]);
});
