import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { backup } from "../../src/store/sqlite/backup.js";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import type { Store } from "../../src/store/store.js";
import { scratchFolder } from "../support/scratch.js";
import { aBot, answeredIn, faultOf } from "./keeping.js";

describe("a backup", () => {
  test("beside a bot that goes on answering ends, and is one moment: whole, checked, one file", async () => {
    const { path, store, press } = await aBot();
    for (const name of ["ada", "ben"]) await press(name);
    await fill(store, 12_000_000);
    const to = join(scratchFolder(), "monday.backup");
    const shares: number[] = [];
    const copying = backup(path, to, { progress: (share) => shares.push(share) });
    const late = await keepAnswering(press, copying);
    await copying;
    expect(late).toBeGreaterThan(2);
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(readdirSync(dirname(to))).toEqual([basename(to)]);
    const copied = answeredIn(to);
    expect(copied.slice(0, 2)).toEqual(["ada", "ben"]);
    expect(copied.length).toBeLessThan(2 + late);
    await store.close();

    const restored = await openStore(to);
    expect(await restored.audit()).toEqual([]);
    await restored.close();
  });

  test("leaves alone what stands at its place, until it is told otherwise", async () => {
    const { path, store } = await aBot();
    const to = join(scratchFolder(), "mine.txt");
    writeFileSync(to, "my notes");
    const fault = await faultOf(backup(path, to));
    expect([fault.kind, fault.message]).toEqual(["exists", expect.stringContaining("exists already")]);
    expect((await faultOf(backup(path, path))).kind).toBe("exists");
    expect(readFileSync(to, "utf8")).toBe("my notes");
    await backup(path, to, { overwrite: true });
    expect(answeredIn(to)).toEqual([]);
    await store.close();
  });

  test("says what is wrong with the place, and leaves nothing there", async () => {
    const { path, store } = await aBot();
    await store.close();
    const folder = scratchFolder();
    expect((await faultOf(backup(`${path}.none`, join(folder, "x")))).kind).toBe("missing");
    const noFolder = await faultOf(backup(path, join(folder, "none", "x")));
    expect([noFolder.kind, noFolder.message]).toEqual([
      "missing",
      expect.stringContaining("There is no folder"),
    ]);
    writeFileSync(join(folder, "file"), "");
    const noPlace = await faultOf(backup(path, join(folder, "file", "x")));
    expect([noPlace.kind, noPlace.message]).toEqual([
      "unwritable",
      expect.stringContaining("cannot be written ("),
    ]);
    expect(readdirSync(folder)).toEqual(["file"]);
  });

  test("fault 18: of a damaged database is none", async () => {
    const { path, store } = await aBot();
    await fill(store, 100_000);
    await store.close();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xa5, 3 * 4096, 5 * 4096));
    const folder = scratchFolder();
    const fault = await faultOf(backup(path, join(folder, "x")));
    expect([fault.kind, fault.message]).toEqual(["corrupt", expect.stringContaining("no backup was made")]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

async function keepAnswering(
  press: (who: string) => Promise<unknown>,
  until: Promise<unknown>,
): Promise<number> {
  let done = false;
  void until.finally(() => {
    done = true;
  });
  let count = 0;
  for (; !done; count += 1) {
    await press(`late${count}`);
  }
  return count;
}

async function fill(store: Store, bytes: number): Promise<void> {
  const drawer = store.drawer("filler");
  for (let part = 0; part < bytes / 100_000; part += 1) await drawer.put(String(part), "x".repeat(100_000));
}
