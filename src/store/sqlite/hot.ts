import { type GetColumnData, is, Param, Placeholder, type Query } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Db } from "./open.js";

/** Values by the names of their placeholders. */
type Given = Readonly<Record<string, unknown>>;
type Columns = Readonly<Record<string, SQLiteColumn>>;
type Row<Selected extends Columns> = { [Name in keyof Selected]: GetColumnData<Selected[Name]> };

/**
 * A statement that every press runs: written by drizzle, run by the driver itself. Which value stands where, and what
 * each column is, drizzle works out anew at each call, which takes longer than the statement; here it is done once.
 * `columns`: those that it selects or returns, in their order.
 */
export function hot<Selected extends Columns = Record<string, never>>(
  db: Db,
  written: { toSQL(): Query },
  columns?: Selected,
) {
  const { sql, params } = written.toSQL();
  const places = params.map(placeOf);
  const statement = db.$client.prepare<unknown[], readonly unknown[]>(sql);
  if (columns) statement.raw();
  const fields = Object.entries(columns ?? {}).map(([name, column], index) => ({ name, column, index }));
  const values = (given: Given) => places.map((place) => place(given));
  return {
    run: (given: Given) => statement.run(values(given)),
    get(given: Given): Row<Selected> | undefined {
      const found = statement.get(values(given));
      if (!found) return undefined;
      const row: Record<string, unknown> = {};
      for (const { name, column, index } of fields) {
        row[name] = found[index] === null ? null : column.mapFromDriverValue(found[index]);
      }
      return row as Row<Selected>;
    },
  };
}

/** How a value is written: JSON as text, and nothing as nothing. */
function placeOf(param: unknown): (given: Given) => unknown {
  if (is(param, Placeholder)) return (given) => given[param.name];
  if (!is(param, Param) || !is(param.value, Placeholder)) return () => param;
  const { encoder, value } = param;
  return ({ [value.name]: given }) => (given === null ? null : encoder.mapToDriverValue(given));
}
