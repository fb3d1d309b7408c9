import type { Inbox, Platform, Reply } from "../../app/platform.js";
import { commandList } from "../../core/command.js";
import type { Block, Message } from "../../core/message.js";

/** `study-` for `study`: what stands before each command where the manifest was made so; empty for none. */
export function prefixOf(word: string): string {
  const clean = word.replace(/[^a-z0-9]+/gi, "-").replace(/^-+|-+$/g, "");
  return clean === "" ? "" : `${clean.toLowerCase()}-`;
}

/** Commands in words of ours as they are to be typed: `/study-quiz` for `/quiz`. */
export function prefixed(words: string, prefix: string): string {
  return prefix === "" ? words : words.replace(commands, `$1/${prefixOf(prefix)}$2`);
}

/** A platform whose messages name the commands that work there; nothing else knows of a prefix. */
export function withPrefix(platform: Platform, prefix: string): Platform {
  const { start, post, edit, home } = platform;
  return {
    ...platform,
    start: (inbox, news) => start(inboxWith(inbox, prefix), news),
    post: (place, message, key) => post(place, messageWith(message, prefix), key),
    edit: (receipt, message) => edit(receipt, messageWith(message, prefix)),
    ...(home ? { home: (person, message) => home(person, messageWith(message, prefix)) } : {}),
  };
}

/** A name of ours alone: no part of a path or of a longer word. */
const commands = new RegExp(`(^|[\\s(“])/(${commandList.map(({ name }) => name).join("|")})(?![\\w/-])`, "g");

function inboxWith(inbox: Inbox, prefix: string): Inbox {
  return async (event) => {
    const reply = await inbox(event);
    const said = (["whisper", "replace", "direct", "instead", "say"] as const).flatMap((part) => {
      const message = reply[part];
      return message ? [[part, messageWith(message, prefix)] as const] : [];
    });
    return { ...reply, ...Object.fromEntries(said) } satisfies Reply;
  };
}

/** In the bot’s own words, which are its notes; what the team’s notes say stays as it is, in the summary too. */
function messageWith({ summary, blocks, ...rest }: Message, prefix: string): Message {
  const isOwn = blocks.every(({ kind }) => kind !== "passage" && kind !== "options" && kind !== "quote");
  return {
    ...rest,
    summary: isOwn ? prefixed(summary, prefix) : summary,
    blocks: blocks.map((block) => blockWith(block, prefix)),
  };
}

function blockWith(block: Block, prefix: string): Block {
  if (block.kind !== "note") return block;
  const prose = block.prose.map((span) =>
    span.kind === "time" || span.kind === "link" ? span : { ...span, text: prefixed(span.text, prefix) },
  );
  return { ...block, prose };
}
