import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Event, Finding, Inbox, Place, Platform, Posting, Reply } from "../../src/app/platform.js";
import type { Key } from "../../src/core/ids.js";
import type { Message, Receipt } from "../../src/core/message.js";

/** A message as the platform keeps it. */
export type Kept = {
  readonly id: string;
  readonly key: string;
  readonly place: Place;
  readonly asks: boolean;
};

/** A platform whose messages lie in a file: they outlive the bot, however that ends. */
export class FilePlatform implements Platform {
  readonly name = "file";
  private readonly file: string;
  private readonly reach: (point: string) => void;
  private inbox: Inbox | undefined;

  constructor(folder: string, reach: (point: string) => void) {
    this.file = join(folder, "messages.jsonl");
    this.reach = reach;
  }

  async start(inbox: Inbox): Promise<void> {
    this.inbox = inbox;
  }

  async stop(): Promise<void> {
    this.inbox = undefined;
  }

  connected(): boolean {
    return true;
  }

  async post(place: Place, message: Message, key: Key): Promise<Posting> {
    const asks = message.blocks.some((block) => block.kind === "options");
    const what = place.kind === "direct" ? "reminder " : "";
    if (asks) this.reach(`${what}claimed`);
    const id = String(messagesIn(this.file).length + 1);
    appendFileSync(this.file, `${JSON.stringify({ id, key, place, asks })}\n`);
    if (asks) this.reach(`${what}accepted`);
    return { kind: "posted", receipt: { channel: "c", message: id } };
  }

  async find(_: Place, key: Key): Promise<Finding> {
    const found = messagesIn(this.file).find((kept) => kept.key === key);
    return found ? { kind: "found", receipt: { channel: "c", message: found.id } } : { kind: "absent" };
  }

  async edit(receipt: Receipt): Promise<Posting> {
    return { kind: "posted", receipt };
  }

  async send(event: Event): Promise<Reply> {
    if (!this.inbox) throw new Error("the bot is not running");
    return await this.inbox(event);
  }
}

export function messagesIn(file: string): readonly Kept[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Kept);
}
