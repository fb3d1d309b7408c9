import { join } from "node:path";
import { expect, test } from "vitest";
import { examine } from "../../src/cli-doctor.js";
import { notesFolder } from "../support/notes-folder.js";
import { scratchFolder } from "../support/scratch.js";

test("doctor counts the notes in words that fit one of each, without files that are left out whole", async () => {
  const { path } = notesFolder({
    "tides.md":
      "# Tides\n\n## When?\n\n- [x] At springs\n- [ ] At neaps\n\n## Where?\n\n- [ ] Here\n- [ ] There\n",
    "how.md": "---\nskip: true\n---\n\n# How\n",
  });
  const said: string[] = [];
  const env = { CUECARD_NOTES: path, CUECARD_DATA: join(scratchFolder(), "data") };
  expect(await examine(env, async (line) => void said.push(line))).toBe(1);
  expect(said.join("")).toContain(
    `look!  notes      1 question in 1 file of ${path}, 1 error: npx cuecard check ${path}\n`,
  );
});
