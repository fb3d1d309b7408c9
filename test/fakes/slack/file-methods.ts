import { type Json, recordsIn, stringIn } from "./json.js";
import { type Caller, conversationIn, isIn, jsonArgument, type Method, text } from "./method.js";
import { postAs } from "./posting.js";
import { Refusal } from "./refusal.js";
import { newId } from "./world.js";

export const fileMethods: Readonly<Record<string, Method>> = {
  "files.getUploadURLExternal": {
    token: "bot",
    tier: 4,
    required: ["filename", "length"],
    optional: ["alt_txt", "snippet_type"],
    scopes: () => ["files:write"],
    run: ({ world, args, origin }) => {
      const length = Number(text(args, "length"));
      if (!Number.isInteger(length) || length < 1) throw new Refusal("missing_argument");
      const id = newId(world, "F");
      world.files.set(id, { id, name: text(args, "filename"), bytes: -length, complete: false });
      return { ok: true, upload_url: `${origin}/upload/v1/${id}`, file_id: id };
    },
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

function complete(caller: Caller): Json {
  const { world, team, args } = caller;
  const wanted = recordsIn(jsonArgument(args, "files", "invalid_arguments")).map(({ id }) => stringIn(id));
  const files = wanted.map((id) => world.files.get(id));
  for (const file of files) {
    if (!file || file.complete || file.bytes <= 0) throw new Refusal("file_not_found");
    file.complete = true;
  }
  const id = text(args, "channel_id");
  if (id !== "") {
    const to = conversationIn(caller, id);
    if (!isIn(caller, to)) throw new Refusal("not_in_channel");
    const names = files.map((file) => file?.name ?? "").join(", ");
    const content = { text: [text(args, "initial_comment"), names].filter(Boolean).join("\n"), blocks: null };
    const threadTs = text(args, "thread_ts") || null;
    postAs(world, team, to, { content, args, metadata: null, threadTs, only: null });
  }
  return { ok: true, files: files.map((file) => ({ id: file?.id, title: file?.name })) };
}
