import { html } from "hono/html";

/** Escaped text: whatever is put into a template is escaped, unless it is itself such text. */
export type Html = ReturnType<typeof html>;

/** An attribute where there is a value, nothing where there is none. */
export function attribute(name: string, value: string | number | undefined): Html {
  return value === undefined ? html`` : html` ${name}="${value}"`;
}
