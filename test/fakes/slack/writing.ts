import type { Json } from "./json.js";
import type { Doer } from "./payloads.js";
import type { Wires } from "./wires.js";
import { type Conversation, type Message, newTs } from "./world.js";

/** The event of a message that somebody wrote. */
export function writtenEvent(wires: Wires, doer: Doer, said: { where: Conversation; text: string }): Json {
  const { world } = wires;
  const { where } = said;
  const text = said.text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const ts = newTs(world);
  const written: Message = {
    ts,
    channel: where.id,
    user: doer.member.id,
    bot: false,
    threadTs: null,
    only: null,
    text,
    blocks: [],
    metadata: null,
    files: [],
    notified: [],
    perhapsNotified: [],
    unfurled: [],
    edits: [],
    gone: false,
  };
  where.messages.push(written);
  const kinds = { public: "channel", private: "group", im: "im" } as const;
  const elements = [{ type: "rich_text_section", elements: [{ type: "text", text: said.text }] }];
  return {
    type: "message",
    user: doer.member.id,
    ts,
    client_msg_id: `client-${ts}`,
    text,
    team: doer.member.team,
    blocks: [{ type: "rich_text", block_id: "typed", elements }],
    channel: where.id,
    event_ts: ts,
    channel_type: kinds[where.kind],
  };
}
