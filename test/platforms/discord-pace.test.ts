import { expect, test, vi } from "vitest";
import { openPace } from "../../src/platforms/discord/pace.js";

test("turns come with a gap, people first, and a pause is not made up for", async () => {
  vi.useFakeTimers();
  try {
    const pace = openPace(20);
    const done: string[] = [];
    const take = (lane: "person" | "clock", name: string) => void pace(lane).then(() => done.push(name));
    take("clock", "a");
    take("clock", "b");
    take("person", "c");
    await vi.advanceTimersByTimeAsync(19);
    expect(done).toEqual(["a"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(done).toEqual(["a", "c"]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(done).toEqual(["a", "c", "b"]);
    take("clock", "d");
    take("clock", "e");
    await vi.advanceTimersByTimeAsync(1);
    expect(done).toEqual(["a", "c", "b", "d"]);
  } finally {
    vi.useRealTimers();
  }
});
