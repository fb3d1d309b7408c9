/** A run of text with one meaning; escaping is left to whoever writes it out. */
export type Span =
  | { readonly kind: "text" | "code" | "strong" | "emphasis"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly url: string }
  /** An instant, shown in each reader's own zone where the platform can. */
  | { readonly kind: "time"; readonly at: Date };

/** One paragraph's worth of rich text, as data: never a string of markup. */
export type Prose = readonly Span[];

/** One block of rich text. */
export type Passage =
  | { readonly kind: "prose"; readonly prose: Prose }
  | { readonly kind: "list"; readonly items: readonly Prose[]; readonly ordered: boolean }
  | { readonly kind: "code"; readonly code: string; readonly language?: string }
  | { readonly kind: "image"; readonly url: string; readonly alt: string };

export const text = (words: string): Span => ({ kind: "text", text: words });
export const strong = (words: string): Span => ({ kind: "strong", text: words });
export const code = (words: string): Span => ({ kind: "code", text: words });
export const emphasis = (words: string): Span => ({ kind: "emphasis", text: words });
export const link = (words: string, url: string): Span => ({ kind: "link", text: words, url });
export const time = (at: Date): Span => ({ kind: "time", at });

/** A paragraph of plain words and spans. */
export function paragraph(...parts: readonly (string | Span)[]): Passage {
  return { kind: "prose", prose: parts.map((part) => (typeof part === "string" ? text(part) : part)) };
}

/** The words alone, without marks; instants as ISO 8601 in UTC. */
export function plain(prose: Prose): string {
  return prose.map((span) => (span.kind === "time" ? span.at.toISOString() : span.text)).join("");
}

/** The words of a block alone; list items and code lines on lines of their own. */
export function plainPassage(passage: Passage): string {
  switch (passage.kind) {
    case "prose":
      return plain(passage.prose);
    case "list":
      return passage.items.map(plain).join("\n");
    case "code":
      return passage.code;
    case "image":
      return passage.alt;
  }
}

/** The words of several blocks, a blank line between them. */
export function plainPassages(passages: readonly Passage[]): string {
  return passages.map(plainPassage).join("\n\n");
}
