import type { Drawer } from "../../app/platform.js";

/** Where operators read. */
export type Log = {
  info(words: string, about?: object): void;
  warn(words: string, about?: object): void;
  error(words: string, cause: unknown): void;
};

/** How Slack reaches the bot: over a socket that the bot opens, or by signed requests to an address of the bot's. */
export type Door =
  | { readonly kind: "socket"; readonly appToken: string }
  | { readonly kind: "http"; readonly signingSecret: string; readonly port: number };

export type SlackParts = {
  /** `xoxb-…`, of one workspace. */
  readonly token: string;
  readonly door: Door;
  /** `http://127.0.0.1:4000/api/` for a proxy or a test server; null: Slack itself. */
  readonly api: string | null;
  /** Not used by one workspace; several would keep their sealed tokens in it. */
  readonly drawer: Drawer;
  readonly log: Log;
  /** The bot's own time: when a command came, and when to try again; left out, the machine's. */
  readonly clock?: () => Date;
};

/** Why Slack cannot be used, in a sentence that names the cure. */
export class SlackFault extends Error {
  override readonly name = "SlackFault";
}
