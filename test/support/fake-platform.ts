import type { Event, Finding, Inbox, Place, Platform, Posting, Reply } from "../../src/app/platform.js";
import type { ChannelId, Key, PersonId } from "../../src/core/ids.js";
import { channelId, personId } from "../../src/core/ids.js";
import type { Message, Receipt } from "../../src/core/message.js";

export type Posted = { readonly id: string; readonly place: Place; readonly key: Key; message: Message };

/** How a post or an edit goes wrong, for once; `until`: it hangs that long, and then gets there. */
export type Mishap =
  | "refused"
  /** A person lets nobody write to them. */
  | "closed"
  | "lost answer"
  | "cut"
  | { readonly later: Date }
  | { readonly until: Promise<void> };

/**
 * A platform in memory with everything that the port promises and nothing more: its messages outlive the bot, as
 * those of a real one do.
 */
export class FakePlatform implements Platform {
  readonly name = "fake";
  readonly posted: Posted[] = [];
  readonly edits: string[] = [];
  /** How often somebody tried, whatever came of it. */
  readonly tries: { readonly what: "post" | "find" | "edit"; readonly where: string }[] = [];
  online = true;
  readable = true;
  private readonly mishaps = new Map<string, Mishap[]>();
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

  /** What becomes of the next attempts at a channel or a person, one after the other. */
  goWrong(what: "post" | "edit", where: ChannelId | PersonId, ...mishaps: readonly Mishap[]): void {
    this.mishaps.set(`${what} ${where}`, [...mishaps]);
  }

  async post(place: Place, message: Message, key: Key): Promise<Posting> {
    const where = whereOf(place);
    const wrong = await this.mishap("post", where);
    if (wrong) return wrong;
    if (where.startsWith("gone:")) return { kind: "refused", reason: "direct-closed" };
    const id = this.lay(place, message, key);
    const lost = this.mishaps.get(`post ${where}`)?.[0] === "lost answer";
    if (lost) this.mishaps.get(`post ${where}`)?.shift();
    return lost ? { kind: "doubt" } : { kind: "posted", receipt: { channel: where, message: id } };
  }

  /** Puts a message there, come what may: what a reply says aloud. */
  lay(place: Place, message: Message, key = "" as Key): string {
    const id = String(this.posted.length + 1);
    this.posted.push({ id, place, message, key });
    return id;
  }

  async find(place: Place, key: Key): Promise<Finding> {
    this.tries.push({ what: "find", where: whereOf(place) });
    if (!this.readable) return { kind: "unreadable" };
    const found = this.posted.find((posted) => posted.key === key);
    return found
      ? { kind: "found", receipt: { channel: whereOf(place), message: found.id } }
      : { kind: "absent" };
  }

  async edit(receipt: Receipt, message: Message): Promise<Posting> {
    const wrong = await this.mishap("edit", receipt.channel);
    if (wrong) return wrong;
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

  /** Oldest first. */
  under(id: string): readonly Posted[] {
    return this.posted.filter(({ place }) => place.kind === "thread" && place.under.message === id);
  }

  /** Sends an event as the platform would. */
  async send(event: Omit<Event, "id"> & { readonly id?: string }): Promise<Reply> {
    if (!this.inbox) throw new Error("the bot is not running");
    this.events += 1;
    return await this.inbox({ id: `event ${this.events}`, ...event });
  }

  /** Null where the attempt gets there. */
  private async mishap(what: "post" | "edit", where: string): Promise<Posting | null> {
    this.tries.push({ what, where });
    const [next] = this.mishaps.get(`${what} ${where}`) ?? [];
    if (next && next !== "lost answer") this.mishaps.get(`${what} ${where}`)?.shift();
    if (next === "refused") return { kind: "refused", reason: "not-allowed" };
    if (next === "closed") return { kind: "refused", reason: "direct-closed" };
    if (next === "cut" || !this.online) return { kind: "doubt" };
    if (typeof next === "object" && "later" in next) return { kind: "later", notBefore: next.later };
    if (typeof next === "object") await next.until;
    return null;
  }
}

function whereOf(place: Place): string {
  switch (place.kind) {
    case "channel":
      return place.id;
    case "direct":
      return place.person;
    case "thread":
      return place.under.channel;
  }
}

export const fakeChannel = channelId("fake:w/study");
export const fakePerson = (name: string) => personId(`fake:w/${name.toLowerCase()}`);
