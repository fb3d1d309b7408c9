import { type APIMessage, type APIThreadChannel, type REST, Routes } from "discord.js";
import type { Place, Posting, Receipt } from "../../app/platform.js";
import type { Key } from "../../core/ids.js";
import type { Message } from "../../core/message.js";
import { cut } from "./cut.js";
import { clean } from "./escape.js";
import { codeOf, postingOf } from "./faults.js";
import { limits, TooLong } from "./limits.js";
import { readChannel, readPerson } from "./names.js";
import { openPace } from "./pace.js";
import type { Site } from "./permissions.js";
import { renderAll, renderOne, type Sheet } from "./render.js";

/** What is said unasked, and what is looked up: one attempt each, over a line that never tries again by itself. */
export type Outbox = {
  post(place: Place, message: Message, key: Key | string): Promise<Posting>;
  edit(receipt: Receipt, message: Message): Promise<Posting>;
  /** The channel's own id; throws what Discord answers. */
  spotOf(place: Place): Promise<Spot | null>;
};

/** Milliseconds: a little below the 50 requests a second that Discord allows. */
const gap = 21;

/** Where a message goes; `reply`: the message it is said about, where no thread can stand. */
export type Spot = { readonly channel: string; readonly reply?: string };

export type OutboxParts = {
  readonly rest: REST;
  readonly clock: () => Date;
  /** What is known here of why Discord refused. */
  readonly explain: (site: Site, posting: Posting, now: Date) => Posting;
};

export function openOutbox({ rest, clock, explain }: OutboxParts): Outbox {
  const pace = openPace(gap);
  const direct = openDirects(rest);

  async function spotOf(place: Place): Promise<Spot | null> {
    switch (place.kind) {
      case "channel": {
        const spot = readChannel(place.id);
        return spot && { channel: spot.channel };
      }
      case "direct": {
        const person = readPerson(place.person);
        return person === null ? null : { channel: await direct(person) };
      }
      case "thread":
        return { channel: place.under.message };
    }
  }

  async function post(place: Place, message: Message, key: string): Promise<Posting> {
    try {
      const sheets = place.kind === "direct" ? renderAll(message) : [renderOne(message)];
      const spot = place.kind === "thread" ? await threadOn(rest, place.under, message) : await spotOf(place);
      if (!spot) return { kind: "refused", reason: "channel-gone" };
      let sent: APIMessage | undefined;
      for (const [index, sheet] of sheets.entries()) {
        await pace(place.kind === "direct" ? "person" : "clock");
        sent = await send(rest, spot, sheet, index === sheets.length - 1 ? key : `${key}.${index}`);
      }
      const receipt = { channel: sent?.channel_id ?? spot.channel, message: sent?.id ?? "" };
      return { kind: "posted", receipt };
    } catch (error) {
      if (error instanceof TooLong) return { kind: "refused", reason: "too-long", detail: error.message };
      return explain(siteOf(place), postingOf(error, clock()), clock());
    }
  }

  async function edit(receipt: Receipt, message: Message): Promise<Posting> {
    try {
      const { body, files } = renderOne(message);
      await pace("clock");
      await rest.patch(Routes.channelMessage(receipt.channel, receipt.message), { body, files });
      return { kind: "posted", receipt };
    } catch (error) {
      if (error instanceof TooLong) return { kind: "refused", reason: "too-long", detail: error.message };
      return explain({ channel: receipt.channel }, postingOf(error, clock()), clock());
    }
  }

  return { post, edit, spotOf };
}

function siteOf(place: Place): Site {
  switch (place.kind) {
    case "channel":
      return readChannel(place.id) ?? { channel: null };
    case "direct":
      return { channel: null };
    case "thread":
      return { channel: place.under.channel };
  }
}

/** The same nonce brings the same message back for some minutes, however often it is sent, over restarts too. */
async function send(rest: REST, spot: Spot, sheet: Sheet, nonce: string): Promise<APIMessage> {
  const about = spot.reply
    ? { message_reference: { message_id: spot.reply, fail_if_not_exists: false } }
    : {};
  const body = { ...sheet.body, ...about, nonce, enforce_nonce: true };
  return (await rest.post(Routes.channelMessages(spot.channel), { body, files: sheet.files })) as APIMessage;
}

/** A thread bears the id of the message that it stands under. */
async function threadOn(rest: REST, under: Receipt, message: Message): Promise<Spot> {
  const name = cut(clean(message.summary).replace(/\s+/g, " ").trim() || "…", limits.threadName);
  try {
    const route = Routes.threads(under.channel, under.message);
    const thread = (await rest.post(route, { body: { name } })) as APIThreadChannel;
    return { channel: thread.id };
  } catch (error) {
    const code = codeOf(error);
    if (code === alreadyThere) return { channel: under.message };
    if (code === noThreadHere) return { channel: under.channel, reply: under.message };
    throw error;
  }
}

const alreadyThere = 160004;
/** In a thread, or in a voice channel's chat. */
const noThreadHere = 50024;

/** The channel of a person's direct messages never changes. */
function openDirects(rest: REST): (person: string) => Promise<string> {
  const known = new Map<string, string>();
  return async (person) => {
    const channel = known.get(person);
    if (channel) return channel;
    const body = { recipient_id: person };
    const { id } = (await rest.post(Routes.userChannels(), { body })) as { readonly id: string };
    if (known.size >= mostKnown) known.clear();
    known.set(person, id);
    return id;
  };
}

const mostKnown = 10_000;
