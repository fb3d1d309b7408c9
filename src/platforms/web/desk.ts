import type { Drawer, Inbox } from "../../app/platform.js";
import type { ChannelId } from "../../core/ids.js";
import type { Pile } from "./pile.js";
import type { Move } from "./walk.js";

/** What the page says around the messages. */
export type Face = {
  /** `web:playground/aws-study` */
  readonly channel: ChannelId;
  /** `#aws-study` */
  readonly name: string;
  /** `One question at 09:00, Monday to Friday.` */
  readonly line: string;
  /** IANA name. */
  readonly zone: string;
  readonly nextPost: Date | null;
  /** Where "Next morning" leads. */
  readonly morning: Date;
};

export type WebParts = {
  /** 0: any free one. */
  readonly port: number;
  /** The playground's own time. */
  readonly clock: () => Date;
  /** Walks there minute by minute and resolves on arrival; it may take seconds. */
  readonly advance: (to: Date) => Promise<void>;
  readonly face: () => Promise<Face>;
  /** The page's messages live in it and survive a restart. */
  readonly drawer: Drawer;
  readonly log: (words: string) => void;
};

/** What every part of the open page works with. */
export type Desk = Omit<WebParts, "port" | "drawer" | "advance"> & {
  /** The port that it really listens on. */
  readonly port: () => number;
  readonly inbox: Inbox;
  readonly pile: Pile;
  readonly walk: (move: Move) => Promise<void>;
  /** Runs when the page closes: open streams end. */
  readonly onClose: (end: () => void) => () => void;
};
