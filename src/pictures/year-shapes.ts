import type { YearDay } from "../core/message.js";
import { ink } from "./paper.js";

export type Shape = "right" | "answered" | "open" | "frozen" | "missed" | "away" | "rest";

export function shapeOf({ state, right }: YearDay): Shape {
  switch (state) {
    case "answered":
      return right ? "right" : "answered";
    case "open":
    case "frozen":
    case "missed":
    case "away":
      return state;
    case "no question":
    case "rest":
    case "date off":
    case "outage":
      return "rest";
  }
}

/** Path of one day in a cell 13 wide: states differ in shape, then in colour. */
export function shapePath(shape: Shape, x: number, y: number): string {
  switch (shape) {
    case "right":
      return `M${x + 1} ${y + 1}h11v11h-11z`;
    case "answered":
      return `M${x + 2} ${y + 2}h9v9h-9z`;
    case "open":
      return `M${x + 1} ${y + 1}h11v11h-11zm3.5 5.5h4`;
    case "frozen":
      return `M${x + 6.5} ${y + 0.5}l6 6-6 6-6-6z`;
    case "missed":
      return `M${x + 3} ${y + 3}l7 7m0-7l-7 7`;
    case "away":
      return `M${x + 3} ${y + 6.5}h7`;
    case "rest":
      return `M${x + 6} ${y + 6.5}h1`;
  }
}

const brushes: Readonly<Record<Shape, string>> = {
  right: `fill="${ink.right}"`,
  answered: `fill="${ink.sunk}" stroke="${ink.right}" stroke-width="1.8"`,
  open: `fill="none" stroke="${ink.words}" stroke-width="1.2"`,
  frozen: `fill="${ink.frozen}"`,
  missed: `fill="none" stroke="${ink.wrong}" stroke-width="2.2" stroke-linecap="round"`,
  away: `fill="none" stroke="${ink.quiet}" stroke-width="2" stroke-linecap="round"`,
  rest: `fill="none" stroke="${ink.quiet}" stroke-opacity="0.75" stroke-width="2" stroke-linecap="round"`,
};

/** Every day of one state in one stroke. */
export function shapesSvg(shape: Shape, path: string): string {
  return `<path class="${shape}" d="${path}" ${brushes[shape]}/>`;
}

/** In the order of the legend. */
export const legend: readonly (readonly [Shape, string])[] = [
  ["right", "right"],
  ["answered", "answered"],
  ["frozen", "frozen"],
  ["missed", "missed"],
  ["open", "open now"],
  ["away", "away"],
  ["rest", "nothing asked"],
];
