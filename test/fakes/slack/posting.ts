import { isTooLong, problemsIn } from "./blocks.js";
import type { Assets } from "./check.js";
import { isRecord, type Json, lengthOf, recordIn, recordsIn } from "./json.js";
import { reachOf, swallowedIn, unfurledIn } from "./mentions.js";
import { flag, jsonArgument, text } from "./method.js";
import { Refusal } from "./refusal.js";
import type { StoredFile } from "./tickets.js";
import {
  type Conversation,
  type Message,
  markShown,
  newTs,
  screenOf,
  type Team,
  type World,
} from "./world.js";

export type Content = { readonly text: string; readonly blocks: readonly Json[] | null };

export type Draft = {
  readonly content: Content;
  readonly args: Json;
  readonly metadata: Json | null;
  readonly threadTs: string | null;
  readonly files?: readonly StoredFile[];
  /** Null: everybody in the conversation sees it. */
  readonly only: string | null;
};

export function assetsOf(world: World): Assets {
  const shared = [...world.files.values()].filter((file) => file.shared).map(({ id }) => id);
  return { images: world.images, files: new Set(shared) };
}

/** Text and blocks as Slack takes them; `most`: characters that the text may have. */
export function contentOf(world: World, args: Json, most: number): Content {
  const blocks = jsonArgument(args, "blocks", "invalid_blocks_format");
  if (blocks !== undefined && !(Array.isArray(blocks) && blocks.every(isRecord))) {
    throw new Refusal("invalid_blocks_format");
  }
  const words = text(args, "text");
  if (lengthOf(words) > most) throw new Refusal("msg_too_long");
  if (blocks === undefined) {
    if (words.trim() === "") throw new Refusal("no_text");
    noteSwallowed(world, { text: words, blocks: [] });
    return { text: words, blocks: null };
  }
  const problems = problemsIn(blocks, "message", { at: "/blocks", assets: assetsOf(world) });
  if (problems.length > 0) throw new Refusal("invalid_blocks", problems);
  if (blocks.length === 0 && words.trim() === "") throw new Refusal("no_text");
  if (isTooLong(recordsIn(blocks))) throw new Refusal("msg_blocks_too_long");
  noteSwallowed(world, { text: words, blocks: recordsIn(blocks) });
  return { text: words, blocks: withIds(recordsIn(blocks)) };
}

function noteSwallowed(
  world: World,
  said: { readonly text: string; readonly blocks: readonly Json[] },
): void {
  for (const inner of swallowedIn(said)) world.strange.push(`not escaped: <${inner}>`);
}

/** Puts the app's message into a conversation, or onto one person's screen. */
export function postAs(world: World, team: Team, to: Conversation, draft: Draft): Message {
  const blocks = draft.content.blocks ?? [];
  const said = { text: draft.content.text, blocks };
  const reach = reachOf(said, { linkNames: asksForNames(draft.args), groups: team.groups });
  const message: Message = {
    ts: newTs(world),
    channel: to.id,
    user: team.botUser,
    bot: true,
    threadTs: draft.threadTs,
    only: draft.only,
    ...said,
    metadata: draft.metadata,
    files: draft.files ?? [],
    notified: reach.notified,
    perhapsNotified: reach.perhaps,
    unfurled: unfurledIn(said, {
      links: flag(draft.args, "unfurl_links", false),
      media: flag(draft.args, "unfurl_media", true),
    }),
    edits: [],
    gone: false,
  };
  if (draft.only !== null) {
    screenOf(world, draft.only).private.push(message);
    markShown(world, draft.only, message);
    return message;
  }
  to.messages.push(message);
  if (to.person !== null) markShown(world, to.person, message);
  return message;
}

/** Changes what it says and keeps what it said; blocks and metadata that were not given stay. */
export function editAs(
  world: World,
  team: Team,
  message: Message,
  draft: Omit<Draft, "only" | "threadTs">,
): void {
  message.edits.push({ text: message.text, blocks: message.blocks, at: world.now() });
  const given = draft.content.blocks;
  message.text = draft.content.text === "" && given === null ? message.text : draft.content.text;
  message.blocks = given ?? message.blocks;
  if (draft.metadata !== null) {
    message.metadata = Object.keys(draft.metadata).length > 0 ? draft.metadata : null;
  }
  const reach = reachOf(message, { linkNames: asksForNames(draft.args), groups: team.groups });
  message.notified = [...new Set([...message.notified, ...reach.notified])];
  message.perhapsNotified = [...new Set([...message.perhapsNotified, ...reach.perhaps])];
}

/** A message as the API gives it out; `all`: with its metadata. */
export function messageJson(world: World, team: Team, message: Message, all: boolean): Json {
  const replies = world.conversations
    .get(message.channel)
    ?.messages.filter((one) => one.threadTs === message.ts && !one.gone);
  const last = message.edits.at(-1);
  const author = world.teams.get(world.members.get(message.user)?.team ?? "") ?? team;
  const thread = message.threadTs ?? (replies && replies.length > 0 ? message.ts : undefined);
  return {
    type: "message",
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: author.id,
    ...(message.bot ? { bot_id: author.botId, app_id: world.appId } : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.files.length > 0
      ? { files: message.files.map(({ id, name, title, length }) => ({ id, name, title, size: length })) }
      : {}),
    ...(last ? { edited: { user: message.user, ts: `${Math.floor(last.at / 1000)}.000000` } } : {}),
    ...(thread === undefined ? {} : { thread_ts: thread }),
    ...(replies && replies.length > 0
      ? { reply_count: replies.length, latest_reply: replies.at(-1)?.ts, reply_users_count: 1 }
      : {}),
    ...(all && message.metadata ? { metadata: message.metadata } : {}),
  };
}

function asksForNames(args: Json): boolean {
  return flag(args, "link_names", false) || args.parse === "full";
}

/** Blocks with the ids that Slack makes up where none was given. */
function withIds(blocks: readonly Json[]): readonly Json[] {
  const named = (element: unknown, id: string) =>
    isRecord(element) && element.type !== "image" ? { action_id: id, ...element } : element;
  return blocks.map((block, at) => {
    const id = block.block_id === undefined || block.block_id === "" ? `b${at}${suffix()}` : block.block_id;
    const elements = Array.isArray(block.elements) && block.type === "actions" ? block.elements : null;
    return {
      ...block,
      block_id: id,
      ...(elements ? { elements: elements.map((element) => named(element, suffix())) } : {}),
      ...(isRecord(block.accessory) ? { accessory: named(recordIn(block.accessory), suffix()) } : {}),
    };
  });
}

function suffix(): string {
  return Math.random().toString(36).slice(2, 7);
}
