import type { Drawer } from "../../app/platform.js";

/** Where operators read. */
export type Log = {
  info(words: string, about?: object): void;
  warn(words: string, about?: object): void;
  error(words: string, cause: unknown): void;
};

/**
 * How Slack reaches the bot: over a socket that the bot opens, or by signed requests to an address of the bot's. There
 * workspaces can install the app by themselves, where `oauth` is given.
 */
export type Door =
  | { readonly kind: "socket"; readonly appToken: string }
  | {
      readonly kind: "http";
      readonly signingSecret: string;
      readonly port: number;
      readonly oauth?: OAuth | null;
    };

/** What the app shows to Slack when a workspace installs it; `secret` seals the tokens that come of it. */
export type OAuth = { readonly clientId: string; readonly clientSecret: string; readonly secret: string };

export type SlackParts = {
  /** `xoxb-…`, of one workspace; null: only those that installed the app by themselves. */
  readonly token: string | null;
  readonly door: Door;
  /** `http://127.0.0.1:4000/api/` for a proxy or a test server; null: Slack itself. */
  readonly api: string | null;
  /** Workspaces that may install the app, `slack:T024`; null: all. */
  readonly workspaces?: ReadonlySet<string> | null;
  /** `study` where the manifest was made with it, and `/quiz` is `/study-quiz`. */
  readonly prefix?: string;
  /** Keeps the sealed tokens of the workspaces that installed the app. */
  readonly drawer: Drawer;
  readonly log: Log;
  /** The bot's own time: when a command came, and when to try again; left out, the machine's. */
  readonly clock?: () => Date;
};

/** What lets workspaces install the app by themselves; null where they cannot. */
export function oauthOf(door: Door): OAuth | null {
  return door.kind === "http" ? (door.oauth ?? null) : null;
}

/** Why Slack cannot be used, in a sentence that names the cure. */
export class SlackFault extends Error {
  override readonly name = "SlackFault";
}
