import type { TopicScore } from "../core/message.js";
import { fitLabel, widthOf } from "./label.js";
import { ink, inner, margin, paperSvg, width, wordsSvg } from "./paper.js";

/** So many topics have room; the rows come with the weakest first. */
export const mostRows = 12;

const rowHeight = 40;
const top = 56;
const size = 14;
const percentColumn = 52;

/** Each topic with its share of right answers as a bar; null where there is none, or a name that cannot be written. */
export function accuracySvg(rows: readonly TopicScore[]): string | null {
  const answered = rows.filter((row) => row.answered > 0);
  const shown = answered.slice(0, mostRows);
  if (shown.length === 0) return null;
  const labels = shown.map((row) => fitLabel(row.label, roomFor(row)));
  const bars = shown.map((row, at) => rowSvg(row, labels[at] ?? null, top + at * rowHeight));
  if (bars.includes(null)) return null;
  const all = { right: sum(answered, "right"), answered: sum(answered, "answered") };
  const height = top + shown.length * rowHeight + 10;
  const count = `${countOf(all)} right · ${percentOf(all)}`;
  return paperSvg("By topic, weakest first", count, { svg: bars.join("\n"), height });
}

type Part = Pick<TopicScore, "right" | "answered">;

function rowSvg(row: Part, label: string | null, y: number): string | null {
  if (label === null) return null;
  const long = Math.round(inner * shareOf(row) * 10) / 10;
  const end = width - margin;
  return [
    wordsSvg(label, { x: margin, y: y + 15, size }),
    wordsSvg(countOf(row), { x: end - percentColumn, y: y + 15, size: 13, fill: ink.soft, anchor: "end" }),
    wordsSvg(percentOf(row), { x: end, y: y + 15, size, anchor: "end", bold: "bold" }),
    `<rect x="${margin + 0.5}" y="${y + 22.5}" width="${inner - 1}" height="8" rx="2" fill="${ink.sunk}" stroke="${ink.edge}"/>`,
    ...(long > 0 ? [`<path d="${barPath(margin, y + 22, long)}" fill="${ink.right}"/>`] : []),
  ].join("");
}

/** What the counts leave to the name. */
const roomFor = (row: Part) => (inner - percentColumn - 14 - 13 * widthOf(countOf(row))) / size;

/** Round where it begins, straight where it ends: the end is what is read. */
function barPath(x: number, y: number, long: number): string {
  const corner = Math.min(2.5, long);
  const round = inner - long < 2 ? corner : 0;
  const start = `M${x + corner} ${y}H${x + long - round}`;
  const tail =
    round > 0 ? `q${round} 0 ${round} ${round}v${9 - 2 * round}q0 ${round} -${round} ${round}` : "v9";
  return `${start}${tail}H${x + corner}q-${corner} 0 -${corner} -${corner}v-${9 - 2 * corner}q0 -${corner} ${corner} -${corner}z`;
}

const sum = (rows: readonly Part[], what: keyof Part) => rows.reduce((total, row) => total + row[what], 0);
const shareOf = ({ right, answered }: Part) => Math.min(1, Math.max(0, right / answered));
const countOf = ({ right, answered }: Part) => `${right} of ${answered}`;
const percentOf = (row: Part) => `${Math.round(100 * shareOf(row))}\u00a0%`;
