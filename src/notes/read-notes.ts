import type { Dirent, Stats } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import type { NotesFile } from "./parse-notes.js";
import type { Problem } from "./problem.js";
import type { BundledTerms, TermsFile } from "./terms-file.js";

/** What lies below a path: notes, and the `terms.yaml` beside them. */
export type NotesFolder = {
  readonly files: readonly NotesFile[];
  readonly terms: readonly NotesFile[];
  readonly problems: readonly Problem[];
};

/**
 * The notes below a path, by name; a file may have any ending, a folder's are `.md`, `.markdown` and `.txt`. Only
 * regular files below the root, at most 2 MB each and 64 MB together; one that fails is a problem and leaves the others.
 */
export async function readNotes(path: string): Promise<NotesFolder> {
  const walk: Walk = { root: "", files: [], terms: [], problems: [], bytes: 0 };
  try {
    const real = await realpath(path);
    const kind = await stat(real);
    if (kind.isDirectory()) {
      walk.root = real;
      await readFolder("", walk);
    } else {
      await readRegular(real, basename(path), walk);
      const beside = join(dirname(real), "terms.yaml");
      if (walk.files.length > 0 && (await stat(beside).catch(() => null)))
        await readRegular(beside, "terms.yaml", walk);
    }
  } catch (error) {
    refuse(walk, path, "missing", `${reasonOf(error)}. Check the path.`);
  }
  return { files: walk.files, terms: walk.terms, problems: walk.problems };
}

/** The terms that come with Cuecard: in its own folder `questions`, wherever it is started. */
export function readBundledTerms(): Promise<BundledTerms> {
  bundled ??= Promise.all([
    readFile(new URL(`../../${bundledPath}`, import.meta.url), "utf8").catch(() => ""),
    readFile(new URL("./bundled-terms.json", import.meta.url), "utf8").catch(() => "null"),
  ]).then(([text, built]) => {
    const { text: of, read } = (JSON.parse(built) ?? {}) as Partial<Built>;
    return { path: bundledPath, text, ...(read && of === text ? { read } : {}) };
  });
  return bundled;
}

/** What the build leaves beside this file: reading YAML takes longer than all the rest of a start. */
export type Built = { readonly text: string; readonly read: TermsFile };

const bundledPath = "questions/terms.yaml";

/** Read once: it is part of the program, though a team that has notes of its own may have thrown it away. */
let bundled: Promise<BundledTerms> | undefined;

const mega = 1024 * 1024;
const largestFile = 2 * mega;
const largestBank = 64 * mega;

type Walk = {
  root: string;
  readonly files: NotesFile[];
  readonly terms: NotesFile[];
  readonly problems: Problem[];
  bytes: number;
};

/** `folder` lies below the root, with forward slashes; empty for the root itself. */
async function readFolder(folder: string, walk: Walk): Promise<void> {
  const entries = await readdir(join(walk.root, folder), { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (isPassedOver(entry.name)) continue;
    try {
      await readEntry(entry, path, walk);
    } catch (error) {
      refuse(walk, path, "unreadable", `${reasonOf(error)}. Make it readable, or remove it.`);
    }
  }
}

async function readEntry(entry: Dirent, path: string, walk: Walk): Promise<void> {
  const full = join(walk.root, path);
  if (entry.isDirectory()) return readFolder(path, walk);
  if (!entry.isSymbolicLink()) return isRead(path) ? readRegular(full, path, walk) : undefined;
  const real = await realpath(full);
  const kind = await stat(real);
  if (!kind.isDirectory() && !isRead(path)) return;
  const inside = relative(walk.root, real);
  if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
    return refuse(
      walk,
      path,
      "link-out",
      "This link leads out of the notes' folder, so it is not followed. Copy the file here.",
    );
  }
  if (inside.split(sep).some(isPassedOver))
    return kind.isDirectory() ? readFolder(path, walk) : readRegular(real, path, walk);
  if (kind.isDirectory() || isRead(inside)) {
    return refuse(
      walk,
      path,
      "link",
      "This link leads to notes that are read at their own place; nothing needs doing.",
      "info",
    );
  }
  return readRegular(real, path, walk);
}

async function readRegular(full: string, path: string, walk: Walk): Promise<void> {
  const kind = await stat(full);
  const fault = sizeFault(kind, walk);
  if (fault) return refuse(walk, path, fault.code, fault.message);
  walk.bytes += kind.size;
  const text = decode(await readFile(full));
  if (text === null) return refuse(walk, path, "encoding", "The file is not UTF-8. Save it as UTF-8 text.");
  if (text.includes("\0"))
    return refuse(
      walk,
      path,
      "nul",
      "The file holds NUL bytes, as programs and pictures do. Save it as UTF-8 text.",
    );
  const file = text.startsWith(byteOrder) ? { path, text: text.slice(1), mark: byteOrder } : { path, text };
  (isTerms(path) ? walk.terms : walk.files).push(file);
}

function sizeFault(kind: Stats, walk: Walk): { readonly code: string; readonly message: string } | null {
  if (!kind.isFile())
    return {
      code: "not-a-file",
      message: "This is no regular file, so it is not read. Put a text file in its place.",
    };
  if (kind.size > largestFile)
    return { code: "file-size", message: "The file is larger than 2 MB, so it is not read. Divide it." };
  if (walk.bytes + kind.size > largestBank) {
    return {
      code: "bank-size",
      message: "The notes together are larger than 64 MB, so this file is not read. Leave some out.",
    };
  }
  return null;
}

const byteOrder = "\ufeff";

/** Null where the bytes are not UTF-8. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function isPassedOver(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}

function isRead(path: string): boolean {
  return /\.(?:md|markdown|txt)$/i.test(path) || isTerms(path);
}

function isTerms(path: string): boolean {
  return basename(path) === "terms.yaml";
}

function refuse(
  walk: Walk,
  file: string,
  code: string,
  message: string,
  severity: "error" | "info" = "error",
): void {
  walk.problems.push({ file, line: 1, severity, code, message });
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return "There is no such file or folder";
  if (code === "EACCES" || code === "EPERM") return "It may not be read";
  if (code === "ELOOP") return "Its links run in a circle";
  return `It cannot be read (${code || String(error)})`;
}

/** Names, sizes and times of all that would be read: two equal stamps are the same notes. Never throws. */
export async function stampNotes(path: string): Promise<string> {
  const names = await readdir(path, { recursive: true }).catch(() => ["", "../terms.yaml"]);
  const stamps = names.sort().map(async (name) => {
    const found = await stat(join(path, name)).catch(() => null);
    return found === null || found.isDirectory() ? "" : `${name} ${found.size} ${found.mtimeMs}`;
  });
  return (await Promise.all(stamps)).join("\n");
}
