import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readNotes } from "../../src/notes/read-notes.js";

let outside: string;
let root: string;

beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), "cuecard-notes-"));
  root = join(outside, "notes");
  mkdirSync(root);
});
afterEach(() => rmSync(outside, { recursive: true, force: true }));

function put(path: string, content: string | Uint8Array = "# A\n"): string {
  const full = join(root, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
  return full;
}

async function read(path = root) {
  const { files, problems } = await readNotes(path);
  return {
    paths: files.map((file) => file.path),
    told: problems.map(({ file, code }) => `${file} ${code}`),
    files,
  };
}

describe("a folder", () => {
  test("gives its notes by name, and passes over what is hidden, installed or no text", async () => {
    for (const path of ["b.md", "a/z.MARKDOWN", "a/b/c.txt", ".git/x.md", "node_modules/y.md", "p.png"])
      put(path);
    expect((await read()).paths).toEqual(["a/b/c.txt", "a/z.MARKDOWN", "b.md"]);
  });

  test("fault 45: a link that leads out is refused, and the rest is read", async () => {
    writeFileSync(join(outside, "secret.md"), "# secret");
    mkdirSync(join(outside, "folder"));
    symlinkSync(join(outside, "secret.md"), join(root, "one.md"));
    symlinkSync(join(outside, "folder"), join(root, "two"));
    symlinkSync("../secret.md", join(root, "three.md"));
    put("good.md");
    expect(await read()).toMatchObject({
      paths: ["good.md"],
      told: ["one.md link-out", "three.md link-out", "two link-out"],
    });
  });

  test("fault 45: a folder beside the root whose name begins the same is outside", async () => {
    mkdirSync(join(outside, "notes-secret"));
    writeFileSync(join(outside, "notes-secret", "s.md"), "# s");
    symlinkSync("../notes-secret/s.md", join(root, "a.md"));
    expect(await read()).toMatchObject({ paths: [], told: ["a.md link-out"] });
  });

  test("fault 45: pipes and links in a circle are refused, and nobody waits for them", async () => {
    execFileSync("mkfifo", [join(root, "pipe.md")]);
    symlinkSync("loop.md", join(root, "loop.md"));
    symlinkSync(".", join(root, "self"));
    put("good.md");
    expect(await read()).toMatchObject({
      paths: ["good.md"],
      told: ["loop.md unreadable", "pipe.md not-a-file", "self link"],
    });
  });

  test("notes that a cluster mounts through hidden folders are read once", async () => {
    put("..2026/a.md");
    symlinkSync("..2026", join(root, "..data"));
    symlinkSync("..data/a.md", join(root, "a.md"));
    expect(await read()).toMatchObject({ paths: ["a.md"], told: [] });
  });
});

describe("a file", () => {
  test("may have any ending", async () => {
    expect((await read(put("notes.anything"))).paths).toEqual(["notes.anything"]);
  });

  test("that is missing is named with its path", async () => {
    expect((await read(join(root, "gone.md"))).told).toEqual([`${join(root, "gone.md")} missing`]);
  });

  test("fault 45: that is a device is refused", async () => {
    expect((await read("/dev/zero")).told).toEqual(["zero not-a-file"]);
  });

  test("fault 42: of fifty megabytes is refused by its size, unread; of two it is read", async () => {
    truncateSync(put("big.md"), 50 * 1024 * 1024);
    put("fits.md", "a".repeat(2 * 1024 * 1024));
    put("over.md", "a".repeat(2 * 1024 * 1024 + 1));
    expect(await read()).toMatchObject({
      paths: ["fits.md"],
      told: ["big.md file-size", "over.md file-size"],
    });
  });

  test("fault 42: that takes a bank past 64 MB is refused", async () => {
    for (let nth = 10; nth < 43; nth += 1) put(`${nth}.md`, "a".repeat(2 * 1024 * 1024));
    const { paths, told } = await read();
    expect(paths).toHaveLength(32);
    expect(told).toEqual(["42.md bank-size"]);
  });

  test("that is no UTF-8 or holds NUL bytes is named; a byte order mark is kept beside the text", async () => {
    put("latin.md", Uint8Array.of(0x23, 0x20, 0xe9));
    put("nul.md", "# a\0b");
    put("mark.md", "\uFEFF# a");
    const { files, told } = await read();
    expect(files).toEqual([{ path: "mark.md", text: "# a", mark: "\uFEFF" }]);
    expect(told).toEqual(["latin.md encoding", "nul.md nul"]);
  });
});
