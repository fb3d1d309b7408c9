import { html } from "hono/html";
import type { YearDay } from "../../core/message.js";
import type { Html } from "./html.js";
import { renderTable } from "./render-table.js";
import { monthName } from "./wall-time.js";

/** One small picture a month, then the same as a table. The last day is today and has a frame. */
export function renderYear(days: readonly YearDay[], sentence: string): Html {
  const today = days.at(-1)?.day;
  const months = byMonth(days).map(([month, list]) => {
    const pictures = renderMonth(list, today);
    return html`<li><span aria-hidden="true">${shortName(month)}</span><svg viewBox="0 0 72 84" role="img" aria-label="${longName(month)}: ${wordsOf(list)}">${pictures}</svg></li>`;
  });
  return html`<figure class="year"><figcaption>${sentence}</figcaption><ul class="months">${months}</ul>${legend()}${asTable(days)}</figure>`;
}

type Shape = "right" | "answered" | "frozen" | "missed" | "away" | "rest";

function shapeOf(day: YearDay): Shape {
  switch (day.state) {
    case "answered":
      return day.right ? "right" : "answered";
    case "frozen":
    case "missed":
    case "away":
      return day.state;
    case "open":
    case "no question":
    case "rest":
    case "date off":
    case "outage":
      return "rest";
  }
}

/** Every state has its shape and not only its colour; a cell is 12 wide, Monday is the topmost. */
function draw(shape: Shape | "today", x: number, y: number): string {
  switch (shape) {
    case "right":
      return `M${x + 1} ${y + 1}h10v10h-10z`;
    case "answered":
      return `M${x + 2} ${y + 2}h8v8h-8z`;
    case "frozen":
      return `M${x + 6} ${y + 1}l5 5-5 5-5-5z`;
    case "missed":
      return `M${x + 3} ${y + 3}l6 6m0-6l-6 6`;
    case "away":
      return `M${x + 3.5} ${y + 6}h5`;
    case "rest":
      return `M${x + 6} ${y + 6}h0`;
    case "today":
      return `M${x} ${y}h12v12h-12z`;
  }
}

/** One path for each shape: a month is a few hundred bytes. */
function renderMonth(days: readonly YearDay[], today: string | undefined): readonly Html[] {
  const paths = new Map<string, string>();
  const add = (shape: Shape | "today", { x, y }: { x: number; y: number }) =>
    paths.set(shape, (paths.get(shape) ?? "") + draw(shape, x, y));
  for (const day of days) {
    const at = cellOf(day.day);
    if (day.day !== today || day.state !== "open") add(shapeOf(day), at);
    if (day.day === today) add("today", at);
  }
  return [...paths].map(([shape, path]) => html`<path class="${shape}" d="${path}"/>`);
}

function cellOf(day: string): { x: number; y: number } {
  const date = Number(day.slice(8));
  const first = (new Date(`${day.slice(0, 7)}-01T00:00Z`).getUTCDay() + 6) % 7;
  const cell = first + date - 1;
  return { x: Math.floor(cell / 7) * 12, y: (cell % 7) * 12 };
}

function byMonth(days: readonly YearDay[]): readonly (readonly [string, readonly YearDay[]])[] {
  const months = new Map<string, YearDay[]>();
  for (const day of days) {
    const month = day.day.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), day]);
  }
  return [...months];
}

function wordsOf(days: readonly YearDay[]): string {
  const [answered, right] = [countOf(days, "answered"), days.filter((day) => day.right).length];
  const rest = (["frozen", "missed", "away", "outage"] as const)
    .map((state) => [countOf(days, state), state] as const)
    .filter(([count]) => count > 0)
    .map(([count, state]) => `${count} ${state}`);
  const words = [...(answered > 0 ? [`${answered} answered, ${right} right`] : []), ...rest];
  return words.join("; ") || "nothing asked";
}

const countOf = (days: readonly YearDay[], state: YearDay["state"]) =>
  days.filter((day) => day.state === state).length;

/** `March 2026` */
function longName(month: string): string {
  return `${monthName(Number(month.slice(5)))} ${month.slice(0, 4)}`;
}

/** `Mar`; January bears its year. */
function shortName(month: string): string {
  const name = longName(month).slice(0, 3);
  return month.endsWith("-01") ? `${name} ${month.slice(0, 4)}` : name;
}

function legend(): Html {
  const rows = [
    ["right", "answered, right"],
    ["answered", "answered"],
    ["frozen", "frozen"],
    ["missed", "missed"],
    ["away", "away"],
    ["rest", "nothing asked"],
  ] as const;
  return html`<ul class="legend">${rows.map(
    ([shape, words]) =>
      html`<li><svg viewBox="0 0 12 12" aria-hidden="true"><path class="${shape}" d="${draw(shape, 0, 0)}"/></svg> ${words}</li>`,
  )}</ul>`;
}

function asTable(days: readonly YearDay[]): Html {
  const states = ["answered", "frozen", "missed", "away"] as const;
  const rows = byMonth(days)
    .filter(([, list]) => states.some((state) => countOf(list, state) > 0))
    .map(([month, list]) => {
      const [answered, ...others] = states.map((state) => String(countOf(list, state)));
      return [longName(month), answered ?? "", String(list.filter((day) => day.right).length), ...others];
    });
  if (rows.length === 0) return html``;
  const head = ["Month", "Answered", "Right", "Frozen", "Missed", "Away"];
  return html`<details><summary>The year as a table</summary>${renderTable({ kind: "table", head, rows })}</details>`;
}
