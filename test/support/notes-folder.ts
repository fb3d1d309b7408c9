import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { scratchFolder } from "./scratch.js";
import type { Notes } from "./stage.js";

/** Notes that may be edited: a folder of their own. */
export function notesFolder(notes: Notes): { readonly path: string; edit(files: Notes): void } {
  const path = scratchFolder();
  const edit = (files: Notes) => {
    for (const [name, text] of Object.entries(files)) {
      const file = join(path, name);
      mkdirSync(dirname(file), { recursive: true });
      if (text === null) rmSync(file);
      else writeFileSync(file, text);
    }
  };
  edit(notes);
  return { path, edit };
}
