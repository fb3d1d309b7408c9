import type { Context } from "hono";

/** Where every answer is seen: the private pane has the focus after it. */
export const privatePane = "/?pane=private#private";

/** The fields of a sent form; of fields with one name the last, which is the button that was pressed. What is no form is empty. */
export async function readForm(c: Context): Promise<ReadonlyMap<string, string>> {
  const body = await c.req.parseBody().catch(() => ({}));
  return new Map(
    Object.entries(body).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}
