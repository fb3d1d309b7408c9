import { attach } from "./attachments.js";
import { flatten, numbered } from "./component-walk.js";
import { faultsOf, isRecord } from "./form.js";
import { ping } from "./mentions.js";
import { componentFaults, fieldsOf } from "./message-form.js";
import { refuse, refuseFaults } from "./refusal.js";
import { type Channel, flag, type Message, type User, type World } from "./world.js";

/** A request's body as it came: the JSON, and the files beside it. */
export type Body = { readonly json: unknown; readonly files: readonly Upload[] };

export type Upload = { readonly index: string; readonly name: string; readonly bytes: Uint8Array };

const undocumented = 10_170;
const settable = flag.componentsV2 | flag.suppressEmbeds | flag.suppressNotifications | flag.ephemeral;

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
  if ((flags & ~settable) !== 0)
    world.strange.push(`Discord ignores these flags on a new message: ${flags & ~settable}`);
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
