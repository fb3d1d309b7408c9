import type { Place, Posting, Receipt } from "../../app/platform.js";
import type { Message } from "../../core/message.js";
import { postingOf, waitOf } from "./faults.js";
import { holdsFiles, share, upload } from "./files.js";
import type { Known } from "./known.js";
import { TooLong } from "./limits.js";
import type { Client } from "./lines.js";
import { markedBlocks } from "./mark.js";
import { groupIn, readChannel, readPerson, readReceipt, receiptOf } from "./names.js";
import { edits, openPace } from "./pace.js";
import { renderAll, renderOne, type Sheet } from "./render.js";

/** What is said unasked: one attempt each. */
export type Outbox = {
  post(place: Place, message: Message, key: string): Promise<Posting>;
  edit(receipt: Receipt, message: Message): Promise<Posting>;
  /** Sheets that are an answer, said aloud. */
  say(spot: Spot, sheets: readonly Sheet[]): Promise<Posting>;
  /** Null where it is none of this workspace; throws what Slack answers. */
  spotOf(place: Place): Promise<Spot | null>;
};

/** Where a message goes; `thread`: the message that it is said under. */
export type Spot = { readonly channel: string; readonly thread?: string };

/** Marks the metadata that find reads. */
export const eventType = "cuecard";

export type OutboxParts = {
  readonly client: Client;
  readonly team: string;
  readonly known: Known;
  readonly clock: () => Date;
  /** Told of every failure: what holds for the whole workspace is seen there. */
  readonly failed: (posting: Posting) => void;
  /** The token is dead: nothing is sent any more. */
  readonly isDead: () => boolean;
};

export function openOutbox({ client, team, known, clock, failed, isDead }: OutboxParts): Outbox {
  const direct = openDirects(client);
  const pace = openPace(clock);
  const editing = new Map<string, Promise<Posting>>();

  async function spotOf(place: Place): Promise<Spot | null> {
    switch (place.kind) {
      case "channel": {
        const channel = readChannel(team, place.id);
        return channel === null ? null : { channel };
      }
      case "direct": {
        const person = readPerson(team, place.person);
        return person === null ? null : { channel: await direct(person) };
      }
      case "thread": {
        const { channel, ts } = readReceipt(place.under);
        return { channel, thread: ts };
      }
    }
  }

  async function attempt(what: string, work: () => Promise<Posting>): Promise<Posting> {
    if (isDead()) return { kind: "refused", reason: "revoked" };
    const wait = pace.wait(what);
    if (wait > 0) return later(wait);
    try {
      return await work();
    } catch (error) {
      if (error instanceof TooLong) return { kind: "refused", reason: "too-long", detail: error.message };
      const asked = waitOf(error);
      if (asked !== null) pace.bar(what, asked);
      const posting = postingOf(error, clock());
      failed(posting);
      return posting;
    }
  }

  const later = (milliseconds: number): Posting => ({
    kind: "later",
    notBefore: new Date(clock().getTime() + milliseconds),
  });

  async function send({ channel, thread }: Spot, sheet: Sheet, key: string | null): Promise<Receipt> {
    const { ts } = await client.chat.postMessage({
      ...{ channel, text: sheet.text, blocks: markedBlocks(sheet.blocks, team) },
      ...{ unfurl_links: false, unfurl_media: false, link_names: false, parse: "none" },
      ...(thread ? { thread_ts: thread } : {}),
      ...(key === null ? {} : { metadata: { event_type: eventType, event_payload: { key } } }),
    });
    return receiptOf(team, channel, ts ?? "");
  }

  async function post(place: Place, message: Message, key: string): Promise<Posting> {
    const opened = await beforehand("open", () => spotOf(place));
    if ("kind" in opened) return opened;
    const files = holdsFiles(message) ? await beforehand("files", () => upload(client, message)) : [];
    if ("kind" in files) return files;
    return await attempt(`post ${opened.channel}`, async () => {
      const told = await withGroup(message, known);
      const sheets = place.kind === "direct" ? renderAll(told) : [renderOne(told)];
      let receipt = receiptOf(team, opened.channel, "");
      for (const [index, sheet] of sheets.entries()) {
        receipt = await send(opened, sheet, index === sheets.length - 1 ? key : `${key}.${index}`);
      }
      await share(client, files, opened);
      return { kind: "posted", receipt };
    });
  }

  /** Before anything is sent there is no doubt. */
  async function beforehand<Found extends object>(
    what: string,
    work: () => Promise<Found | null>,
  ): Promise<Found | Posting> {
    let found: Found | null = null;
    const posting = await attempt(what, async () => {
      found = await work();
      return { kind: "refused", reason: "channel-gone" };
    });
    return found ?? (posting.kind === "doubt" ? later(60_000) : posting);
  }

  /** One after the other on each message: what was said last is what stays. */
  function edit(receipt: Receipt, message: Message): Promise<Posting> {
    const name = `${receipt.channel} ${receipt.message}`;
    const before = editing.get(name) ?? Promise.resolve();
    const mine = before.then(() => change(receipt, message));
    editing.set(name, mine);
    void mine.finally(() => editing.get(name) === mine && editing.delete(name));
    return mine;
  }

  function change(receipt: Receipt, message: Message): Promise<Posting> {
    return attempt("edit", async () => {
      const { text, blocks } = renderOne(message);
      const wait = pace.wait("edits", isReveal(message) ? edits.reveal : edits.tally);
      if (wait > 0) return later(wait);
      const { channel, ts } = readReceipt(receipt);
      const marked = markedBlocks(blocks, team);
      await client.chat.update({ channel, ts, text, blocks: marked, link_names: false, parse: "none" });
      return { kind: "posted", receipt };
    });
  }

  const say = (spot: Spot, sheets: readonly Sheet[]) =>
    attempt(`post ${spot.channel}`, async () => {
      let receipt = receiptOf(team, spot.channel, "");
      for (const sheet of sheets) receipt = await send(spot, sheet, null);
      return { kind: "posted", receipt };
    });

  return { post, edit, say, spotOf };
}

/** `@study` by its id, where Slack knows it. */
async function withGroup(message: Message, known: Known): Promise<Message> {
  const { tell, ...untold } = message;
  if (tell === undefined || groupIn(tell) !== null) return message;
  const group = await known.groupCalled(tell.replace(/^@/, ""));
  return group === null ? untold : { ...untold, tell: group };
}

/** The key is shown only when a round is closed. */
function isReveal({ blocks }: Message): boolean {
  return blocks.some(
    (block) => block.kind === "options" && block.items.some(({ mark }) => mark !== undefined),
  );
}

/** A person's direct conversation never changes. */
function openDirects(client: Client): (person: string) => Promise<string> {
  const opened = new Map<string, string>();
  return async (person) => {
    const before = opened.get(person);
    if (before) return before;
    const { channel } = await client.conversations.open({ users: person });
    if (opened.size >= 10_000) opened.clear();
    opened.set(person, channel?.id ?? "");
    return channel?.id ?? "";
  };
}
