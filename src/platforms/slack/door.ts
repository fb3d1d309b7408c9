import type { Body } from "./body.js";

/** Something that Slack sent, and how to tell it that it was taken in. */
export type Envelope = { readonly body: Body; readonly ack: (answer?: object) => Promise<void> };

export type Take = (envelope: Envelope) => Promise<void>;

/** Where Slack's events come in. */
export type Entrance = {
  /** Resolves when events can arrive; rejects with a SlackFault. */
  open(): Promise<void>;
  connected(): boolean;
  close(): Promise<void>;
};
