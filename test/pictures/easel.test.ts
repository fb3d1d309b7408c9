import { afterEach, describe, expect, it } from "vitest";
import { type Easel, openEasel } from "../../src/pictures/easel.js";

const faulty = new URL("./faulty-worker.mjs", import.meta.url);
const open: Easel[] = [];
afterEach(async () => {
  for (const easel of open.splice(0)) await easel.close();
});

function anEasel({ worker = faulty, patience = 2000, room = 8 } = {}) {
  const told: string[] = [];
  const easel = openEasel({ worker, patience, room, failed: (why) => told.push(why) });
  open.push(easel);
  const draw = async (svg: string) => {
    const png = await easel.draw(svg);
    return png && Buffer.from(png).toString();
  };
  return { draw, told, close: easel.close };
}

describe("the worker that draws", () => {
  it("draws one after the other, in their order", async () => {
    const { draw } = anEasel();
    expect(await Promise.all(["a", "b", "c"].map(draw))).toEqual(["a", "b", "c"]);
  });

  it.each([
    ["fall", /the worker that draws fell: Error: fallen/],
    ["leave", /the worker that draws ended with 3/],
    ["hang", /a picture took longer than 2000 ms/],
    ["stall", /a picture took longer than 2000 ms/],
    ["fault", /a picture could not be drawn: no picture/],
  ])("when told to %s, draws nothing, and the next one all the same", async (order, why) => {
    const { draw, told } = anEasel();
    expect(await Promise.all([draw("before"), draw(order), draw("after")])).toEqual([
      "before",
      null,
      "after",
    ]);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(why);
    expect(await draw("later")).toBe("later");
  });

  it("falls again and again, and every other order is drawn", async () => {
    const { draw, told } = anEasel();
    for (let at = 0; at < 5; at += 1) {
      expect(await draw("fall")).toBeNull();
      expect(await draw("on")).toBe("on");
    }
    expect(told).toHaveLength(5);
  });

  it("draws nothing where there is no worker", async () => {
    const { draw, told } = anEasel({ worker: new URL("./missing.mjs", import.meta.url) });
    expect(await Promise.all([draw("a"), draw("b")])).toEqual([null, null]);
    expect(told[0]).toContain("Cannot find module");
  });

  it("turns away at once what it has no room for", async () => {
    const { draw } = anEasel({ room: 2 });
    const all = await Promise.all(["1", "2", "3", "4", "5"].map(draw));
    expect(all).toEqual(["1", "2", "3", null, null]);
  });

  it("leaves nobody waiting when it is closed", async () => {
    const { draw, close } = anEasel();
    const waiting = Promise.all([draw("hang"), draw("b")]);
    await close();
    expect(await waiting).toEqual([null, null]);
    expect(await draw("c")).toBeNull();
  });
});
