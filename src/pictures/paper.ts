/** The colours of the playground's light paper: a picture brings its own ground, so it is the same on every chat. */
export const ink = {
  paper: "#fdfdfb",
  sunk: "#f1f4f2",
  edge: "#c3cdca",
  rule: "#d45a72",
  words: "#18262d",
  soft: "#4a5a60",
  right: "#17633f",
  wrong: "#95341a",
  frozen: "#2a6f9e",
  quiet: "#68787a",
} as const;

/** A picture's width and the margin of its paper, in units of which a phone shows about as many as it is wide. */
export const [width, margin] = [400, 20];
export const inner = width - 2 * margin;

/** An index card with its heading, a count at the heading's end, and the red line; `body` begins below 56. */
export function paperSvg(heading: string, count: string, body: { svg: string; height: number }): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${body.height}" viewBox="0 0 ${width} ${body.height}" font-family="DejaVu Sans Condensed">`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${body.height - 1}" rx="9.5" fill="${ink.paper}" stroke="${ink.edge}"/>`,
    wordsSvg(heading, { x: margin, y: 32, size: 16, bold: "bold" }),
    wordsSvg(count, { x: width - margin, y: 32, size: 13, fill: ink.soft, anchor: "end" }),
    `<path d="M${margin} 43.5h${inner}" stroke="${ink.rule}" stroke-width="1.5"/>`,
    body.svg,
    "</svg>",
  ].join("\n");
}

export type Lettering = {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill?: string;
  readonly anchor?: "start" | "end";
  readonly bold?: "bold";
};

/** One line of words; whatever they hold, they stay words. */
export function wordsSvg(words: string, { x, y, size, fill, anchor, bold }: Lettering): string {
  const end = anchor === "end" ? ' text-anchor="end"' : "";
  const weight = bold ? ' font-weight="700"' : "";
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill ?? ink.words}"${end}${weight}>${escapeXml(words)}</text>`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeXml(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => entities[sign] ?? "").replace(unwritable, "");
}

/** What XML cannot hold, not even escaped: one of them and nothing is drawn. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
