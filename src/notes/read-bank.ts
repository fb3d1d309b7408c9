import type { Question } from "../core/question.js";
import type { Terms } from "../core/terms.js";
import { type NotesFile, parseBank } from "./parse-notes.js";
import { parseTerms } from "./parse-terms.js";
import type { Problem } from "./problem.js";
import { type NotesFolder, readBundledTerms, readNotes } from "./read-notes.js";

/** What notes say: their questions, the names of their field, and what an author should look at. */
export type BankRead = {
  readonly questions: readonly Question[];
  readonly terms: Terms;
  readonly problems: readonly Problem[];
};

/** Reads and parses all that lies below a path. */
export async function readBank(path: string): Promise<BankRead & { readonly files: readonly NotesFile[] }> {
  const folder = await readNotes(path);
  return { ...(await parseFolders([folder])), files: folder.files };
}

/** How the lines of a recall question are kept; a check of the notes needs no order. */
export type LineOrder = "best first" | "as they stand";

/** The one bank of some folders that are read. */
export async function parseFolders(
  folders: readonly NotesFolder[],
  order: LineOrder = "best first",
): Promise<BankRead> {
  const named = parseTerms(
    await readBundledTerms(),
    folders.flatMap(({ terms }) => terms),
  );
  const bank = parseBank(
    folders.flatMap(({ files }) => files),
    order === "best first" ? named.terms : undefined,
  );
  const problems = [...folders.flatMap((folder) => folder.problems), ...named.problems, ...bank.problems];
  return { questions: bank.questions, terms: named.terms, problems };
}
