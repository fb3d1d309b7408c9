import { type Passage, type Prose, plain, plainPassage } from "../../core/prose.js";
import { cut } from "./cut.js";
import { limits } from "./limits.js";

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
    const words = span.kind === "time" ? "" : span.text;
    if (words.length > left) {
      if (span.kind !== "time") kept.push({ ...span, text: cut(words, Math.max(2, left)) });
      break;
    }
    kept.push(span);
    left -= words.length;
  }
  return kept;
}

/** Passages that say the same, each of at most `most` characters: nothing is left out. */
export function splitPassage(passage: Passage, most: number): readonly Passage[] {
  if (lengthOf(passage) <= most) return [passage];
  switch (passage.kind) {
    case "prose":
      return chunks(
        passage.prose.flatMap((span) => splitSpan(span, most)),
        most,
        sizeOf,
      ).map((prose) => ({
        kind: "prose",
        prose,
      }));
    case "list":
      return chunks(passage.items, most, lengthOfProse).flatMap((items) =>
        items.length === 1 && items[0]
          ? splitPassage({ kind: "prose", prose: items[0] }, most)
          : [{ ...passage, items }],
      );
    case "code":
      return splitWords(passage.code, most).map((code) => ({ ...passage, code }));
    case "image":
      return [shorten(passage, most)];
  }
}

function splitSpan(span: Prose[number], most: number): Prose {
  if (span.kind === "time" || span.text.length <= most) return [span];
  return splitWords(span.text, most).map((text) => ({ ...span, text }));
}

/** At a line end where there is one, else at a blank, else within a word. */
function splitWords(words: string, most: number): readonly string[] {
  const pieces: string[] = [];
  let rest = words;
  while (rest.length > most) {
    const at = [rest.lastIndexOf("\n", most), rest.lastIndexOf(" ", most)].find((found) => found > most / 2);
    const end = at ?? (/[\ud800-\udbff]/.test(rest.charAt(most - 1)) ? most - 1 : most);
    pieces.push(rest.slice(0, end));
    rest = at === undefined ? rest.slice(end) : rest.slice(end + 1);
  }
  return [...pieces, rest];
}

function chunks<Item>(
  items: readonly Item[],
  most: number,
  size: (item: Item) => number,
): readonly (readonly Item[])[] {
  const all: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const last = all.at(-1);
    if (last && size(item) <= room) last.push(item);
    else all.push([item]);
    room = last && size(item) <= room ? room - size(item) : most - size(item);
  }
  return all;
}

/** What a passage takes, addresses and instants too. */
function lengthOf(passage: Passage): number {
  if (passage.kind === "prose") return lengthOfProse(passage.prose);
  if (passage.kind === "list") return passage.items.reduce((sum, item) => sum + lengthOfProse(item), 0);
  return plainPassage(passage).length;
}

const lengthOfProse = (prose: Prose) => prose.reduce((sum, span) => sum + sizeOf(span), 0);

function sizeOf(span: Prose[number]): number {
  if (span.kind === "time") return 40;
  return span.text.length + (span.kind === "link" ? Math.min(span.url.length, limits.link) : 0);
}

function firstItems(items: readonly Prose[], most: number): readonly Prose[] {
  const kept: Prose[] = [];
  let left = most;
  for (const item of items) {
    const size = plain(item).length;
    if (size > left) {
      kept.push(shortenProse(item, Math.max(2, left)));
      break;
    }
    kept.push(item);
    left -= size;
  }
  return kept;
}
