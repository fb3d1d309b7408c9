import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { ink } from "../../src/pictures/paper.js";
import { openPictures } from "../../src/pictures/pictures.js";
import { daysFrom } from "./days.js";
import { countPixels, decodePng } from "./png.js";

const built = pathToFileURL(join(process.cwd(), "dist/pictures/draw-worker.js"));
const faulty = new URL("./faulty-worker.mjs", import.meta.url);
const told: string[] = [];
const pictures = openPictures({ worker: built, failed: (why) => told.push(why) });
afterAll(() => pictures.close());

const year = daysFrom("2025-04-01", "2026-03-10");
const topics = [
  { label: "Storage › EFS", right: 1, answered: 4 },
  { label: "שלום › الشبكات › Очереди", right: 3, answered: 4 },
];

const drawn = async (png: Promise<Uint8Array | null>) => decodePng((await png) ?? new Uint8Array());

describe("a picture as PNG", () => {
  it("of the year is 800 wide, with its words, its days, and corners that let the chat through", async () => {
    const pixels = await drawn(pictures.year(year));
    expect([pixels.width, pixels.height]).toEqual([800, 978]);
    // The heading is written: without its font resvg draws none of it and says nothing.
    expect(countPixels(pixels, ink.words, { x: 40, y: 30, wide: 400, high: 44 })).toBeGreaterThan(600);
    expect(countPixels(pixels, ink.soft, { x: 440, y: 30, wide: 330, high: 44 })).toBeGreaterThan(300);
    expect(countPixels(pixels, ink.right, { x: 0, y: 110, wide: 800, high: 750 })).toBeGreaterThan(50_000);
    expect(pixels.rgba[3]).toBe(0);
    expect(countPixels(pixels, ink.paper, { x: 300, y: 4, wide: 1, high: 1 })).toBe(1);
  });

  it("of the topics shows names in every script that the font holds, and bars as long as their share", async () => {
    const pixels = await drawn(pictures.accuracy(topics));
    expect([pixels.width, pixels.height]).toEqual([800, 292]);
    for (const y of [116, 196]) {
      expect(countPixels(pixels, ink.words, { x: 40, y, wide: 400, high: 34 })).toBeGreaterThan(300);
    }
    expect(countPixels(pixels, ink.right, { x: 40, y: 165, wide: 720, high: 1 })).toBeCloseTo(180, -1);
    expect(countPixels(pixels, ink.right, { x: 40, y: 245, wide: 720, high: 1 })).toBeCloseTo(540, -1);
  });

  it("is drawn once for the same content, and again for another", async () => {
    const [one, same] = await Promise.all([pictures.year(year), pictures.year([...year])]);
    expect(same).toBe(one);
    expect(await pictures.year(year)).toBe(one);
    expect(await pictures.year(year.slice(1))).not.toBe(one);
  });

  it("comes to nothing where it cannot be had in time; the next one is drawn", async () => {
    const failed: string[] = [];
    const slow = openPictures({ worker: faulty, patience: 1500, failed: (why) => failed.push(why) });
    const named = (label: string) => slow.accuracy([{ label, right: 1, answered: 2 }]);
    expect(await named("hang")).toBeNull();
    expect(await named("fall")).toBeNull();
    expect(await named("well")).toBeInstanceOf(Uint8Array);
    expect(failed).toHaveLength(2);
    await slow.close();
  });

  it("comes to nothing where there is nothing to draw", async () => {
    expect(await pictures.year([])).toBeNull();
    expect(await pictures.accuracy([{ label: "存储", right: 1, answered: 2 }])).toBeNull();
    expect(told).toEqual([]);
  });
});
