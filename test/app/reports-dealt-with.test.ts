import { describe, expect, test } from "vitest";
import { recognise } from "../../src/core/identity.js";
import type { Report } from "../../src/core/report.js";
import { parseBank } from "../../src/notes/parse-notes.js";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import { at } from "../core/things.js";
import { reported, tides } from "../support/reported.js";

describe("cuecard reports, of what is dealt with", () => {
  test.each([
    ["stands as it stood", (text: string) => `Low.\n\n${text}`, null],
    ["says why", (text: string) => `${text}\nWhy: both pull.\n`, "The question was changed since."],
    ["asks otherwise", (text: string) => text.replace("is the", "is sea"), "The question was changed since."],
    ["is gone", () => "# Tides\n\nNothing.\n", "The question is no longer in the notes."],
  ])("of a report without a key it is told too what became of the question: it %s", async (_, edit, note) => {
    const { folder, list } = await reported({ words: "Which sea?" });
    folder.edit({ "tides.md": edit(tides) });
    const words = await list();
    expect(words).toContain("“Which sea?”\n");
    expect(words.split("\n")[2]?.trim() || null).toBe(note);
    expect(JSON.parse(await list({ json: true })).reports[0].note).toBe(note);
  });

  test("notes that are not there do not make a question that is asked seem gone", async () => {
    const { folder, list } = await reported({ words: "Which sea?" });
    folder.edit({ "tides.md": null });
    expect(await list()).toContain("The notes as they lie cannot be read there");
  });

  test("a prompt put quite otherwise is known again though one with its options was retired, as the bot knows it", async () => {
    const { folder, list, database } = await reported({ words: "Which sea?" });
    const store = await openStore(database);
    for (const more of [tides.slice(9).replace("When\n\nWhen is the water", "Who\n\nWho sails"), ""]) {
      const { questions } = parseBank([{ path: "tides.md", text: tides + more }]);
      await store.syncBank(questions, at("2026-03-10T08:00:00Z"), recognise);
    }
    expect((await store.bank()).entries.map(({ retired }) => retired)).toEqual([false, true]);
    await store.close();
    const anew = "The hour\n\nAt which time is the water of the sea highest";
    folder.edit({ "tides.md": tides.replace("When\n\nWhen is the water highest", anew) });
    expect(await list()).toContain("The question was changed since.");
  });

  test("writes what was typed and is held to be right for programs too, and nobody's name", async () => {
    const { folder, list, database } = await reported();
    const store = await openStore(database);
    const question = (await store.bank()).entries[0]?.question.id as Report["question"];
    for (const who of ["web:ada", "web:ben"] as Report["person"][]) {
      await store.proposeAlias({ question, person: who, words: "nip tides", at: at("2026-03-10T10:00:00Z") });
    }
    await store.close();
    expect(JSON.parse(await list({ json: true }))).toEqual({
      reports: [],
      proposedNames: [
        {
          ...{ file: "tides.md", line: 3, question: "tides/when", answer: "At neaps", words: "nip tides" },
          ...{ people: 2, at: "2026-03-10T10:00:00.000Z", here: true, known: false },
        },
      ],
    });
    expect(await list()).toContain("“nip tides” for “At neaps”: if it is right, add it to terms.yaml");
    const field = "terms:\n  - [At neaps, nip tides]\n";
    folder.edit({ "tides.md": `It is wet.\n\n${tides}`, "terms.yaml": field });
    expect(await list()).toMatch(
      /^tides\.md:5 .*\n {4}“nip tides” for “At neaps”: the notes take it for right already$/m,
    );
    folder.edit({ "tides.md": "# Tides\n\nNothing.\n" });
    expect(await list()).toMatch(/^tides\.md:3 \(as it stood then\) {2}typed answer/m);
  });
});
