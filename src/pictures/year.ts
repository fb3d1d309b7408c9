import type { YearDay } from "../core/message.js";
import { ink, margin, paperSvg, wordsSvg } from "./paper.js";
import { legend, type Shape, shapeOf, shapePath, shapesSvg } from "./year-shapes.js";

const [columns, cell, gap, top] = [4, 13, 16, 58];
const monthWidth = 6 * cell;
const monthHeight = 18 + 7 * cell;

/** Twelve months at most, the newest last, four in a row; a week is a column with Monday topmost. Null without days. */
export function yearSvg(days: readonly YearDay[]): string | null {
  const last = days.at(-1)?.day.slice(0, 7);
  const first = days[0]?.day.slice(0, 7);
  if (!last || !first) return null;
  const lived = numberOf(last) - numberOf(first) + 1;
  const count = Math.min(12, Math.max(columns, Math.ceil(lived / columns) * columns));
  const months = Array.from({ length: count }, (_, at) => monthAt(numberOf(last) - count + 1 + at));
  const shown = days.filter(({ day }) => months.includes(day.slice(0, 7)));
  const rows = count / columns;
  const legendTop = top + rows * (monthHeight + gap);
  const svg = [...months.map((month, at) => monthSvg(month, shown, at)), legendSvg(legendTop + 4)].join("\n");
  const right = shown.filter((day) => shapeOf(day) === "right").length;
  const answered = shown.filter(({ state }) => state === "answered").length;
  const heading = `${wordsOf(months[0] ?? last)} – ${wordsOf(last)}`;
  return paperSvg(heading, `${answered} answered, ${right} right`, { svg, height: legendTop + 56 });
}

function monthSvg(month: string, days: readonly YearDay[], at: number): string {
  const x = margin + (at % columns) * (monthWidth + gap);
  const y = top + Math.floor(at / columns) * (monthHeight + gap);
  const own = days.filter(({ day }) => day.startsWith(month));
  const paths = new Map<Shape, string>();
  for (const day of own) {
    const shape = shapeOf(day);
    const place = cellOf(day.day);
    paths.set(shape, (paths.get(shape) ?? "") + shapePath(shape, x + place.x, y + 18 + place.y));
  }
  const name = month.endsWith("-01") ? wordsOf(month) : nameOf(month);
  const fill = own.length > 0 ? ink.words : ink.quiet;
  return [
    wordsSvg(name, { x, y: y + 11, size: 13, fill }),
    ...[...paths].map(([shape, path]) => shapesSvg(shape, path)),
  ].join("");
}

/** Two lines, the columns of the months above. */
function legendSvg(y: number): string {
  return legend
    .map(([shape, words], at) => {
      const x = margin + (at % columns) * (monthWidth + gap);
      const line = y + Math.floor(at / columns) * 22;
      const sign = shapesSvg(shape, shapePath(shape, x, line));
      return sign + wordsSvg(words, { x: x + cell + 6, y: line + 11, size: 12, fill: ink.soft });
    })
    .join("\n");
}

function cellOf(day: string): { readonly x: number; readonly y: number } {
  const first = (new Date(`${day.slice(0, 7)}-01T00:00Z`).getUTCDay() + 6) % 7;
  const index = first + Number(day.slice(8)) - 1;
  return { x: Math.floor(index / 7) * cell, y: (index % 7) * cell };
}

const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const nameOf = (month: string) => names[Number(month.slice(5, 7)) - 1] ?? "";
/** `Mar 2026` */
const wordsOf = (month: string) => `${nameOf(month)} ${month.slice(0, 4)}`;

/** Months since the year 0. */
const numberOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const monthAt = (number: number) =>
  `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
