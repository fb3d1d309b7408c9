import { heading, type Message, note } from "../core/message.js";
import { text } from "../core/prose.js";

/** A heading, and what is to be said under it. */
export function titled(title: string, words: string): Message {
  return { summary: `${title}. ${words}`, blocks: [heading(title), note(text(words))] };
}
