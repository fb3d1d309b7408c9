import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Question } from "./core/question.js";
import { parseBank } from "./notes/parse-notes.js";
import type { Problem } from "./notes/problem.js";
import { readNotes } from "./notes/read-notes.js";

/** The questions of some paths; `placeOf` turns a file's name in the notes into a path from here. */
export type Loaded = {
  readonly questions: readonly Question[];
  readonly problems: readonly Problem[];
  readonly files: number;
  readonly placeOf: (file: string) => string;
};

/** Reads and parses. Files are named from their path if there is one, and as they were typed if there are several. */
export async function loadNotes(paths: readonly string[]): Promise<Loaded> {
  const slow = setTimeout(() => process.stderr.write("Reading the notes …\n"), 1000);
  const places = new Map<string, string>();
  const read = await Promise.all(paths.map((path) => readPath(path, paths.length === 1, places)));
  const { questions, problems } = parseBank(read.flatMap(({ files }) => files));
  clearTimeout(slow);
  return {
    questions,
    problems: [...read.flatMap((one) => one.problems), ...problems],
    files: read.reduce((sum, { files }) => sum + files.length, 0),
    placeOf: (file) => places.get(file) ?? file,
  };
}

async function readPath(path: string, alone: boolean, places: Map<string, string>) {
  const isFolder = await stat(path).then(
    (kind) => kind.isDirectory(),
    () => false,
  );
  const { files, problems } = await readNotes(path);
  const placed = (file: string) => (isFolder ? join(path, file) : path).replaceAll("\\", "/");
  const named = (file: string) => {
    const name = alone ? file : placed(file);
    places.set(name, placed(file));
    return name;
  };
  return {
    files: files.map((file) => ({ ...file, path: named(file.path) })),
    problems: problems.map((problem) => ({ ...problem, file: named(problem.file) })),
  };
}
