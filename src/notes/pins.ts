import type { Block } from "./document.js";
import { slugPath } from "./identity.js";

/** What an author fixes by hand, in front matter or in `<!-- cuecard: id=share-a-folder -->`. */
export type Pins = {
  readonly format?: string;
  readonly id?: string;
  readonly topic?: string;
  readonly skip?: boolean;
};

/** Pins, and what was wrong with them in words for the author. */
export type PinsRead = { readonly pins: Pins; readonly faults: readonly string[] };

/** The pins of a comment; null for a comment that is not for us. */
export function readComment(html: string): PinsRead | null {
  const match = /^\s*<!--\s*cuecard:/i.exec(html.slice(0, 200));
  if (!match) return null;
  const end = html.indexOf("-->");
  const words = html.slice(match[0].length, end < 0 ? undefined : end);
  const pairs = [...words.slice(0, 2000).matchAll(/([^\s=,]+)(?:=(?:"([^"]*)"|([^\s,]*)))?/g)];
  return readPins(pairs.map(([, key = "", long, short]) => [key, long ?? short ?? true] as const));
}

/** `strict`: a key that is not ours is a fault. Front matter has other owners, a comment of ours has none. */
export function readPins(pairs: readonly (readonly [string, unknown])[], strict = "strict"): PinsRead {
  const faults: string[] = [];
  let pins: Pins = {};
  for (const [key, value] of pairs) {
    const pin = pinOf(key, value);
    if (pin.kind === "pin") pins = { ...pins, ...pin.pins };
    else if (pin.kind === "wrong" || strict === "strict") faults.push(pin.fault);
  }
  return { pins, faults };
}

/** The pins written in comments of these blocks and in their text, not in their lists. */
export function pinsIn(blocks: readonly Block[]): PinsRead {
  const comments: string[] = [];
  for (const block of blocks) {
    if (block.kind === "html") comments.push(block.html);
    else if (block.kind === "paragraph" || block.kind === "heading") {
      for (const run of block.runs) if (run.kind === "comment") comments.push(run.text);
    }
  }
  if (comments.length === 0) return none;
  const read = comments.flatMap((comment) => readComment(comment) ?? []);
  return {
    pins: Object.assign({}, ...read.map(({ pins }) => pins)),
    faults: read.flatMap(({ faults }) => faults),
  };
}

const none: PinsRead = { pins: {}, faults: [] };

type Pin =
  | { readonly kind: "pin"; readonly pins: Pins }
  | { readonly kind: "wrong" | "unknown"; readonly fault: string };

function pinOf(key: string, value: unknown): Pin {
  switch (key) {
    case "id":
    case "topic": {
      const path = typeof value === "string" || typeof value === "number" ? slugPath(String(value)) : "";
      return path === ""
        ? wrong(`\`${key}\` needs a name, such as ${key}=storage/efs`)
        : { kind: "pin", pins: { [key]: path } };
    }
    case "format":
      return typeof value === "string" && formatNames.has(value)
        ? { kind: "pin", pins: { format: value } }
        : wrong(`\`format\` is one of ${[...formatNames].join(", ")}`);
    case "skip":
      return value === true || value === false || value === "true" || value === "false"
        ? { kind: "pin", pins: { skip: value === true || value === "true" } }
        : wrong("`skip` is true or false");
    case "tags":
    case "verified":
      return { kind: "pin", pins: {} };
    default:
      return {
        kind: "unknown",
        fault: `\`${key.slice(0, 40)}\` is no pin; known are format, id, topic, tags, verified and skip`,
      };
  }
}

function wrong(fault: string): Pin {
  return { kind: "wrong", fault };
}

/** The names of the rows in `parse-notes.ts`. */
export const formatNames: ReadonlySet<string> = new Set(["options", "bold answer", "topic"]);
