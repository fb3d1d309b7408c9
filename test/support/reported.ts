import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listReports } from "../../src/cli-reports.js";
import { recognise } from "../../src/core/identity.js";
import type { Report } from "../../src/core/report.js";
import { parseBank } from "../../src/notes/parse-notes.js";
import { readNotes } from "../../src/notes/read-notes.js";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import { aReport, at } from "../core/things.js";
import { notesFolder } from "./notes-folder.js";
import { scratchFolder } from "./scratch.js";

export const tides = `# Tides

## When

When is the water highest?

- [x] At neaps
- [ ] At springs
- [ ] On Sundays
`;

/** Notes that were read once, and what was then reported of their question. */
export async function reported(...said: readonly Partial<Report>[]) {
  const folder = notesFolder({ "tides.md": tides });
  const database = join(scratchFolder(), "bot.db");
  const store = await openStore(database);
  const { questions } = parseBank((await readNotes(folder.path)).files);
  await store.syncBank(questions, at("2026-03-09T08:00:00Z"), recognise);
  for (const [nth, one] of said.entries()) {
    const when = new Date(Date.parse("2026-03-09T10:00:00Z") - nth * 60_000);
    const id = questions[0]?.id;
    if (id) await store.report(aReport({ question: id, file: "tides.md", line: 3, at: when, ...one }));
  }
  await store.close();
  const list = async (wishes: { json?: boolean; id?: string } = {}) => {
    let written = "";
    const env = { CUECARD_NOTES: folder.path, CUECARD_DATABASE: database };
    await listReports(env, { json: false, ...wishes }, async (words) => {
      written += words;
    });
    return written;
  };
  const file = (name = "tides.md") => readFileSync(join(folder.path, name), "utf8");
  return { folder, list, file, database };
}
