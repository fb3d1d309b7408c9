import type { types } from "@slack/bolt";
import type { Passage, Prose, Span } from "../../core/prose.js";
import { pieces } from "./cut.js";
import { clean, oneLine, webAddress } from "./escape.js";
import { limits } from "./limits.js";
import { dateForm, inWords } from "./time.js";

/** A paragraph, a list, code or a quote of rich text: words as data, so that no mark in them is ever read as one. */
export type Rich = types.RichTextBlock["elements"][number];
export type Run = types.RichTextElement;

/** One block of rich text; none where there is nothing to show. */
export function richPassage(passage: Passage): readonly Rich[] {
  switch (passage.kind) {
    case "prose":
      return section(runsOf(passage.prose));
    case "list": {
      const items = passage.items.map(runsOf).filter((runs) => runs.length > 0);
      const elements = items.map((runs) => ({ type: "rich_text_section" as const, elements: [...runs] }));
      const style = passage.ordered ? "ordered" : "bullet";
      return elements.length === 0 ? [] : [{ type: "rich_text_list", style, elements }];
    }
    case "code":
      return richCode(passage.code);
    case "image": {
      const words = oneLine(passage.alt);
      return section(linkRuns(words === "" ? passage.url : words, passage.url));
    }
  }
}

/** Code as it stands, line by line. */
export function richCode(code: string): readonly Rich[] {
  return pieces(clean(code).replace(/\n+$/, ""), limits.text)
    .filter((text) => text.trim() !== "")
    .map((text) => ({ type: "rich_text_preformatted", elements: [{ type: "text", text }] }));
}

export function section(runs: readonly Run[]): readonly Rich[] {
  return runs.length === 0 ? [] : [{ type: "rich_text_section", elements: [...runs] }];
}

/** Instants are shown in each reader's own zone. */
export function runsOf(prose: Prose): readonly Run[] {
  return prose.flatMap(runsIn);
}

/** Words in one style; Slack takes no empty run. */
export function words(
  text: string,
  style?: { readonly bold?: true; readonly italic?: true; code?: true },
): Run[] {
  return pieces(text, limits.text).map((text) =>
    style ? { type: "text", text, style } : { type: "text", text },
  );
}

function runsIn(span: Span): readonly Run[] {
  switch (span.kind) {
    case "text":
      return words(clean(span.text));
    case "code":
      return words(clean(span.text).replace(/\s*\n\s*/g, " "), { code: true });
    case "strong":
      return words(clean(span.text), { bold: true });
    case "emphasis":
      return words(clean(span.text), { italic: true });
    case "link":
      return linkRuns(clean(span.text), span.url);
    case "time": {
      const timestamp = Math.floor(span.at.getTime() / 1000);
      return [{ type: "date", timestamp, format: dateForm, fallback: inWords(span.at) }];
    }
  }
}

/** The words alone where the address is not of the web; the address besides where the words look like another one. */
function linkRuns(text: string, url: string): readonly Run[] {
  const address = webAddress(url);
  if (!address) return words(text);
  if (text.trim() === "" || text.trim() === url) return [{ type: "link", url: address }];
  if (/:\/\/|^www\.|\.\w{2,}\//i.test(text)) {
    return [...words(`${text} (`), { type: "link", url: address }, ...words(")")];
  }
  return [{ type: "link", url: address, text: text.slice(0, limits.text) }];
}
