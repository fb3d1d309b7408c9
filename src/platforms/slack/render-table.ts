import type { Block } from "../../core/message.js";
import { cut, cutToWidth, width } from "./cut.js";
import { oneLine } from "./escape.js";
import { type Rich, type Run, richCode, section, words } from "./rich.js";

type Table = Extract<Block, { readonly kind: "table" }>;

/** Columns that a phone shows of a code block without breaking its lines. */
const phone = 36;
/** A cell that is longer is cut, as none of ours is. */
const longestCell = 300;
/** A column of words is made no narrower than this. */
const narrowest = 12;
/** More would take the sense from a sentence; a long name bears it. */
const mostLost = 25;

/** An aligned block where it fits a phone, else a line for each row. */
export function renderTable(table: Table): readonly Rich[] {
  const rows = table.rows.map((row) => row.map((cell) => cut(oneLine(cell), longestCell)));
  return aligned({ ...table, rows }) ?? asLines({ ...table, rows });
}

function aligned(table: Table): readonly Rich[] | null {
  const full = table.rows.filter((row) => row.length > 1);
  const columns = Math.max(table.head.length, ...full.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, index) =>
    Math.max(width(table.head[index] ?? ""), ...full.map((row) => width(row[index] ?? ""))),
  );
  const over = widths.reduce((sum, each) => sum + each + 2, 0) - 2 - phone;
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
  return richCode([table.head, ...table.rows].map((cells) => line(cells).trimEnd()).join("\n"));
}

/** Numbers stand to the right; who reads stays marked when a name is cut. */
function fill(cell: string, columns: number, right: boolean): string {
  const you = / \(you\)$/.exec(cell)?.[0] ?? "";
  const name = cell.slice(0, cell.length - you.length);
  const shown = `${cutToWidth(name, columns - you.length)}${you}`;
  const space = " ".repeat(Math.max(0, columns - width(shown)));
  return right ? space + shown : shown + space;
}

/** `Tue 10 March · frozen: one freeze spent · Streak 4` */
function asLines({ head, rows }: Table): readonly Rich[] {
  return rows.flatMap((row) =>
    section(
      row.flatMap((cell, index): readonly Run[] => {
        if (index === 0) return words(cell, row.length > 1 ? { bold: true } : undefined);
        const label = isNumbers(rows, index) ? `${oneLine(head[index] ?? "")} ` : "";
        return words(` · ${label}${cell}`);
      }),
    ),
  );
}

function isNumbers(rows: readonly (readonly string[])[], column: number): boolean {
  const cells = rows.map((row) => row[column] ?? "").filter((cell) => cell !== "");
  return cells.length > 0 && cells.every((cell) => /^(\d+(( of |\/)\d+)?|–)$/.test(cell));
}
