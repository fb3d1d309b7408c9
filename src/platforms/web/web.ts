import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import type { Finding, Inbox, Place, Platform, Posting, Receipt } from "../../app/platform.js";
import type { Key, PersonId } from "../../core/ids.js";
import type { Message } from "../../core/message.js";
import { type Kept, type Pane, receiptOf } from "./kept.js";
import { createLanes } from "./lanes.js";
import { type Line, listen } from "./listen.js";
import type { WebParts } from "./parts.js";
import { type Member, memberOf } from "./people.js";
import { openPile, type Pile } from "./pile.js";
import { createRoutes } from "./routes.js";
import { createWalk } from "./walk.js";

export type WebPlatform = Platform & {
  /** Where the page is, once started. */
  url(): string;
};

/** The playground: a page on this machine in which the whole bot can be tried without accounts. `start` rejects with a PortFault. */
export function createWeb(parts: WebParts): WebPlatform {
  let open: { readonly pile: Pile; readonly line: Line } | undefined;
  const streams = new Set<() => void>();
  const port = () => open?.line.port ?? 0;

  async function start(inbox: Inbox): Promise<void> {
    const pile = await openPile(parts.drawer, parts.log);
    const onClose = (end: () => void) => {
      streams.add(end);
      return () => streams.delete(end);
    };
    const inTurn = createLanes<Member>();
    const routes = createRoutes({ ...parts, port, inbox, pile, ...createWalk(parts), inTurn, onClose });
    const server = createAdaptorServer({ fetch: routes.fetch }) as Server;
    open = { pile, line: await listen(server, parts.port) };
  }

  async function stop(): Promise<void> {
    if (!open) return;
    const closed = open.line.close();
    for (const end of streams) end();
    streams.clear();
    await closed;
    open = undefined;
  }

  async function post(place: Place, message: Message, key: Key): Promise<Posting> {
    if (!open) return later();
    const { pile } = open;
    const spot = await spotOf(place, pile);
    if (!spot) return { kind: "refused", reason: "channel-gone" };
    return attempt(async () => {
      const { channel } = await parts.face();
      const kept = await pile.add({ ...spot, at: parts.clock(), body: { kind: "message", message }, key });
      return receiptOf(kept, channel);
    });
  }

  async function find(place: Place, key: Key, since: Date): Promise<Finding> {
    if (!open) return { kind: "unreadable" };
    const spot = await spotOf(place, open.pile);
    if (!spot) return { kind: "absent" };
    const there = spot.under ? open.pile.repliesTo(spot.under) : open.pile.in(spot.pane);
    const found = there.find((kept) => kept.key === key && kept.at >= since);
    if (!found) return { kind: "absent" };
    return { kind: "found", receipt: receiptOf(found, (await parts.face()).channel) };
  }

  async function edit(receipt: Receipt, message: Message): Promise<Posting> {
    if (!open) return later();
    const { pile } = open;
    if (!pile.get(receipt.message)) return { kind: "refused", reason: "channel-gone" };
    return attempt(async () => {
      const change = { body: { kind: "message", message }, edited: parts.clock() } as const;
      await pile.change(receipt.message, change, "stay");
      return receipt;
    });
  }

  async function forget(person: PersonId): Promise<void> {
    const member = memberOf(person);
    if (!open) throw new Error("the playground is closed");
    if (member) await open.pile.empty(member);
  }

  async function spotOf(place: Place, pile: Pile): Promise<Spot | null> {
    switch (place.kind) {
      case "channel":
        return place.id === (await parts.face()).channel ? { pane: "channel", from: "channel" } : null;
      case "direct": {
        const member = memberOf(place.person);
        return member && { pane: member, from: "direct" };
      }
      case "thread": {
        const root = pile.get(place.under.message);
        return root ? { pane: root.pane, from: root.from, under: root.under ?? root.id } : null;
      }
    }
  }

  /** Nothing can have got out where the drawer refused. */
  async function attempt(write: () => Promise<Receipt>): Promise<Posting> {
    try {
      return { kind: "posted", receipt: await write() };
    } catch (error) {
      parts.log(`The playground could not keep a message: ${error}`);
      return later();
    }
  }

  const later = (): Posting => ({ kind: "later", notBefore: new Date(parts.clock().getTime() + 60_000) });

  return {
    ...{ name: "web", draws: true, onePane: true, start, stop, post, find, edit, forget },
    connected: () => open !== undefined,
    url: () => `http://127.0.0.1:${port()}`,
  };
}

type Spot = { readonly pane: Pane; readonly from: Kept["from"]; readonly under?: string };
