import { parseDocument } from "yaml";
import { type Pins, readPins } from "./pins.js";
import { isDeep } from "./yaml-depth.js";

/** A text without its front matter, which is blanked out so that lines keep their numbers. */
export type FrontMatter = {
  readonly body: string;
  readonly pins: Pins;
  /** What was wrong, in words for the author. */
  readonly faults: readonly { readonly fatal: boolean; readonly fault: string }[];
  /** Last line of it; 0 where there is none. */
  readonly end: number;
};

/** Reads a YAML head between `---` lines; a rule at the top of a file is not one. Wants `\n` line ends. */
export function readFrontMatter(text: string): FrontMatter {
  const end = text.startsWith("---") ? endOf(text) : null;
  if (end === null) return { body: text, pins: {}, faults: [], end: 0 };
  const yaml = text.slice(text.indexOf("\n") + 1, end.from);
  const lines = end.line;
  const body = "\n".repeat(lines) + text.slice(end.to);
  const fault = (fault: string, fatal = true) => ({ fatal, fault });
  if (yaml.length > largest) {
    return { body, pins: {}, faults: [fault(`it is longer than ${largest} characters`)], end: lines };
  }
  const read = readYaml(yaml);
  if (typeof read === "string") return { body, pins: {}, faults: [fault(read)], end: lines };
  const { cuecard, ...others } = read;
  const loose = readPins(Object.entries(others), "loose");
  const own = cuecard === undefined ? { pins: {}, faults: [] } : ownPins(cuecard);
  return {
    body,
    pins: { ...loose.pins, ...own.pins },
    faults: [...loose.faults, ...own.faults].map((words) => fault(words, false)),
    end: lines,
  };
}

const largest = 8000;

/** Where the closing line begins and ends; null where the text has none, or is no YAML mapping. */
function endOf(text: string): { from: number; to: number; line: number } | null {
  const first = text.indexOf("\n");
  if (first < 0 || text.slice(3, first).trim() !== "") return null;
  if (!isMapping(text.slice(first + 1, first + 4000))) return null;
  let line = 1;
  for (let from = first + 1; from < text.length; line += 1) {
    const newline = text.indexOf("\n", from);
    const to = newline < 0 ? text.length : newline;
    const words = text.slice(from, to).trimEnd();
    if (words === "---" || words === "...")
      return { from, to: Math.min(to + 1, text.length), line: line + 1 };
    from = to + 1;
  }
  return null;
}

/** Whether the first line that says anything is `key:`, or there is none before the end. */
function isMapping(head: string): boolean {
  const line = head.split("\n").find((words) => words.trim() !== "" && !words.trimStart().startsWith("#"));
  return line !== undefined && /^(?:["']?[\w-][^:]{0,100}:(?:\s|$)|---|\{)/.test(line);
}

/** The mapping; a sentence for the author where it cannot be had. Depth, aliases and size are bounded. */
function readYaml(yaml: string): Record<string, unknown> | string {
  if (isDeep(yaml)) return "it is nested too deep";
  try {
    const document = parseDocument(yaml, { prettyErrors: false, logLevel: "silent" });
    const [error] = document.errors;
    if (error) return error.message.replace(/\s+/g, " ");
    const value: unknown = document.toJS({ maxAliasCount: 10 });
    if (value === null || value === undefined) return {};
    return typeof value === "object" && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : "it is no list of `key: value`";
  } catch (error) {
    return error instanceof Error ? error.message : "it cannot be read";
  }
}

function ownPins(cuecard: unknown): { readonly pins: Pins; readonly faults: readonly string[] } {
  if (typeof cuecard !== "object" || cuecard === null || Array.isArray(cuecard)) {
    return { pins: {}, faults: ["`cuecard` holds `key: value` lines"] };
  }
  return readPins(Object.entries(cuecard));
}
