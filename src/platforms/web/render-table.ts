import { html } from "hono/html";
import type { Block } from "../../core/message.js";
import { attribute, type Html } from "./html.js";

type Table = Extract<Block, { readonly kind: "table" }>;

/** A column of numbers stands to the right; the first other column heads its row; a row of one cell spans all; no short words break. */
export function renderTable(table: Table): Html {
  const width = Math.max(table.head.length, ...table.rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, index) => isNumbers(table.rows, index));
  const header = columns.indexOf(false);
  const short = columns.map((_, index) => index !== header && isShort(table, index));
  const kind = (index: number) =>
    attribute("class", columns[index] ? "number" : short[index] ? "short" : undefined);
  const head = table.head.map((cell, index) => html`<th scope="col"${kind(index)}>${cell}</th>`);
  const rows = table.rows.map((row, index) => {
    if (row.length === 1 && width > 1) return html`<tr><td colspan="${width}">${row[0]}</td></tr>`;
    const own = index === table.you;
    const cells = row.map((cell, column) =>
      column === header
        ? html`<th scope="row">${own && !cell.includes("(you)") ? `${cell} (you)` : cell}</th>`
        : html`<td${kind(column)}>${cell}</td>`,
    );
    return html`<tr${attribute("class", own ? "you" : undefined)}>${cells}</tr>`;
  });
  return html`<table>${table.caption ? html`<caption>${table.caption}</caption>` : ""}${
    head.length > 0 ? html`<thead><tr>${head}</tr></thead>` : ""
  }<tbody>${rows}</tbody></table>`;
}

/** Every cell begins with a digit, or is the dash that stands for none; rows of one cell and empty cells do not count. */
function isNumbers(rows: readonly (readonly string[])[], column: number): boolean {
  const cells = rows.filter((row) => row.length > 1).map((row) => row[column] ?? "");
  const filled = cells.filter((cell) => cell !== "");
  return filled.length > 0 && filled.every((cell) => /^(\d|–$)/.test(cell));
}

/** "not right" in one line; of a few letters, so that a narrow window still holds the row. */
function isShort({ head, rows }: Table, column: number): boolean {
  return [head, ...rows].every((row) => (row[column] ?? "").length <= 10);
}
