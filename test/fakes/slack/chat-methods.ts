import { openDirect } from "./direct.js";
import type { Json } from "./json.js";
import { type Caller, conversationIn, isIn, type Method, metadataArgument, text } from "./method.js";
import { contentOf, editAs, messageJson, postAs } from "./posting.js";
import { Refusal } from "./refusal.js";
import { type Conversation, type Message, markShown } from "./world.js";

const words = ["text", "blocks", "link_names", "parse", "metadata"];
const needsWrite = () => ["chat:write"];

export const chatMethods: Readonly<Record<string, Method>> = {
  "chat.postMessage": {
    token: "bot",
    tier: "post",
    required: ["channel"],
    optional: [
      ...words,
      "thread_ts",
      "reply_broadcast",
      "unfurl_links",
      "unfurl_media",
      "mrkdwn",
      "username",
      "icon_emoji",
      "icon_url",
    ],
    scopes: needsWrite,
    run: postMessage,
  },
  "chat.postEphemeral": {
    token: "bot",
    tier: 4,
    required: ["channel", "user"],
    optional: [
      ...words.filter((name) => name !== "metadata"),
      "thread_ts",
      "username",
      "icon_emoji",
      "icon_url",
    ],
    scopes: needsWrite,
    run: postEphemeral,
  },
  "chat.update": {
    token: "bot",
    tier: 3,
    required: ["channel", "ts"],
    optional: [...words, "reply_broadcast", "file_ids", "unfurl_links", "unfurl_media"],
    scopes: needsWrite,
    run: update,
  },
  "chat.delete": {
    token: "bot",
    tier: 3,
    required: ["channel", "ts"],
    optional: [],
    scopes: needsWrite,
    run: remove,
  },
};

function postMessage(caller: Caller): Json {
  const { world, team, args } = caller;
  const to = openTo(caller);
  const metadata = metadataArgument(args);
  const content = contentOf(world, args, 40_000);
  const threadTs = text(args, "thread_ts") || null;
  if (threadTs !== null) checkThread(caller, to, threadTs);
  const draft = { content, args, metadata: metadata && Object.keys(metadata).length > 0 ? metadata : null };
  const message = postAs(world, team, to, { ...draft, threadTs, only: null });
  announce(caller, to, message, {});
  return { ok: true, channel: to.id, ts: message.ts, message: messageJson(world, team, message, true) };
}

function postEphemeral(caller: Caller): Json {
  const { world, team, args } = caller;
  const to = postable(caller, conversationIn(caller, text(args, "channel")));
  const person = text(args, "user");
  const member = world.members.get(person);
  if (!member || member.deleted) throw new Refusal("user_not_found");
  if (!to.members.has(person)) throw new Refusal("user_not_in_channel");
  const content = contentOf(world, args, 40_000);
  const threadTs = text(args, "thread_ts") || null;
  const message = postAs(world, team, to, { content, args, metadata: null, threadTs, only: person });
  return { ok: true, message_ts: message.ts };
}

function update(caller: Caller): Json {
  const { world, team, args } = caller;
  const to = conversationIn(caller, text(args, "channel"));
  const message = messageIn(to, text(args, "ts"));
  if (message.user !== team.botUser) throw new Refusal("cant_update_message");
  postable(caller, to);
  const metadata = metadataArgument(args);
  if (args.text === undefined && args.blocks === undefined) {
    throw new Refusal("no_text");
  }
  const content = contentOf(world, args, 4000);
  const before = messageJson(world, team, message, false);
  editAs(world, team, message, { content, args, metadata });
  announce(caller, to, message, { subtype: "message_changed", previous_message: before });
  return {
    ok: true,
    channel: to.id,
    ts: message.ts,
    text: message.text,
    message: messageJson(world, team, message, true),
  };
}

function remove(caller: Caller): Json {
  const { args, team } = caller;
  const to = conversationIn(caller, text(args, "channel"));
  const message = messageIn(to, text(args, "ts"));
  if (message.user !== team.botUser) throw new Refusal("cant_delete_message");
  message.gone = true;
  if (to.person !== null) markShown(caller.world, to.person, null);
  return { ok: true, channel: to.id, ts: message.ts };
}

/** A channel by id or by name, or the direct conversation with a person by the person's id. */
function openTo(caller: Caller): Conversation {
  const { world, team, args } = caller;
  const id = text(args, "channel");
  if (/^[UW]0/.test(id)) return postable(caller, openDirect(caller, id));
  const name = id.replace(/^#/, "");
  const byName = [...world.conversations.values()].find(
    (one) => one.team === team.id && one.kind === "public" && one.name === name && !one.deleted,
  );
  return postable(caller, byName ?? conversationIn(caller, id));
}

function postable(caller: Caller, to: Conversation): Conversation {
  const { world, team } = caller;
  if (to.archived) throw new Refusal("is_archived");
  const publicly = to.kind === "public" && team.scopes.has("chat:write.public");
  if (!isIn(caller, to) && !publicly) throw new Refusal("not_in_channel");
  if (to.restricted) throw new Refusal("restricted_action");
  if (to.kind === "im" && !world.manifest.messagesTab) throw new Refusal("messages_tab_disabled");
  return to;
}

function checkThread({ world }: Caller, to: Conversation, ts: string): void {
  const parent = to.messages.find((one) => one.ts === ts && !one.gone);
  if (!parent) throw new Refusal("thread_not_found");
  if (parent.threadTs !== null)
    world.strange.push(`chat.postMessage: thread_ts ${ts} is a reply, not a parent`);
}

function messageIn(to: Conversation, ts: string): Message {
  const found = to.messages.find((one) => one.ts === ts && !one.gone);
  if (!found) throw new Refusal("message_not_found");
  return found;
}

/** In a direct conversation the app hears of its own messages too. */
function announce(caller: Caller, to: Conversation, message: Message, change: Json): void {
  if (to.person !== null) markShown(caller.world, to.person, message);
  if (to.kind !== "im") return;
  const body = messageJson(caller.world, caller.team, message, false);
  const place = { channel: to.id, channel_type: "im", event_ts: message.ts };
  const changed = "subtype" in change;
  caller.emit(
    caller.team,
    changed
      ? { type: "message", ...change, hidden: true, message: body, ts: message.ts, ...place }
      : { ...body, ...place },
  );
}
