import { type Json, recordIn } from "./json.js";

export type RawAnswer = { readonly status: number; readonly headers: Headers; readonly body: Json };

/** Calls a method by plain fetch, without a library in between that would forgive anything. */
export async function rawCall(
  api: string,
  method: string,
  call: { readonly token?: string; readonly args?: Json },
): Promise<RawAnswer> {
  const response = await fetch(`${api}${method}`, {
    method: "POST",
    headers: {
      "content-type": "application/json; charset=utf-8",
      ...(call.token === undefined ? {} : { authorization: `Bearer ${call.token}` }),
    },
    body: JSON.stringify(call.args ?? {}),
  });
  return { status: response.status, headers: response.headers, body: recordIn(await response.json()) };
}
