import type { Passage, Prose, Span } from "../../core/prose.js";
import { escapeText, fence, inlineCode, maskedLink } from "./escape.js";
import { limits } from "./limits.js";

/** One block of rich text in Discord's Markdown. */
export function renderPassage(passage: Passage): string {
  switch (passage.kind) {
    case "prose":
      return renderProse(passage.prose);
    case "list":
      return passage.items
        .map((item, index) => `${passage.ordered ? `${index + 1}.` : "-"} ${inItem(renderProse(item))}`)
        .join("\n");
    case "code":
      return passage.code.trim() === "" ? "" : fence(passage.code, passage.language);
    case "image":
      return maskedLink(passage.alt === "" ? passage.url : passage.alt, passage.url, limits.link);
  }
}

/** Instants are shown in each reader's own zone, and how far off they are. */
export function renderProse(prose: Prose): string {
  return prose.map(renderSpan).reduce(joined, "").trim();
}

function renderSpan(span: Span): string {
  switch (span.kind) {
    case "text":
      return escapeText(span.text);
    case "code":
      return inlineCode(span.text);
    case "strong":
      return marked("**", span.text);
    case "emphasis":
      return marked("*", span.text);
    case "link":
      return maskedLink(span.text, span.url, limits.link);
    case "time": {
      const seconds = Math.floor(span.at.getTime() / 1000);
      return `<t:${seconds}:f> (<t:${seconds}:R>)`;
    }
  }
}

/** Blanks stay outside: a mark that stands beside one is none. */
function marked(mark: string, words: string): string {
  const inside = words.trim();
  if (inside === "") return words;
  const at = words.indexOf(inside);
  return `${words.slice(0, at)}${mark}${escapeText(inside)}${mark}${words.slice(at + inside.length)}`;
}

/** Marks of two neighbours never run together. */
function joined(before: string, next: string): string {
  return isMark(before.at(-1)) && isMark(next[0]) ? `${before}\u200b${next}` : before + next;
}

const isMark = (sign: string | undefined) => sign === "*" || sign === "`";

const inItem = (words: string) => words.replace(/\n+/g, "\n  ");
