import { flatten } from "./component-form.js";
import { faultsOf, isRecord, say } from "./form.js";
import { ping } from "./mentions.js";
import { componentFaults, fieldsOf } from "./message-form.js";
import { refuse, refuseFaults } from "./refusal.js";
import {
  type Attachment,
  type Channel,
  flag,
  type Message,
  type Part,
  type User,
  type World,
} from "./world.js";

/** A request's body as it came: the JSON, and the files beside it. */
export type Body = { readonly json: unknown; readonly files: readonly Upload[] };

export type Upload = { readonly index: string; readonly name: string; readonly bytes: Uint8Array };

const largest = 10 * 1024 * 1024;
const undocumented = 10_170;

/** Makes a message of a body that has come for it, or refuses it as Discord does. */
export function compose(
  world: World,
  body: Body,
  about: {
    readonly channel: Channel;
    readonly form: "post" | "reply";
    readonly only?: User | null;
    readonly cause?: Message["cause"];
    /** Where in the request the message lies, for the errors. */
    readonly path?: readonly string[];
  },
): Message {
  const path = about.path ?? [];
  refuseFaults(
    faultsOf(body.json ?? {}, fieldsOf[about.form]).map((fault) => ({
      ...fault,
      path: [...path, ...fault.path],
    })),
  );
  const json = isRecord(body.json) ? body.json : {};
  const flags = typeof json.flags === "number" ? json.flags : 0;
  refuseFaults(componentFaults(json, flags, path));
  const attachments = attach(world, body, json, path);
  const reference = isRecord(json.message_reference) ? String(json.message_reference.message_id) : null;
  const message: Message = {
    id: world.id(),
    channel: about.channel,
    author: world.bot,
    content: typeof json.content === "string" ? json.content.trim() : "",
    embeds: Array.isArray(json.embeds) ? json.embeds : [],
    components: numbered(json.components),
    attachments,
    flags: flags & (flag.componentsV2 | flag.suppressEmbeds | flag.suppressNotifications),
    nonce: typeof json.nonce === "string" || typeof json.nonce === "number" ? json.nonce : null,
    at: world.now(),
    editedAt: null,
    edits: 0,
    deleted: false,
    only: about.only ?? null,
    repliesTo: reference,
    cause: about.cause ?? null,
    thread: null,
    pinged: new Set(),
    notified: new Set(),
  };
  if (about.only) message.flags |= flag.ephemeral;
  refuseEmpty(message);
  refuseLost(message, path);
  ping(message, json.allowed_mentions, world);
  return message;
}

/** Changes a message as a PATCH says; what the body leaves out stays. */
export function amend(world: World, message: Message, body: Body, path: readonly string[] = []): void {
  refuseFaults(
    faultsOf(body.json ?? {}, fieldsOf.edit).map((fault) => ({ ...fault, path: [...path, ...fault.path] })),
  );
  const json = isRecord(body.json) ? body.json : {};
  const asked = typeof json.flags === "number" ? json.flags : message.flags;
  const loading = (message.flags & flag.loading) !== 0;
  if (!loading && (message.flags & flag.componentsV2) !== 0 && (asked & flag.componentsV2) === 0)
    refuseFaults([
      {
        path: [...path, "flags"],
        code: "MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG",
        message: "MessageFlags.IS_COMPONENTS_V2 cannot be removed from a message",
      },
    ]);
  const kept = {
    content: json.content === undefined ? message.content : json.content,
    embeds: json.embeds === undefined ? message.embeds : json.embeds,
    components: json.components === undefined ? [] : json.components,
  };
  refuseFaults(componentFaults(kept, asked, path));
  const before = { ...message };
  const change = {
    content: typeof kept.content === "string" ? kept.content.trim() : "",
    embeds: Array.isArray(kept.embeds) ? kept.embeds : [],
    components: json.components === undefined ? message.components : numbered(json.components),
    attachments: attach(world, body, json, path, message.attachments),
    flags: (message.flags & ~(flag.loading | flag.componentsV2)) | (asked & flag.componentsV2),
  };
  refuseEmpty({ ...before, ...change });
  refuseLost({ ...before, ...change }, path);
  Object.assign(message, change);
  if (!loading) {
    message.edits += 1;
    message.editedAt = world.now();
  }
  if (
    json.content !== undefined ||
    json.components !== undefined ||
    json.allowed_mentions !== undefined ||
    loading
  )
    ping(message, json.allowed_mentions, world);
}

/** Counts the components as Discord does, from 1, around the ids that were given. */
function numbered(components: unknown): readonly Part[] {
  if (!Array.isArray(components)) return [];
  const taken = new Set(flatten(components).map(({ id }) => id));
  let last = 0;
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (!isRecord(value)) return value;
    let id = value.id;
    if (typeof id !== "number" || id === 0) {
      do last += 1;
      while (taken.has(last));
      id = last;
    }
    const inner = Object.fromEntries(
      ["components", "accessory", "component"].flatMap((key) =>
        value[key] === undefined ? [] : [[key, walk(value[key])]],
      ),
    );
    return { ...value, ...inner, id };
  };
  return components.map(walk) as readonly Part[];
}

function refuseEmpty(message: Message): void {
  if (
    message.content !== "" ||
    message.embeds.length > 0 ||
    message.components.length > 0 ||
    message.attachments.length > 0
  )
    return;
  refuse("empty");
}

/** A reference to a file that is not there; and a size that Discord documents nowhere and answers with 500 (discord-api-docs issue 8554). */
function refuseLost(message: Message, path: readonly string[]): void {
  const names = new Set(message.attachments.map(({ filename }) => filename));
  const found = [
    ...JSON.stringify([message.components, message.embeds]).matchAll(/"attachment:\/\/([^"]+)"/g),
  ];
  for (const [, name] of found) {
    if (name === undefined || names.has(name)) continue;
    refuseFaults([
      {
        path: [...path, "components"],
        code: "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
        message: `The attachment ${name} was not found`,
      },
    ]);
  }
  const texts = flatten(message.components).filter(({ type }) => type === 10);
  const bytes = texts.reduce((sum, { content }) => sum + Buffer.byteLength(String(content)) + 12, 0);
  if (bytes > undocumented) refuse("broken");
}

function attach(
  world: World,
  body: Body,
  json: Record<string, unknown>,
  path: readonly string[],
  present: readonly Attachment[] = [],
): readonly Attachment[] {
  const told = Array.isArray(json.attachments) ? json.attachments.filter(isRecord) : null;
  const kept = told ? present.filter(({ id }) => told.some((one) => String(one.id) === id)) : present;
  const found: Parameters<typeof say>[0] = [];
  const fresh = body.files.map(({ index, name, bytes }): Attachment => {
    const about = told?.find((one) => String(one.id) === index);
    if (name === "")
      say(found, [...path, "attachments", index], "BASE_TYPE_REQUIRED", "This field is required");
    if (bytes.length > largest) refuse("tooLarge");
    const description = typeof about?.description === "string" ? { description: about.description } : {};
    return { id: world.id(), filename: name, size: bytes.length, bytes, ...description };
  });
  for (const one of told ?? []) {
    const known =
      body.files.some(({ index }) => index === String(one.id)) ||
      present.some(({ id }) => id === String(one.id));
    if (!known)
      say(
        found,
        [...path, "attachments", String(one.id)],
        "ATTACHMENT_NOT_FOUND",
        "There is no file for this attachment",
      );
  }
  if (fresh.length + kept.length > 10)
    say(found, [...path, "attachments"], "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.");
  refuseFaults(found);
  return [...kept, ...fresh];
}
