import type { Inbox } from "../../app/platform.js";
import type { WebParts } from "./parts.js";
import type { Member } from "./people.js";
import type { Pile } from "./pile.js";
import type { Walk } from "./walk.js";

/** What every part of the open page works with. */
export type Desk = Omit<WebParts, "port" | "drawer" | "advance"> & {
  /** The port that it really listens on. */
  readonly port: () => number;
  readonly inbox: Inbox;
  readonly pile: Pile;
  readonly walk: Walk["walk"];
  readonly arrived: Walk["arrived"];
  /** One after the other for each member: what they asked for before they are forgotten is forgotten with them. */
  readonly inTurn: (member: Member, act: () => Promise<void>) => Promise<void>;
  /** Runs when the page closes: open streams end. */
  readonly onClose: (end: () => void) => () => void;
};
