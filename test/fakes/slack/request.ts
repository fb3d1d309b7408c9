import type { IncomingMessage } from "node:http";
import { isRecord, type Json } from "./json.js";
import { Refusal } from "./refusal.js";

export type Asked = { readonly args: Json; readonly token: string };

export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Arguments and token of a call, refused where the body is none that Slack reads; a token in the address is none. */
export async function readCall(request: IncomingMessage, body: Buffer): Promise<Asked> {
  const given = await argumentsIn(request, body);
  const [, bearer = ""] = /^Bearer (.+)$/.exec(request.headers.authorization ?? "") ?? [];
  const { token = "", ...args } = given;
  if (Object.keys(args).some((name) => /\[.*\]$/.test(name))) throw new Refusal("invalid_array_arg");
  if (Object.keys(args).some((name) => !/^\w{1,64}$/.test(name))) throw new Refusal("invalid_arg_name");
  return { args, token: bearer || (request.method === "POST" ? String(token) : "") };
}

async function argumentsIn(request: IncomingMessage, body: Buffer): Promise<Json> {
  const query = Object.fromEntries(new URL(request.url ?? "/", "http://slack").searchParams);
  if (request.method === "GET") return query;
  if (request.method !== "POST") throw new Refusal("insecure_request");
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (body.length === 0) return query;
  switch (type) {
    case "application/x-www-form-urlencoded":
      return { ...query, ...Object.fromEntries(new URLSearchParams(body.toString())) };
    case "application/json":
      return { ...query, ...jsonIn(body.toString()) };
    case "multipart/form-data":
      return { ...query, ...(await formIn(request, body)) };
    case "":
      throw new Refusal("missing_post_type");
    default:
      throw new Refusal("invalid_post_type");
  }
}

function jsonIn(text: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal("invalid_json");
  }
  if (!isRecord(value)) throw new Refusal("json_not_object");
  return value;
}

async function formIn(request: IncomingMessage, body: Buffer): Promise<Json> {
  try {
    const headers = { "content-type": request.headers["content-type"] ?? "" };
    const form = await new Response(new Uint8Array(body), { headers }).formData();
    return Object.fromEntries([...form].filter(([, value]) => typeof value === "string"));
  } catch {
    throw new Refusal("invalid_form_data");
  }
}
