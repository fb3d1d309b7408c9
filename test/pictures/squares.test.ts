import { describe, expect, it } from "vitest";
import type { Day } from "../../src/core/calendar.js";
import type { YearDay } from "../../src/core/message.js";
import { topicSquares, yearSquares } from "../../src/core/message-squares.js";
import { daysFrom } from "./days.js";

describe("where no picture can go", () => {
  it("the newest days are a row of squares, with words before it", () => {
    const states = ["missed", "frozen", "away", "rest", "open"] as const;
    const others = states.map((state, at): YearDay => ({ day: `2026-03-0${at + 5}` as Day, state }));
    expect(yearSquares([...daysFrom("2026-03-01", "2026-03-04"), ...others])).toEqual({
      words:
        "The last 9 days: 2 right 🟩, 2 answered 🟨, 1 frozen 🟦, 1 missed 🟥, 1 open 🔲, 1 away 🟪, 1 with nothing asked ⬜",
      squares: "🟨🟩🟩🟨🟥🟦🟪⬜🔲",
    });
    expect(yearSquares(daysFrom("2025-01-01", "2025-12-31"), 3).squares).toBe("🟩🟨🟩");
    expect(yearSquares(daysFrom("2025-01-01", "2025-01-01")).words).toBe("The last day: 1 answered 🟨");
    expect(yearSquares([])).toEqual({ words: "", squares: "" });
  });

  it.each([
    [0, 4, "0 of 4 right (0\u00a0%)", "⬜⬜⬜⬜⬜"],
    [3, 7, "3 of 7 right (43\u00a0%)", "🟩🟩⬜⬜⬜"],
    [4, 4, "4 of 4 right (100\u00a0%)", "🟩🟩🟩🟩🟩"],
    [0, 0, "0 of 0 right (0\u00a0%)", "⬜⬜⬜⬜⬜"],
  ])("a topic with %i of %i is five squares", (right, answered, words, squares) => {
    expect(topicSquares({ label: "EFS", right, answered })).toEqual({ words: `EFS: ${words}`, squares });
  });
});
