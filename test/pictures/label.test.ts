import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { covered, fitLabel, widthOf } from "../../src/pictures/label.js";

describe("a topic's name in a picture", () => {
  it.each([
    ["as it is where it fits", "Storage › EFS", 20, "Storage › EFS"],
    ["its last part the longest", "Cloud › Storage › Elastic File System", 14, "… › Elastic File System"],
    ["cut at its end where even that is too long", "Cloud › Elastic File System", 8, "… › Elastic F…"],
    ["cut where it has one part", "Anticonstitutionnellement", 8, "Anticonstituti…"],
    ["in one line", "  a\n\tb  ", 20, "a b"],
    ["without emoji, which the font lacks", "📦 Storage 👩‍👩‍👧 classes 🇩🇪", 30, "Storage classes"],
    ["without marks that turn the direction round", "abc\u202egnp.exe\u2069", 20, "abcgnp.exe"],
    ["without control characters", "a\u0000b\u001bc", 20, "abc"],
    ["an accent apart from its letter", "Zu\u0308rich", 20, "Zürich"],
    ["in other scripts", "Архитектура שלום Ωμέγα", 30, "Архитектура שלום Ωμέγα"],
    ["never empty", "📦", 20, "…"],
  ])("%s", (_, words, room, line) => {
    expect(fitLabel(words, room)).toBe(line);
    expect(widthOf(fitLabel(words, room) ?? "")).toBeLessThanOrEqual(room);
  });

  it.each(["存储", "Storage ストレージ", "हिन्दी", "\u{1d5d4}WS", "x\u0323\u0489"])("null for %s", (words) => {
    expect(fitLabel(words, 40)).toBeNull();
  });

  it("is cut between graphemes, however long it is", () => {
    const line = fitLabel("é".normalize("NFD").repeat(100_000), 10) ?? "";
    expect(line).toMatch(/^é+…$/);
  });

  it("knows what the font holds", () => {
    const held = codePointsOf(readFileSync("src/pictures/dejavu-sans-condensed.ttf"));
    const missing = covered.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, at) => from + at).filter((point) => !held.has(point)),
    );
    expect(missing.map((point) => point.toString(16))).toEqual([]);
    expect(held.size).toBeGreaterThan(900);
  });
});

/** The font's table of characters, in its format 4. */
function codePointsOf(font: Buffer): ReadonlySet<number> {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + at * 16);
  const cmap = tables.find((at) => font.subarray(at, at + 4).toString() === "cmap") ?? 0;
  const start = font.readUInt32BE(cmap + 8);
  const table = Array.from({ length: font.readUInt16BE(start + 2) }, (_, at) => start + 4 + at * 8)
    .map((at) => start + font.readUInt32BE(at + 4))
    .find((at) => font.readUInt16BE(at) === 4);
  if (table === undefined) throw new Error("no table of format 4");
  const count = font.readUInt16BE(table + 6) / 2;
  const points = new Set<number>();
  for (let at = 0; at < count; at += 1) {
    const end = font.readUInt16BE(table + 14 + at * 2);
    const from = font.readUInt16BE(table + 16 + (count + at) * 2);
    for (let point = from; point <= end && point < 0xffff; point += 1) points.add(point);
  }
  return points;
}
