/**
 * Words of notes and people as Discord shows them letter by letter: no markup, mention, link, timestamp or emoji of
 * theirs comes to life.
 */
export function escapeText(words: string): string {
  const text = clean(words);
  if (!lively.test(text)) return text;
  return text
    .replace(/[\\`*_~|<[\]]/g, "\\$&")
    .replace(/@(?=everyone|here)/gi, "\\@")
    .replace(/:\/\//g, ":\\/\\/")
    .replace(/^([ \t]*)([#>+-])/gm, "$1\\$2")
    .replace(/^([ \t]*\d+)([.)])/gm, "$1\\$2");
}

/** Where something of this may be: most words are looked through once. */
const lively = /[\\`*_~|<[\]@\n\u2028\u2029]|:\/\/|^[ \t]*(?:[#>+-]|\d+[.)])/;

/** Without what turns the reading direction round, control characters but tab and line end, and half signs. */
export function clean(words: string): string {
  if (!unclean.test(words)) return words;
  return words.replace(/\r\n?/g, "\n").replace(invisible, "").replace(halves, "\ufffd");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Most words hold none of either: they are looked through once. */
const unclean = new RegExp(`${invisible.source}|${halves.source}`);

/** Code within a line. Where the words hold back-ticks, a look-alike stands for them if there is no other way. */
export function inlineCode(words: string): string {
  const line = clean(words).replace(/\s*\n\s*/g, " ");
  if (line.trim() === "") return "";
  if (!line.includes("`")) return `\`${line}\``;
  return /``|^`|`$/.test(line) ? `\`${unticked(line)}\`` : `\`\`${line}\`\``;
}

/** A block of code that nothing within can end. */
export function fence(words: string, language = ""): string {
  const inside = clean(words).replace(/```/g, "ˋˋˋ").replace(/`$/, "ˋ");
  return `\`\`\`${/^[a-z0-9+#-]{1,20}$/i.test(language) ? language : ""}\n${inside}\n\`\`\``;
}

/** A masked link; the address alone where the words look like one, the words alone where it is not of the web. */
export function maskedLink(words: string, url: string, longest: number): string {
  const address = webAddress(url, longest);
  if (!address) return escapeText(words);
  if (words.trim() === "" || words.trim() === url) return `<${address}>`;
  if (/:\/\/|^www\.|\.\w{2,}\//i.test(words)) return `${escapeText(words)} (<${address}>)`;
  return `[${escapeText(words.replace(/\s*\n\s*/g, " "))}](<${address}>)`;
}

function webAddress(url: string, longest: number): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") return null;
  const safe = href.replace(/[()<>\\`[\]\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return safe.length <= longest ? safe : null;
}

const unticked = (words: string) => words.replaceAll("`", "ˋ");
