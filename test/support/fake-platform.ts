import type { Event, Inbox, Place, Platform, Posting, Reply } from "../../src/app/platform.js";
import type { ChannelId, Key, PersonId } from "../../src/core/ids.js";
import { channelId, personId } from "../../src/core/ids.js";
import type { Message, Receipt } from "../../src/core/message.js";

type Posted = { id: string; place: Place; message: Message; key: Key };

/** How a post goes wrong, for once. */
export type Mishap = "refused" | "later" | "lost answer" | "cut";

/**
 * A platform in memory with everything that the port promises and nothing more: its messages outlive the bot, as
 * those of a real one do.
 */
export class FakePlatform implements Platform {
  readonly name = "fake";
  readonly posted: Posted[] = [];
  readonly edits: string[] = [];
  online = true;
  readable = true;
  mishaps: Mishap[] = [];
  private inbox: Inbox | undefined;
  private events = 0;

  async start(inbox: Inbox): Promise<void> {
    this.inbox = inbox;
  }

  async stop(): Promise<void> {
    this.inbox = undefined;
  }

  connected(): boolean {
    return this.online && this.inbox !== undefined;
  }

  async post(place: Place, message: Message, key: Key): Promise<Posting> {
    const mishap = this.mishaps.shift();
    if (mishap === "refused") return { kind: "refused", reason: "not-allowed" };
    if (mishap === "later") return { kind: "later", notBefore: new Date(0) };
    if (mishap === "cut" || !this.online) return { kind: "doubt" };
    const id = String(this.posted.length + 1);
    this.posted.push({ id, place, message, key });
    return mishap === "lost answer"
      ? { kind: "doubt" }
      : { kind: "posted", receipt: { channel: "c", message: id } };
  }

  async find(_: Place, key: Key) {
    if (!this.readable) return { kind: "unreadable" } as const;
    const found = this.posted.find((posted) => posted.key === key);
    return found
      ? ({ kind: "found", receipt: { channel: "c", message: found.id } } as const)
      : ({ kind: "absent" } as const);
  }

  async edit(receipt: Receipt, message: Message): Promise<Posting> {
    if (!this.online) return { kind: "doubt" };
    const found = this.posted.find((posted) => posted.id === receipt.message);
    if (!found) return { kind: "refused", reason: "channel-gone" };
    found.message = message;
    this.edits.push(found.id);
    return { kind: "posted", receipt };
  }

  /** Newest first. */
  inChannel(id: ChannelId): readonly Posted[] {
    return this.posted.filter(({ place }) => place.kind === "channel" && place.id === id).reverse();
  }

  toPerson(id: PersonId): readonly Posted[] {
    return this.posted.filter(({ place }) => place.kind === "direct" && place.person === id).reverse();
  }

  /** Sends an event as the platform would. */
  async send(event: Omit<Event, "id"> & { readonly id?: string }): Promise<Reply> {
    if (!this.inbox) throw new Error("the bot is not running");
    this.events += 1;
    return await this.inbox({ id: `event ${this.events}`, ...event });
  }
}

export const fakeChannel = channelId("fake:w/study");
export const fakePerson = (name: string) => personId(`fake:w/${name.toLowerCase()}`);
