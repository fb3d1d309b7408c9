import type { Token } from "markdown-it";
import type { Passage, Prose, Span } from "../core/prose.js";
import { imagesIn, readTag } from "./html.js";

/** A stretch of a paragraph with its marks kept apart: bold inside italics is both, as `Prose` cannot say. */
export type Run = {
  readonly kind: "text" | "code" | "image" | "break" | "comment";
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Where a link leads, or where an image lies. */
  readonly url: string | null;
};

/** The children of an inline token, in order. */
export function readRuns(children: readonly Token[]): readonly Run[] {
  const runs: Run[] = [];
  const marks = { bold: 0, italic: 0, url: null as string | null };
  const add = (kind: Run["kind"], text: string, url = marks.url) =>
    runs.push({ kind, text, bold: marks.bold > 0, italic: marks.italic > 0, url });
  for (const token of children) {
    if (token.type === "strong_open" || token.type === "strong_close") marks.bold += token.nesting;
    else if (token.type === "em_open" || token.type === "em_close") marks.italic += token.nesting;
    else if (token.type === "link_open") marks.url = attribute(token, "href");
    else if (token.type === "link_close") marks.url = null;
    else if (token.type === "softbreak") add("break", " ");
    else if (token.type === "hardbreak") add("break", "\n");
    else if (token.type === "code_inline") add("code", token.content);
    else if (token.type === "image") add("image", altOf(token), attribute(token, "src"));
    else if (token.type === "html_inline") readHtml(token.content, marks, add);
    else if (token.content !== "") add("text", token.content);
  }
  return runs;
}

/** The words of the runs alone. */
export function plainRuns(runs: readonly Run[]): string {
  let words = "";
  for (const run of runs) if (run.kind !== "comment") words += run.text;
  return words.trim();
}

/** One paragraph's worth; an image becomes a link to it. */
export function toProse(runs: readonly Run[]): Prose {
  const spans: Span[] = [];
  for (const run of runs) {
    if (run.kind === "comment") continue;
    const span = toSpan(run);
    const last = spans.at(-1);
    if (last && canJoin(last, span)) spans[spans.length - 1] = joined(last, span);
    else spans.push(span);
  }
  return trimmed(spans);
}

/** A paragraph as passages: its images stand on their own. */
export function toPassages(runs: readonly Run[]): readonly Passage[] {
  const passages: Passage[] = [];
  let from = 0;
  const flush = (to: number) => {
    const prose = toProse(runs.slice(from, to));
    if (prose.length > 0) passages.push({ kind: "prose", prose });
    from = to + 1;
  };
  runs.forEach((run, at) => {
    if (run.kind !== "image" || !run.url) return;
    flush(at);
    passages.push({ kind: "image", url: run.url, alt: run.text });
  });
  flush(runs.length);
  return passages;
}

function readHtml(
  html: string,
  marks: { bold: number; italic: number },
  add: (kind: Run["kind"], text: string, url?: string | null) => void,
): void {
  const tag = readTag(html);
  const step = tag?.closes ? -1 : 1;
  if (tag === null) add(html.startsWith("<!--") ? "comment" : "text", html);
  else if (tag.name === "b" || tag.name === "strong") marks.bold = Math.max(0, marks.bold + step);
  else if (tag.name === "i" || tag.name === "em") marks.italic = Math.max(0, marks.italic + step);
  else if (tag.name === "br") add("break", "\n");
  else if (tag.name === "img") for (const image of imagesIn(html)) add("image", image.alt, image.url);
}

function toSpan(run: Run): Span {
  if (run.url !== null) return { kind: "link", text: run.text || run.url, url: run.url };
  if (run.kind === "code") return { kind: "code", text: run.text };
  return { kind: run.bold ? "strong" : run.italic ? "emphasis" : "text", text: run.text };
}

function canJoin(one: Span, other: Span): boolean {
  if (one.kind === "link") return other.kind === "link" && other.url === one.url;
  return one.kind === other.kind && one.kind !== "code" && one.kind !== "time";
}

function joined(one: Span, other: Span): Span {
  if (one.kind === "time" || other.kind === "time") return one;
  return { ...one, text: one.text + other.text };
}

function trimmed(spans: Span[]): Prose {
  const trim = (at: number, cut: (text: string) => string) => {
    const span = spans.at(at);
    if (!span || span.kind === "time" || span.kind === "code") return;
    const text = cut(span.text);
    if (text === "") spans.splice(at, 1);
    else if (text !== span.text) spans.splice(at, 1, { ...span, text });
  };
  trim(0, (text) => text.trimStart());
  trim(-1, (text) => text.trimEnd());
  return spans;
}

function attribute(token: Token, name: string): string {
  return String(token.attrs?.find(([key]) => key === name)?.[1] ?? "");
}

function altOf(image: Token): string {
  return (image.children ?? [])
    .map((child) => child.content || (child.type === "softbreak" ? " " : ""))
    .join("");
}
