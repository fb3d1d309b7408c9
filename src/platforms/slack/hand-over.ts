import type { Event, Posting, Reply } from "../../app/platform.js";
import { heading, type Message, note } from "../../core/message.js";
import { text } from "../../core/prose.js";
import { holdsFiles } from "./files.js";
import type { Outbox } from "./outbox.js";

/**
 * A reply without what holds files: that goes into the person’s direct messages, since Slack gives no file to one person
 * alone anywhere else. What is whispered then tells where it is, or why it could not be sent.
 */
export async function handOver(reply: Reply, event: Event, outbox: Outbox): Promise<Reply> {
  const [part] = (["direct", "whisper", "replace"] as const).filter((name) => {
    const message = reply[name];
    return message !== undefined && holdsFiles(message);
  });
  const message = part && reply[part];
  if (!message) return reply;
  const { [part]: _, whisper, instead, ...rest } = reply;
  const place = { kind: "direct", person: event.person.id } as const;
  const sent = await outbox.post(place, message, `d${event.id}`);
  if (sent.kind !== "posted") return { ...rest, whisper: why(sent, instead) };
  if (event.place.kind === "direct") return rest;
  return {
    ...rest,
    whisper: part === "direct" && whisper ? whisper : said("It is in your direct messages", ""),
  };
}

function why(sent: Exclude<Posting, { readonly kind: "posted" }>, instead: Message | undefined): Message {
  const title = "I could not send you the file";
  switch (sent.kind) {
    case "refused":
      if (sent.reason === "direct-closed" && instead) return instead;
      return said(title, `Slack does not let me: ${sent.detail ?? sent.reason}`);
    case "later":
      return said(title, "Slack asks me to wait. Try again in a minute.");
    case "doubt":
      return said(
        "The file may be in your direct messages",
        "The line broke. If it is not there, ask again.",
      );
  }
}

function said(title: string, more: string): Message {
  const words = more === "" ? [] : [note(text(more))];
  return { summary: `${title}. ${more}`.trim(), blocks: [heading(title), ...words] };
}
