import type { Block } from "../../core/message.js";
import { cut, cutToWidth, width } from "./cut.js";
import { clean, escapeText, fence } from "./escape.js";
import { limits } from "./limits.js";

type Table = Extract<Block, { readonly kind: "table" }>;

/** Columns that a phone shows of a code block without breaking its lines. */
const phone = 38;
/** A column of words is made no narrower than this. */
const narrowest = 12;
/** More would take the sense from a sentence; a long name bears it. */
const mostLost = 25;

/** An aligned block where it fits a phone, else a line for each row. */
export function renderTable(table: Table): string {
  const rows = table.rows.map((row) => row.map((cell) => cut(clean(cell).replace(/\s+/g, " "), limits.cell)));
  const body = aligned({ ...table, rows }) ?? asLines({ ...table, rows });
  return table.caption ? `${body}\n-# ${escapeText(table.caption)}` : body;
}

function aligned(table: Table): string | null {
  const full = table.rows.filter((row) => row.length > 1);
  const columns = Math.max(table.head.length, ...full.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, index) =>
    Math.max(width(table.head[index] ?? ""), ...full.map((row) => width(row[index] ?? ""))),
  );
  const over = widths.reduce((sum, each) => sum + each + 2, 0) - phone;
  if (over > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    const left = (widths[widest] ?? 0) - over;
    if (left < narrowest || over > mostLost) return null;
    widths[widest] = left;
  }
  const line = (cells: readonly string[]) =>
    cells.length === 1 && columns > 1
      ? (cells[0] ?? "")
      : cells.map((cell, index) => fill(cell, widths[index] ?? 0, isNumbers(full, index))).join("  ");
  return fence([table.head, ...table.rows].map((cells) => line(cells).trimEnd()).join("\n"));
}

/** Numbers stand to the right; who reads stays marked when a name is cut. */
function fill(cell: string, columns: number, right: boolean): string {
  const you = / \(you\)$/.exec(cell)?.[0] ?? "";
  const name = cell.slice(0, cell.length - you.length);
  const shown = `${cutToWidth(name, columns - you.length)}${you}`;
  const space = " ".repeat(Math.max(0, columns - width(shown)));
  return right ? space + shown : shown + space;
}

/** `**Tue 10 March** · frozen: one freeze spent · Streak 4` */
function asLines({ head, rows }: Table): string {
  const lines = rows.map((row) =>
    row
      .map((cell, index) => {
        const words = escapeText(cell);
        if (index === 0) return row.length > 1 ? `**${words}**` : words;
        return isNumbers(rows, index) ? `${escapeText(head[index] ?? "")} ${words}`.trim() : words;
      })
      .join(" · "),
  );
  return lines.join("\n");
}

function isNumbers(rows: readonly (readonly string[])[], column: number): boolean {
  const cells = rows.map((row) => row[column] ?? "").filter((cell) => cell !== "");
  return cells.length > 0 && cells.every((cell) => /^(\d+(( of |\/)\d+)?|–)$/.test(cell));
}
