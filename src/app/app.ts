import type { Bank } from "../core/bank.js";
import type { ChannelId } from "../core/ids.js";
import type { Store } from "../store/store.js";
import type { Platform } from "./platform.js";

export type Clock = () => Date;

/** Where operators read: a sentence, and what it is about. Never anything secret. */
export type Log = {
  info(words: string, about?: object): void;
  warn(words: string, about?: object): void;
  error(words: string, cause: unknown): void;
};

/** What every deed is handed. */
export type App = {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** The bank in force; replaced whole when the notes change. */
  readonly bank: { now: Bank };
  /** By the name that its ids begin with. */
  readonly platforms: ReadonlyMap<string, Platform>;
  /** Workspaces that are served; null: all. */
  readonly workspaces: ReadonlySet<string> | null;
};

/** The platform that a channel lies on; undefined while it is not started here. */
export function platformFor(app: App, id: ChannelId | string): Platform | undefined {
  return app.platforms.get(id.slice(0, id.indexOf(":")));
}
