import { openDirect } from "./direct.js";
import type { Json } from "./json.js";
import { type Caller, conversationIn, flag, isIn, type Method, scopeFor, text } from "./method.js";
import { cursorAt, limitOf, stampOf, startOf } from "./paging.js";
import { messageJson } from "./posting.js";
import { Refusal } from "./refusal.js";
import type { Conversation, Message } from "./world.js";

const window = ["cursor", "limit", "oldest", "latest", "inclusive", "include_all_metadata"];

export const conversationMethods: Readonly<Record<string, Method>> = {
  "conversations.history": {
    token: "bot",
    tier: 3,
    required: ["channel"],
    optional: window,
    scopes: (caller) => scopeFor(caller, "history"),
    run: history,
  },
  "conversations.replies": {
    token: "bot",
    tier: 3,
    required: ["channel", "ts"],
    optional: window,
    scopes: (caller) => scopeFor(caller, "history"),
    run: replies,
  },
  "conversations.info": {
    token: "bot",
    tier: 3,
    required: ["channel"],
    optional: ["include_num_members", "include_locale"],
    scopes: (caller) => scopeFor(caller, "read"),
    run: (caller) => ({
      ok: true,
      channel: channelJson(caller, conversationIn(caller, text(caller.args, "channel"))),
    }),
  },
  "conversations.members": {
    token: "bot",
    tier: 4,
    required: ["channel"],
    optional: ["cursor", "limit"],
    scopes: (caller) => scopeFor(caller, "read"),
    run: members,
  },
  "conversations.open": {
    token: "bot",
    tier: 3,
    required: [],
    optional: ["users", "channel", "return_im", "prevent_creation"],
    scopes: () => ["im:write"],
    run: open,
  },
  "conversations.list": {
    token: "bot",
    tier: 2,
    required: [],
    optional: ["cursor", "limit", "types", "exclude_archived", "team_id"],
    scopes: () => ["channels:read", "groups:read", "im:read"],
    run: (caller) => list(caller, () => true),
  },
  "users.conversations": {
    token: "bot",
    tier: 3,
    required: [],
    optional: ["cursor", "limit", "types", "exclude_archived", "user", "team_id"],
    scopes: () => ["channels:read", "groups:read", "im:read"],
    run: (caller) => list(caller, (one) => isIn(caller, one)),
  },
};

function history(caller: Caller): Json {
  const from = readable(caller);
  const all = from.messages.filter((one) => !one.gone && one.threadTs === null).reverse();
  return page(caller, all);
}

function replies(caller: Caller): Json {
  const from = readable(caller);
  const ts = text(caller.args, "ts");
  const asked = from.messages.find((one) => one.ts === ts && !one.gone);
  if (!asked) throw new Refusal("thread_not_found");
  const root = asked.threadTs ?? asked.ts;
  return page(
    caller,
    from.messages.filter((one) => !one.gone && (one.ts === root || one.threadTs === root)),
  );
}

function readable(caller: Caller): Conversation {
  const from = conversationIn(caller, text(caller.args, "channel"));
  if (!isIn(caller, from)) throw new Refusal("not_in_channel");
  return from;
}

/** One page, in the order given; the cursor is the place in it. */
function page(caller: Caller, all: readonly Message[]): Json {
  const { args, world, team } = caller;
  const limit = world.distributed ? Math.min(15, limitOf(args, 15)) : limitOf(args, 100);
  const inclusive = flag(args, "inclusive", false);
  const oldest = stampOf(args, "oldest", 0);
  const latest = stampOf(args, "latest", Number.POSITIVE_INFINITY);
  const inWindow = all.filter(({ ts }) => {
    const at = Number(ts);
    return (at > oldest && at < latest) || (inclusive && (at === oldest || at === latest));
  });
  const start = startOf(args);
  const shown = inWindow.slice(start, start + limit);
  const more = start + limit < inWindow.length;
  return {
    ok: true,
    messages: shown.map((one) => messageJson(world, team, one, flag(args, "include_all_metadata", false))),
    has_more: more,
    pin_count: 0,
    ...(more ? { response_metadata: { next_cursor: cursorAt(start + limit) } } : {}),
  };
}

function channelJson(caller: Caller, one: Conversation): Json {
  const { team } = caller;
  if (one.kind === "im")
    return { id: one.id, is_im: true, user: one.person, is_archived: false, is_channel: false };
  return {
    id: one.id,
    name: one.name,
    name_normalized: one.name,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_private: one.kind === "private",
    is_archived: one.archived,
    is_member: isIn(caller, one),
    is_shared: one.sharedWith.size > 0,
    is_ext_shared: one.sharedWith.size > 0,
    context_team_id: team.id,
    shared_team_ids: [one.team, ...one.sharedWith],
  };
}

function members(caller: Caller): Json {
  const one = conversationIn(caller, text(caller.args, "channel"));
  const all = [...one.members];
  const start = startOf(caller.args);
  const limit = limitOf(caller.args, 100);
  const next = start + limit < all.length ? cursorAt(start + limit) : "";
  return { ok: true, members: all.slice(start, start + limit), response_metadata: { next_cursor: next } };
}

function open(caller: Caller): Json {
  const people = text(caller.args, "users").split(",").filter(Boolean);
  const [person] = people;
  if (person === undefined) throw new Refusal("users_list_not_supplied");
  if (people.length > 1) caller.world.strange.push("conversations.open: several users at once");
  const one = openDirect(caller, person);
  return { ok: true, channel: { id: one.id } };
}

function list(caller: Caller, keep: (one: Conversation) => boolean): Json {
  const { world, team, args } = caller;
  const types = (text(args, "types") || "public_channel").split(",").map((type) => type.trim());
  const names = { public: "public_channel", private: "private_channel", im: "im" } as const;
  const all = [...world.conversations.values()].filter(
    (one) =>
      !one.deleted &&
      (one.team === team.id || one.sharedWith.has(team.id)) &&
      types.includes(names[one.kind]) &&
      (one.kind !== "private" || isIn(caller, one)) &&
      !(one.archived && flag(args, "exclude_archived", false)) &&
      keep(one),
  );
  const start = startOf(args);
  const limit = limitOf(args, 100);
  const next = start + limit < all.length ? cursorAt(start + limit) : "";
  const shown = all.slice(start, start + limit);
  return {
    ok: true,
    channels: shown.map((one) => channelJson(caller, one)),
    response_metadata: { next_cursor: next },
  };
}
