import type { Drawer } from "../../app/platform.js";
import type { ChannelId } from "../../core/ids.js";

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
  /** Where the clock's long step leads: the next question where one is near, else nine in the morning. */
  readonly ahead: Date;
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
