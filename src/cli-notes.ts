import { stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type NotesFile, skippedFiles } from "./notes/parse-notes.js";
import { type BankRead, type LineOrder, parseFolders } from "./notes/read-bank.js";
import { type NotesFolder, readNotes } from "./notes/read-notes.js";

/** The questions of some paths; `placeOf` turns a file's name in the notes into a path from here. */
export type Loaded = BankRead & {
  /** Those that were read for questions, and those that are left out whole, as they say. */
  readonly files: number;
  readonly skipped: number;
  /** Whether a path is not there. */
  readonly missing: boolean;
  readonly placeOf: (file: string) => string;
};

/** Reads and parses. Files are named from their path if there is one, and as they were typed if there are several. */
export async function loadNotes(paths: readonly string[], order?: LineOrder): Promise<Loaded> {
  const slow = setTimeout(() => process.stderr.write("Reading the notes …\n"), 1000);
  const places = new Map<string, string>();
  const read = await Promise.all(paths.map((path) => readPath(path, paths.length === 1, places)));
  const bank = await parseFolders(read, order);
  clearTimeout(slow);
  const skipped = skippedFiles(bank.problems);
  return {
    ...bank,
    ...{ skipped, files: read.reduce((sum, { files }) => sum + files.length, -skipped) },
    missing: bank.problems.some(({ code }) => code === "missing"),
    placeOf: (file) => places.get(file) ?? file,
  };
}

async function readPath(path: string, alone: boolean, places: Map<string, string>): Promise<NotesFolder> {
  const isFolder = await stat(path).then(
    (kind) => kind.isDirectory(),
    () => false,
  );
  const { files, terms, problems } = await readNotes(path);
  const folder = isFolder ? path : dirname(path);
  // A single file is named without its folder, and a path that is not there as it was given.
  const isPath = (file: string) => !isFolder && (file === basename(path) || file === path);
  const placed = (file: string) => (isPath(file) ? path : join(folder, file)).replaceAll("\\", "/");
  const named = (file: string) => {
    const name = alone ? file : placed(file);
    places.set(name, placed(file));
    return name;
  };
  const renamed = (file: NotesFile) => ({ ...file, path: named(file.path) });
  return {
    files: files.map(renamed),
    terms: terms.map(renamed),
    problems: problems.map((problem) => ({ ...problem, file: named(problem.file) })),
  };
}
