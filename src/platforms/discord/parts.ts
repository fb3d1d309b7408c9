import type { Drawer } from "../../app/platform.js";

/** Where operators read. */
export type Log = {
  info(words: string, about?: object): void;
  warn(words: string, about?: object): void;
  error(words: string, cause: unknown): void;
};

export type DiscordParts = {
  readonly token: string;
  /** `http://127.0.0.1:4000/api` for a proxy or a test server; null: Discord itself. */
  readonly api: string | null;
  /** Remembers which commands are registered. */
  readonly drawer: Drawer;
  readonly log: Log;
  /** The bot's own time, for when to try again; left out, the machine's. */
  readonly clock?: () => Date;
};

/** Why Discord cannot be used, in a sentence that names the cure. */
export class DiscordFault extends Error {
  override readonly name = "DiscordFault";
}
