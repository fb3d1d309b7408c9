import { type Passage, type Prose, plain, plainPassage } from "../../core/prose.js";
import { cut } from "./cut.js";

/** The beginning of a passage, with an ellipsis where something is left out; `most` characters of its plain words. */
export function shorten(passage: Passage, most: number): Passage {
  if (plainPassage(passage).length <= most) return passage;
  switch (passage.kind) {
    case "prose":
      return { kind: "prose", prose: shortenProse(passage.prose, most) };
    case "list":
      return { ...passage, items: firstItems(passage.items, most) };
    case "code":
      return { ...passage, code: cut(passage.code, most) };
    case "image":
      return { ...passage, alt: cut(passage.alt, most) };
  }
}

export function shortenProse(prose: Prose, most: number): Prose {
  const kept: Prose[number][] = [];
  let left = most;
  for (const span of prose) {
    const size = span.kind === "time" ? 0 : span.text.length;
    if (span.kind !== "time" && size > left)
      return [...kept, { ...span, text: cut(span.text, Math.max(2, left)) }];
    kept.push(span);
    left -= size;
  }
  return kept;
}

function firstItems(items: readonly Prose[], most: number): readonly Prose[] {
  const kept: Prose[] = [];
  let left = most;
  for (const item of items) {
    const size = plain(item).length;
    if (size > left) return [...kept, shortenProse(item, Math.max(2, left))];
    kept.push(item);
    left -= size;
  }
  return kept;
}
