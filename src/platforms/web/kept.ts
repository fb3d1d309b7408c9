import type { ChannelId, Key } from "../../core/ids.js";
import type { Message, Questionnaire, Receipt } from "../../core/message.js";
import type { Prose } from "../../core/prose.js";
import { type Member, personOf } from "./people.js";

/** The channel, or the member whose private pane it is. */
export type Pane = "channel" | Member;

export type Body =
  | { readonly kind: "message"; readonly message: Message }
  | { readonly kind: "questionnaire"; readonly questionnaire: Questionnaire };

/** What lies in a pane: a message or a questionnaire, and how it came there. */
export type Kept = {
  /** The element's id on the page, `m17`; a receipt's message. */
  readonly id: string;
  readonly pane: Pane;
  /** The highest lies on top; what is replaced goes there again. */
  readonly turn: number;
  /** Counts over all panes, so that a page can ask for what it missed. */
  readonly changed: number;
  readonly at: Date;
  /** Where a press in it counts as made: a whisper belongs to the place where it was called for. */
  readonly from: "channel" | "direct";
  readonly body: Body;
  /** What called for it; absent where the bot spoke first. */
  readonly why?: Prose;
  readonly key?: Key;
  /** The message that it replies to. */
  readonly under?: string;
  readonly edited?: Date;
};

/** As `post` gave it: a person's direct messages are a channel too. */
export function receiptOf(kept: Kept, channel: ChannelId): Receipt {
  return { channel: kept.pane === "channel" ? channel : personOf(kept.pane).id, message: kept.id };
}

/** JSON that keeps instants and bytes. */
export function writeKept(kept: Kept): string {
  return JSON.stringify(kept, function (this: Record<string, unknown>, name, value) {
    const own = this[name];
    if (own instanceof Date) return { $date: own.toISOString() };
    if (own instanceof Uint8Array) return { $bytes: Buffer.from(own).toString("base64") };
    return value;
  });
}

/** Throws on what `writeKept` did not write. */
export function readKept(json: string): Kept {
  const kept = JSON.parse(json, (_name, value) => {
    if (typeof value?.$date === "string") return new Date(value.$date);
    if (typeof value?.$bytes === "string") return new Uint8Array(Buffer.from(value.$bytes, "base64"));
    return value;
  });
  const isWhole = typeof kept?.id === "string" && kept.turn > 0 && kept.at instanceof Date;
  if (!isWhole || !(kept.body?.message?.blocks ?? kept.body?.questionnaire?.fields)) {
    throw new Error("that is no message");
  }
  return kept as Kept;
}
