import type { Json } from "./json.js";
import { text } from "./method.js";
import { Refusal } from "./refusal.js";

/** A moment in the arguments, as a message's name is written. */
export function stampOf(args: Json, name: string, otherwise: number): number {
  const given = text(args, name);
  if (given === "") return otherwise;
  if (!/^\d+(?:\.\d+)?$/.test(given)) throw new Refusal(`invalid_ts_${name}`);
  return Number(given);
}

/** How many the caller wants on a page. */
export function limitOf(args: Json, otherwise: number): number {
  const given = text(args, "limit");
  if (given === "") return otherwise;
  const limit = Number(given);
  if (!Number.isInteger(limit) || limit < 1 || limit > 999) throw new Refusal("invalid_limit");
  return limit;
}

/** The name of the page that begins there. */
export const cursorAt = (at: number) => Buffer.from(`next:${at}`).toString("base64");

/** Where the page begins that the caller asks for. */
export function startOf(args: Json): number {
  const cursor = text(args, "cursor");
  if (cursor === "") return 0;
  const [, at] = /^next:(\d+)$/.exec(Buffer.from(cursor, "base64").toString()) ?? [];
  if (at === undefined) throw new Refusal("invalid_cursor");
  return Number(at);
}
