import { isRecord, type Json, parsed, stringIn } from "./json.js";
import type { Tier } from "./pace.js";
import { Refusal } from "./refusal.js";
import type { Conversation, Team, World } from "./world.js";

/** Sends an event of a workspace to the app, as far as it asked for events of this type. */
export type Emit = (team: Team, event: Json) => void;

export type Caller = {
  readonly world: World;
  readonly team: Team;
  readonly args: Json;
  readonly emit: Emit;
  /** The address under which people reach this server. */
  readonly origin: string;
};

/** A method of the Web API: what it takes, what it needs, what it does. */
export type Method = {
  readonly token: "bot" | "app" | "none";
  readonly tier: Tier;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Any one of these is enough; none where it needs no scope. */
  readonly scopes: (caller: Caller) => readonly string[];
  readonly run: (caller: Caller) => Json;
};

/** An argument that may come as JSON in a string; undefined where it was not given, refused where it is no JSON. */
export function jsonArgument(args: Json, name: string, refusal: string): unknown {
  const value = args[name];
  if (typeof value !== "string") return value;
  const read = parsed(value);
  if (read === undefined) throw new Refusal(refusal);
  return read;
}

/** A yes or no as forms and JSON write it. */
export function flag(args: Json, name: string, otherwise: boolean): boolean {
  const value = args[name];
  if (value === undefined || value === "") return otherwise;
  return value === true || value === "true" || value === "1" || value === 1;
}

export function text(args: Json, name: string): string {
  const value = args[name];
  return typeof value === "number" ? String(value) : stringIn(value);
}

/** The conversation of that id, seen from the caller's workspace. */
export function conversationIn(caller: Caller, id: string): Conversation {
  const { world, team } = caller;
  const found = world.conversations.get(id);
  const seen = found && !found.deleted && (found.team === team.id || found.sharedWith.has(team.id));
  if (!seen) throw new Refusal("channel_not_found");
  if (found.kind === "private" && !isIn(caller, found)) throw new Refusal("channel_not_found");
  return found;
}

/** Whether the app of this workspace is in it. */
export function isIn({ team }: Pick<Caller, "team">, to: Conversation): boolean {
  return to.members.has(team.botUser);
}

/** The scopes that reading this kind of conversation needs: `history` for its messages, `read` for itself. */
export function scopeFor(caller: Caller, what: "history" | "read"): readonly string[] {
  const found = caller.world.conversations.get(text(caller.args, "channel"));
  const prefix = { public: "channels", private: "groups", im: "im" }[found?.kind ?? "public"];
  return [`${prefix}:${what}`];
}

/** Metadata as it is stored: null where none came, an empty object where it is to be taken away. */
export function metadataArgument(args: Json): Json | null {
  const value = jsonArgument(args, "metadata", "invalid_metadata_format");
  if (value === undefined || value === "") return null;
  if (!isRecord(value)) throw new Refusal("invalid_metadata_format");
  if (Object.keys(value).length === 0) return value;
  if (stringIn(value.event_type) === "" || !isRecord(value.event_payload)) {
    throw new Refusal("invalid_metadata_format");
  }
  if (Buffer.byteLength(JSON.stringify(value)) > 8000) throw new Refusal("metadata_too_large");
  return value;
}
