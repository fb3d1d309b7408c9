import { describe, expect, it } from "vitest";
import type { Day } from "../../src/core/calendar.js";
import type { YearDay } from "../../src/core/message.js";
import { yearSvg } from "../../src/pictures/year.js";
import { shapeOf, shapePath } from "../../src/pictures/year-shapes.js";
import { daysFrom } from "./days.js";

const texts = (svg: string | null) =>
  [...(svg ?? "").matchAll(/<text[^>]*>([^<]*)</g)].map((found) => found[1]);

describe("the year as a picture", () => {
  it("shows the last twelve months, and counts what it shows", () => {
    const svg = yearSvg(daysFrom("2024-01-10", "2026-03-10"));
    expect(texts(svg).slice(0, 3)).toEqual(["Apr 2025 – Mar 2026", "344 answered, 229 right", "Apr"]);
    expect(texts(svg).slice(2, 14).join(" ")).toBe("Apr May Jun Jul Aug Sep Oct Nov Dec Jan 2026 Feb Mar");
  });

  it.each([
    ["2026-03-09", "2026-03-10", "Dec 2025 – Mar 2026", 191],
    ["2025-11-30", "2026-03-01", "Aug 2025 – Mar 2026", 316],
    ["2025-07-01", "2026-03-01", "Apr 2025 – Mar 2026", 441],
  ])("is as high as the months from %s to %s need", (from, to, heading, least) => {
    const svg = yearSvg(daysFrom(from, to)) ?? "";
    expect(texts(svg)[0]).toBe(heading);
    expect(Number(/height="(\d+)"/.exec(svg)?.[1])).toBeGreaterThanOrEqual(least);
  });

  it("says every state in the legend", () => {
    expect(texts(yearSvg(daysFrom("2026-03-01", "2026-03-02"))).slice(-7)).toEqual([
      ...["right", "answered", "frozen", "missed", "open now", "away", "nothing asked"],
    ]);
  });

  it.each([
    ["answered", true, "right"],
    ["answered", false, "answered"],
    ["answered", undefined, "answered"],
    ["open", undefined, "open"],
    ["frozen", undefined, "frozen"],
    ["missed", undefined, "missed"],
    ["away", undefined, "away"],
    ["rest", undefined, "rest"],
    ["date off", undefined, "rest"],
    ["outage", undefined, "rest"],
    ["no question", undefined, "rest"],
  ] as const)("draws %s (right: %s) as %s, a shape of its own", (state, right, shape) => {
    const day: YearDay = { day: "2026-03-02" as Day, state, ...(right === undefined ? {} : { right }) };
    expect(shapeOf(day)).toBe(shape);
    const others = (["right", "answered", "open", "frozen", "missed", "away", "rest"] as const).filter(
      (other) => shapePath(other, 0, 0) === shapePath(shape, 0, 0),
    );
    expect(others).toEqual([shape]);
  });

  it("puts the first of a month at its weekday, Monday topmost", () => {
    // 1 March 2026 is a Sunday: the seventh cell of the first week in the fourth month.
    expect(yearSvg(daysFrom("2026-03-01", "2026-03-01", "missed"))).toContain('d="M305 157l7 7m0-7l-7 7"');
  });

  it("is nothing without days", () => {
    expect(yearSvg([])).toBeNull();
  });
});
