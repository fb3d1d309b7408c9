import type { types } from "@slack/bolt";
import type { Prose, Span } from "../../core/prose.js";
import { clean, escapeText, isPlain, webAddress } from "./escape.js";
import { limits } from "./limits.js";
import { type Rich, runsOf, section } from "./rich.js";
import { dateMark } from "./time.js";

/** A block of a message. */
export type Kit = types.KnownBlock;

/** Small and grey; words that Slack's markup would change there are shown as they are instead, in the common size. */
export function quiet(prose: Prose): readonly Kit[] {
  const runs = runsOf(prose);
  if (runs.length === 0) return [];
  const element = plainOf(prose) ?? markedOf(prose);
  if (!element || element.text.length > limits.text) return rich(section(runs));
  return element.text.trim() === "" ? [] : [{ type: "context", elements: [element] }];
}

export function rich(elements: readonly Rich[]): readonly Kit[] {
  return elements.length === 0 ? [] : [{ type: "rich_text", elements: [...elements] }];
}

function plainOf(prose: Prose): types.PlainTextElement | null {
  if (prose.some((span) => span.kind !== "text")) return null;
  const text = prose.map((span) => (span.kind === "text" ? clean(span.text) : "")).join("");
  return { type: "plain_text", text, emoji: false };
}

/** Null where a mark of Slack's stands in the words themselves. */
function markedOf(prose: Prose): types.MrkdwnElement | null {
  const all = prose.map(marked);
  return all.includes(null) ? null : { type: "mrkdwn", text: all.join(""), verbatim: true };
}

function marked(span: Span): string | null {
  if (span.kind === "time") return dateMark(span.at);
  if (!isPlain(span.text)) return null;
  const text = escapeText(span.text);
  switch (span.kind) {
    case "text":
      return text;
    case "code":
      return around("`", text);
    case "strong":
      return around("*", text);
    case "emphasis":
      return around("_", text);
    case "link":
      return linked(text, span.url);
  }
}

/** The bare address is let stand; every other word on it goes the way of rich text. */
function linked(text: string, url: string): string | null {
  const address = webAddress(url);
  if (!address) return text;
  return text === escapeText(url) ? `<${escapeText(address)}>` : null;
}

/** Blanks stay outside: a mark that stands beside one is none. */
function around(mark: string, text: string): string {
  return text.trim() === "" ? text : text.replace(/^(\s*)(.*?)(\s*)$/s, `$1${mark}$2${mark}$3`);
}
