import type { Bank } from "../core/bank.js";
import type { ChannelId, PersonId } from "../core/ids.js";
import type { TopicScore, YearDay } from "../core/message.js";
import type { Terms } from "../core/terms.js";
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
  /** The names of the field, replaced with it. */
  readonly terms: { now: Terms };
  /** By the name that its ids begin with. */
  readonly platforms: ReadonlyMap<string, Platform>;
  /** Workspaces that are served; null: all. */
  readonly workspaces: ReadonlySet<string> | null;
  /** Absent: words must do. */
  readonly pictures?: Pictures;
  /** People who have opened their own page since the start: it is kept up to date. Absent: no page is. */
  readonly homes?: Set<PersonId>;
};

/** Draws PNGs; null where one cannot be had now. */
export type Pictures = {
  year(days: readonly YearDay[]): Promise<Uint8Array | null>;
  accuracy(rows: readonly TopicScore[]): Promise<Uint8Array | null>;
};

/** The picture that a block bears for this person: none where their platform draws itself, or where it fails. */
export async function pictureFor(
  app: App,
  person: PersonId,
  draw: (pictures: Pictures) => Promise<Uint8Array | null>,
): Promise<{ readonly png?: Uint8Array }> {
  if (!app.pictures || platformFor(app, person)?.draws) return {};
  try {
    const png = await draw(app.pictures);
    return png ? { png } : {};
  } catch (cause) {
    app.log.error("a picture failed", cause);
    return {};
  }
}

/** The platform that a channel lies on; undefined while it is not started here. */
export function platformFor(app: App, id: ChannelId | string): Platform | undefined {
  return app.platforms.get(id.slice(0, id.indexOf(":")));
}
