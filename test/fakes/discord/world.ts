import type { Permission } from "./permissions.js";

/** Everything that exists on the test server; plain data, changed in place. */
export type World = {
  readonly now: () => Date;
  readonly id: () => string;
  readonly bot: User;
  token: string;
  readonly servers: Map<string, Server>;
  readonly channels: Map<string, Channel>;
  readonly users: Map<string, User>;
  /** Messages that one person alone sees, by id. */
  readonly whispers: Map<string, Message>;
  readonly commands: Command[];
  readonly nonces: Map<string, { readonly message: Message; readonly at: number }>;
  /** What no test should make happen: unknown routes, flags that Discord ignores, bodies it would not read. */
  readonly strange: string[];
  readonly dispatch: Dispatch;
};

export type Dispatch = (
  event: string,
  data: object,
  to: { readonly server: Server | null; readonly intent: number },
) => void;

export type User = {
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
  readonly locale: string;
  /** Refuses direct messages. */
  closedDirect: boolean;
  /** Has installed the bot for herself. */
  installed: boolean;
  /** May use *Manage Server* commands: everywhere, nowhere, or in these servers. */
  mayManage: boolean | readonly string[];
  /** Ids of the servers she is in; null: in all. */
  servers: readonly string[] | null;
  dm: Channel | null;
};

export type Role = {
  readonly id: string;
  readonly name: string;
  readonly mentionable: boolean;
  readonly members: Set<string>;
};

export type Server = {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  /** Somebody who never shows up; the bot would be allowed everything in a server of its own. */
  readonly owner: string;
  readonly roles: Role[];
  readonly permissions: readonly Permission[];
  /** The role that Discord made for the bot. */
  readonly botRole: string;
  /** Whether the bot is a member. */
  joined: boolean;
  unavailable: boolean;
  /** Commands that *Integrations* in the server's settings opens to these people, whatever the command says. */
  readonly opened: Map<string, Set<string>>;
};

export type Kind = "text" | "announcement" | "voice" | "category" | "forum" | "thread" | "dm";

export const typeOf: Readonly<Record<Kind, number>> = {
  text: 0,
  dm: 1,
  voice: 2,
  category: 4,
  announcement: 5,
  thread: 11,
  forum: 15,
};

export type Channel = {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly server: Server | null;
  /** In direct messages: with whom. */
  readonly person: User | null;
  readonly parent: Channel | null;
  /** What the bot may do here. */
  permissions: ReadonlySet<Permission>;
  archived: boolean;
  locked: boolean;
  readonly messages: Map<string, Message>;
};

export type Part = { readonly type: number; readonly id: number; readonly [field: string]: unknown };

export type Attachment = {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly description?: string;
  readonly bytes: Uint8Array;
};

export type Message = {
  readonly id: string;
  readonly channel: Channel;
  readonly author: User;
  content: string;
  embeds: readonly Record<string, unknown>[];
  components: readonly Part[];
  attachments: readonly Attachment[];
  flags: number;
  readonly nonce: string | number | null;
  readonly at: Date;
  editedAt: Date | null;
  edits: number;
  deleted: boolean;
  /** Who alone sees it, if it is a whisper. */
  readonly only: User | null;
  readonly repliesTo: string | null;
  /** The interaction that it answers. */
  readonly cause: { readonly id: string; readonly type: number; readonly user: User } | null;
  thread: Channel | null;
  /** Mentions that text and `allowed_mentions` together let through, on creation or on any edit: `@everyone`, `@here`, `<@id>`, `<@&id>`. */
  readonly pinged: Set<string>;
  /** Those of them that the server's permissions and roles would not stop. */
  readonly notified: Set<string>;
};

export type Option = {
  readonly type: number;
  readonly name: string;
  readonly required?: boolean;
  readonly options?: readonly Option[];
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly autocomplete?: boolean;
};

export type Command = Option & {
  readonly id: string;
  readonly description: string;
  readonly version: string;
  readonly default_member_permissions?: string | null;
  readonly contexts?: readonly number[] | null;
  readonly integration_types?: readonly number[];
};

export const flag = {
  ephemeral: 64,
  loading: 128,
  hasThread: 32,
  suppressNotifications: 4096,
  suppressEmbeds: 4,
  componentsV2: 32768,
} as const;

export function isIn(user: User, server: Server): boolean {
  return user.servers === null || user.servers.includes(server.id);
}

export function mayManage(user: User, server: Server): boolean {
  return typeof user.mayManage === "boolean" ? user.mayManage : user.mayManage.includes(server.id);
}
