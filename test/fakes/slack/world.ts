import { randomBytes, randomUUID } from "node:crypto";
import type { Json } from "./json.js";
import type { Manifest } from "./manifest.js";
import type { Code, StoredFile, Trigger } from "./tickets.js";

/** A workspace where the app is, or was, installed. */
export type Team = {
  readonly id: string;
  readonly name: string;
  readonly enterprise: { readonly id: string; readonly name: string } | null;
  readonly orgWide: boolean;
  readonly botUser: string;
  readonly botId: string;
  token: string;
  scopes: ReadonlySet<string>;
  standing: "installed" | "revoked" | "uninstalled";
  readonly groups: { readonly id: string; readonly handle: string; readonly name: string }[];
};

export type Member = {
  readonly id: string;
  readonly team: string;
  /** Other workspaces of the organisation that she belongs to. */
  readonly alsoIn: readonly string[];
  readonly name: string;
  readonly admin: boolean;
  readonly owner: boolean;
  readonly bot: boolean;
  tz: string | null;
  deleted: boolean;
};

export type Message = {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly bot: boolean;
  readonly threadTs: string | null;
  /** The person who alone sees it; null where the whole channel does. */
  readonly only: string | null;
  text: string;
  blocks: readonly Json[];
  metadata: Json | null;
  readonly files: readonly StoredFile[];
  /** Whom it really reaches: `channel`, `here`, `everyone`, a user's or a group's id. */
  notified: readonly string[];
  /** Words such as @here that Slack may read as a mention, since the text was not sent verbatim. */
  perhapsNotified: readonly string[];
  /** Addresses that Slack would unfold below it. */
  unfurled: readonly string[];
  /** What it said before, oldest first. */
  readonly edits: { readonly text: string; readonly blocks: readonly Json[]; readonly at: number }[];
  gone: boolean;
};

export type Conversation = {
  readonly id: string;
  readonly name: string;
  readonly kind: "public" | "private" | "im";
  readonly team: string;
  /** The other side of a direct conversation with the app. */
  readonly person: string | null;
  readonly members: Set<string>;
  readonly sharedWith: Set<string>;
  archived: boolean;
  deleted: boolean;
  /** A preference of the workspace keeps the app from posting. */
  restricted: boolean;
  /** Oldest first. */
  readonly messages: Message[];
};

export type View = {
  readonly id: string;
  readonly team: string;
  readonly person: string;
  readonly type: string;
  readonly rootId: string;
  content: Json;
  hash: string;
  open: boolean;
};

/** What one person alone sees; `shown` counts whatever appeared or changed. */
export type Screen = {
  readonly private: Message[];
  readonly modals: View[];
  readonly troubles: string[];
  home: View | null;
  /** What appeared or changed last; null where something vanished. */
  latest: Message | View | null;
  shown: number;
  shownAt: number;
};

/** One call that reached the Web API, as it came; `answer`: null while it is under way or where it was cut. */
export type Call = {
  readonly method: string;
  readonly args: Json;
  readonly token: string;
  readonly at: number;
  answer: Json | null;
  status: number;
};

/** Everything that outlives the bot. */
export type World = {
  readonly appId: string;
  readonly appToken: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signingSecret: string;
  readonly manifest: Manifest;
  /** Others may install the app, outside the Marketplace: history by fifteen, once a minute. */
  readonly distributed: boolean;
  readonly now: () => number;
  readonly teams: Map<string, Team>;
  readonly members: Map<string, Member>;
  readonly conversations: Map<string, Conversation>;
  readonly views: Map<string, View>;
  readonly screens: Map<string, Screen>;
  readonly triggers: Map<string, Trigger>;
  readonly files: Map<string, StoredFile>;
  /** By the last word of the address where the bytes go. */
  readonly uploads: Map<string, StoredFile>;
  readonly codes: Map<string, Code>;
  /** Addresses of pictures that Slack can fetch; no others. */
  readonly images: Set<string>;
  readonly calls: Call[];
  /** What Slack would have let pass, and the bot should not do. */
  readonly strange: string[];
  counter: number;
  lastTs: number;
};

/** Everybody else is met in shared channels alone. */
export function isOf(member: Member, team: Pick<Team, "id">): boolean {
  return member.team === team.id || member.alsoIn.includes(team.id);
}

export function newId(world: World, prefix: string): string {
  world.counter += 1;
  return `${prefix}0${world.counter.toString(36).toUpperCase().padStart(9, "0")}`;
}

/** A secret such as a token; never one that a real workspace could have. */
export function newSecret(prefix: string): string {
  return `${prefix}${randomBytes(18).toString("hex")}`;
}

export function newUuid(): string {
  return randomUUID();
}

/** A message's name: seconds and microseconds, never twice, always rising. */
export function newTs(world: World): string {
  world.lastTs = Math.max(world.lastTs + 1, Math.round(world.now() * 1000));
  const seconds = Math.floor(world.lastTs / 1e6);
  return `${seconds}.${String(world.lastTs % 1e6).padStart(6, "0")}`;
}

export function screenOf(world: World, person: string): Screen {
  const found = world.screens.get(person);
  if (found) return found;
  const fresh: Screen = {
    private: [],
    modals: [],
    troubles: [],
    home: null,
    latest: null,
    shown: 0,
    shownAt: 0,
  };
  world.screens.set(person, fresh);
  return fresh;
}

/** Notes that something on this person's own screen appeared or changed. */
export function markShown(world: World, person: string, what: Message | View | null): void {
  const screen = screenOf(world, person);
  screen.latest = what;
  screen.shown += 1;
  screen.shownAt = performance.now();
}
