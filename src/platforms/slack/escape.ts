import { limits } from "./limits.js";

/** Words for `text` and mrkdwn: no mention, link or date of theirs comes to life. Marks of style are for `isPlain`. */
export function escapeText(words: string): string {
  return clean(words).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** What somebody typed, as Slack hands it on, back in their own letters. */
export function unescapeText(words: string): string {
  return words.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** Without what turns the reading direction round, control characters but tab and line end, and half signs. */
export function clean(words: string): string {
  if (!unclean.test(words)) return words;
  return words.replace(/\r\n?/g, "\n").replace(invisible, "").replace(halves, "\ufffd");
}

/** On one line. */
export function oneLine(words: string): string {
  return clean(words).replace(/\s+/g, " ").trim();
}

/** Whether mrkdwn would show these words letter by letter: it knows no escape for its marks, so such words go elsewhere. */
export function isPlain(words: string): boolean {
  return !/[*_~`]|:[\w+'-]+:|^\s*>/m.test(words);
}

/** An address of the web that Slack takes for a link; null for every other. */
export function webAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") return null;
  const safe = href.replace(/[<>|\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return safe.length <= limits.address ? safe : null;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Most words hold none of either: they are looked through once. */
const unclean = new RegExp(`${invisible.source}|${halves.source}`);
