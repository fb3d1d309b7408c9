import type { Body, Upload } from "./messages.js";

type Read = { readonly body: Body; readonly told: "json" | "form" | null };

const nothing: Body = { json: undefined, files: [] };

/** A request's JSON, alone or as `payload_json` beside files. */
export async function readBody(raw: Buffer, type: string | undefined, method: string): Promise<Read> {
  if (raw.length === 0 || method === "GET") return { body: nothing, told: null };
  if (type?.startsWith("application/json")) return parse(raw.toString("utf8"), []);
  if (!type?.startsWith("multipart/form-data")) return { body: nothing, told: "form" };
  const form = await new Response(new Uint8Array(raw), { headers: { "content-type": type } }).formData();
  const files: Upload[] = [];
  let json = "{}";
  for (const [name, value] of form) {
    if (typeof value === "string") json = name === "payload_json" ? value : json;
    else
      files.push({
        index: /\d+/.exec(name)?.[0] ?? "0",
        name: value.name,
        bytes: new Uint8Array(await value.arrayBuffer()),
      });
  }
  return parse(json, files);
}

function parse(text: string, files: readonly Upload[]): Read {
  try {
    return { body: { json: JSON.parse(text), files }, told: null };
  } catch {
    return { body: nothing, told: "json" };
  }
}
