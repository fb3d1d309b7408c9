import { expect, test } from "vitest";
import { keepNewest, oncePer } from "../../src/core/memo.js";

test("of each object it is worked out once, and of its equal anew", () => {
  const made: string[] = [];
  const shout = oncePer(({ words }: { readonly words: string }) => {
    made.push(words);
    return [words.toUpperCase()];
  });
  const one = { words: "a" };
  expect([shout(one), shout(one), shout({ words: "a" })]).toEqual([["A"], ["A"], ["A"]]);
  expect(made).toEqual(["a", "a"]);
});

test("the newest are remembered: so many at least, and never twice as many", () => {
  const most = 5;
  const memory = keepNewest<number, number>(most);
  for (let name = 0; name < 100; name += 1) {
    memory.put(name, -name);
    const known = Array.from({ length: 100 }, (_, at) => at).filter((at) => memory.get(at) === -at);
    expect(known.at(-1)).toBe(name);
    expect(known).toHaveLength(name + 1 - (known[0] ?? 0));
    expect(known.length).toBeGreaterThanOrEqual(Math.min(most, name + 1));
    expect(known.length).toBeLessThan(2 * most);
  }
  memory.put(99, 1);
  expect(memory.get(99)).toBe(1);
  memory.forget(99);
  expect(memory.get(99)).toBeUndefined();
});
