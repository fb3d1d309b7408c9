import { type Json, lengthOf, recordsIn, stringIn } from "./json.js";
import { type Caller, conversationIn, isIn, jsonArgument, type Method, text } from "./method.js";
import { postAs } from "./posting.js";
import { Refusal } from "./refusal.js";
import type { StoredFile } from "./tickets.js";
import { newId, newSecret, type World } from "./world.js";

export const fileMethods: Readonly<Record<string, Method>> = {
  "files.getUploadURLExternal": {
    token: "bot",
    tier: 4,
    required: ["filename", "length"],
    optional: ["alt_txt", "snippet_type"],
    scopes: () => ["files:write"],
    run: announce,
  },
  "files.completeUploadExternal": {
    token: "bot",
    tier: 4,
    required: ["files"],
    optional: ["channel_id", "channels", "initial_comment", "thread_ts", "blocks"],
    scopes: () => ["files:write"],
    run: complete,
  },
};

/** A gigabyte. */
const mostBytes = 1 << 30;
/** How long an address for an upload is good: Slack names no number. */
const life = 5 * 60_000;

function announce({ world, team, args, origin }: Caller): Json {
  const length = Number(text(args, "length"));
  if (!Number.isInteger(length) || length < 0) {
    throw new Refusal("invalid_arguments", ["must be an integer [json-pointer:/length]"]);
  }
  if (length === 0) throw new Refusal("missing_argument");
  if (length > mostBytes) throw new Refusal("file_upload_size_restricted");
  if (lengthOf(text(args, "alt_txt")) > 1000) throw new Refusal("alt_txt_too_large");
  const id = newId(world, "F");
  const name = text(args, "filename");
  const file = { id, team: team.id, name, title: name, length, at: world.now(), bytes: null, shared: false };
  const key = newSecret("");
  world.files.set(id, file);
  world.uploads.set(key, file);
  return { ok: true, upload_url: `${origin}/upload/v1/${key}`, file_id: id };
}

/** What the address of an upload answers: the whole file, at once, in time, and once. */
export function takeUpload(
  world: World,
  key: string,
  sent: { readonly method: string; readonly body: Buffer },
): { readonly status: number; readonly words: string } {
  const file = world.uploads.get(key);
  if (!file) return { status: 404, words: "not_found" };
  if (sent.method !== "POST") return { status: 405, words: "method_not_allowed" };
  if (file.bytes !== null) return { status: 400, words: "uploaded_before" };
  if (world.now() - file.at > life) return { status: 403, words: "expired" };
  if (sent.body.length !== file.length) return { status: 400, words: "length_mismatch" };
  file.bytes = sent.body;
  return { status: 200, words: `OK - ${file.length}` };
}

function complete(caller: Caller): Json {
  const { world, team, args } = caller;
  const wanted = recordsIn(jsonArgument(args, "files", "invalid_arguments"));
  if (wanted.length === 0) {
    throw new Refusal("invalid_arguments", ["no less than 1 items allowed [json-pointer:/files]"]);
  }
  const files = wanted.map(({ id, title }) => fileOf(caller, stringIn(id), stringIn(title)));
  const id = text(args, "channel_id");
  const to = id === "" ? null : openTo(caller, id);
  const threadTs = text(args, "thread_ts") || null;
  if (threadTs !== null && !to?.messages.some(({ ts }) => ts === threadTs)) {
    throw new Refusal("invalid_arguments", ["invalid thread [json-pointer:/thread_ts]"]);
  }
  for (const file of files) file.shared = true;
  const content = { text: text(args, "initial_comment"), blocks: null };
  // Without a place nobody but the app ever sees them.
  if (to) postAs(world, team, to, { content, args, metadata: null, threadTs, files, only: null });
  return { ok: true, files: files.map((file) => ({ id: file.id, title: file.title })) };
}

function fileOf({ world, team }: Caller, id: string, title: string): StoredFile {
  const file = world.files.get(id);
  if (!file || file.team !== team.id || file.bytes === null || file.shared)
    throw new Refusal("file_not_found");
  if (title !== "") file.title = title;
  return file;
}

/** A conversation by its id; a person’s is none. */
function openTo(caller: Caller, id: string) {
  if (!/^[CGDZ][A-Z0-9]{8,}$/.test(id)) {
    const words = "input must match regex pattern: ^[CGDZ][A-Z0-9]{8,}$ [json-pointer:/channel_id]";
    throw new Refusal("invalid_arguments", [words]);
  }
  const to = conversationIn(caller, id);
  if (!isIn(caller, to)) throw new Refusal("not_in_channel");
  if (to.archived) throw new Refusal("invalid_channel");
  if (to.restricted) throw new Refusal("posting_to_channel_denied");
  return to;
}
