import { expect, it } from "vitest";
import { makeCache } from "../../src/pictures/cache.js";

const bytes = (count: number) => new Uint8Array(count);

it("the pictures used longest ago are forgotten first, by their bytes", () => {
  const cache = makeCache(100);
  cache.put("a", bytes(40));
  cache.put("b", bytes(40));
  cache.get("a");
  cache.put("c", bytes(40));
  expect(["a", "b", "c"].map((name) => cache.get(name) !== undefined)).toEqual([true, false, true]);
  expect(cache.size()).toBe(80);
});

it("a picture that is bigger than all room is not kept, and pushes none out", () => {
  const cache = makeCache(100);
  cache.put("a", bytes(40));
  cache.put("b", bytes(101));
  expect(cache.get("a")).toBeDefined();
  expect(cache.get("b")).toBeUndefined();
});

it("the same name twice is kept once", () => {
  const cache = makeCache(100);
  for (let time = 0; time < 9; time += 1) cache.put("a", bytes(60));
  expect(cache.size()).toBe(60);
});
