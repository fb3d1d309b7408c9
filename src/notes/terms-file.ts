import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { distance } from "../core/slips.js";
import type { NotesFile } from "./parse-notes.js";
import type { Problem, Severity } from "./problem.js";
import { isDeep } from "./yaml-depth.js";
import { yamlFault } from "./yaml-fault.js";

/** Names on one line of a file, in the author's order. */
export type Row = { readonly file: string; readonly line: number; readonly names: readonly string[] };

/** What a file of terms says, each row with its place. */
export type TermsFile = {
  readonly rows: Readonly<Record<Chapter, readonly Row[]>>;
  readonly problems: readonly Problem[];
};

/** The file that comes with Cuecard, and what it says where it was read before. */
export type BundledTerms = NotesFile & { readonly read?: TermsFile };

const chapters = ["makers", "terms", "families", "pairs", "synonyms"] as const;
export type Chapter = (typeof chapters)[number];

/** Reads the YAML of a file of terms. Nothing is thrown, and nothing expanded: anchors and aliases are refused. */
export function readTermsFile({ path: file, text }: NotesFile): TermsFile {
  const lines = new LineCounter();
  const sheet: Sheet = {
    file,
    rows: { makers: [], terms: [], families: [], pairs: [], synonyms: [] },
    problems: [],
    lineOf: (node) => lines.linePos((node as Node | null)?.range?.[0] ?? 0).line || 1,
  };
  const root = rootOf(text, lines);
  if ("fault" in root) {
    const message = `The terms are not read: ${root.fault.slice(0, 200)}. questions/README.md shows how to write them.`;
    sheet.problems.push({ file, line: root.line, severity: "error", code: "terms", message });
  } else for (const { key, value } of root.pairs) readChapter(sheet, key, value);
  return { rows: sheet.rows, problems: sheet.problems };
}

/** Characters of a file, and problems told of it. */
const [largest, mostProblems] = [100_000, 100];
/** Rows of a chapter, names of a row, and characters of a name. */
const [mostRows, mostNames, longestName] = [5000, 50, 80];

type Sheet = {
  readonly file: string;
  readonly rows: Record<Chapter, Row[]>;
  readonly problems: Problem[];
  readonly lineOf: (node: unknown) => number;
};

function tell(
  { file, problems, lineOf }: Sheet,
  node: unknown,
  message: string,
  severity: Severity = "error",
): void {
  if (problems.length < mostProblems)
    problems.push({
      file,
      line: lineOf(node),
      severity,
      code: "terms",
      message: isAlias(node) ? noAliases : message,
    });
}

function readChapter(sheet: Sheet, key: unknown, value: unknown): void {
  const name = isScalar(key) ? String(key.value) : "";
  const chapter = chapters.find((one) => one === name);
  const isEmpty = value === null || (isScalar(value) && value.value === null);
  if (!chapter) {
    const near = chapters.find((one) => distance(name.slice(0, 40).toLowerCase(), one, 2) <= 2);
    const cure = near ? `Did you mean \`${near}\`?` : `Write ${chapters.join(", ")}.`;
    const message = `\`${name.slice(0, 40)}\` says nothing here. ${cure}`;
    tell(sheet, key, message, "warning");
  } else if (isSeq(value)) {
    if (value.items.length > mostRows) {
      const cure = "Divide the file: each folder may have one.";
      tell(sheet, value, `Only ${mostRows} lines under \`${chapter}\` are read. ${cure}`);
    }
    for (const item of value.items.slice(0, mostRows)) readRow(sheet, chapter, item);
  } else if (!isEmpty) tell(sheet, value, `Under \`${chapter}\` stands a list: ${examples[chapter]}`);
}

function readRow(sheet: Sheet, chapter: Chapter, item: unknown): void {
  const nodes = isSeq(item) ? item.items : isScalar(item) ? [item] : [];
  if (nodes.length === 0) tell(sheet, item, `This line is no list of names: ${examples[chapter]}`);
  if (nodes.length > mostNames)
    tell(sheet, item, `Only ${mostNames} names of a line are read. Leave some out.`);
  const names = nodes.slice(0, mostNames).flatMap((node) => nameIn(sheet, node) ?? []);
  if (names.length > 0) sheet.rows[chapter].push({ file: sheet.file, line: sheet.lineOf(item), names });
}

/** The words as they are written, a number too; null, and a problem, for what is no name. */
function nameIn(sheet: Sheet, node: unknown): string | null {
  const name = isScalar(node) && node.value !== null ? (node.source ?? "").replace(/\s+/g, " ").trim() : "";
  if (name.length <= longestName && /[\p{L}\p{N}]/u.test(name)) return name;
  const cure = "write it out, in quotes if it holds a colon or a bracket";
  tell(sheet, node, `A name is a few words, at most ${longestName} characters: ${cure}.`);
  return null;
}

const noAliases = "Anchors and aliases of YAML are not read here. Write the names out.";

const examples: Readonly<Record<Chapter, string>> = {
  makers: "`makers: [Amazon, AWS]`.",
  terms: "`- [SQS, Simple Queue Service]`, the term first, then its other names.",
  families: "`- [SQS, SNS]`, terms that are taken for one another.",
  pairs: "`- [inbound, outbound]`, words that turn a meaning round.",
  synonyms: "`- [cheap, low-cost]`, words that mean the same.",
};

type Root =
  | { readonly pairs: readonly { readonly key: unknown; readonly value: unknown }[] }
  | { readonly fault: string; readonly line: number };

/** Keys are not compared with one another: that takes the square of their number. */
function rootOf(text: string, lineCounter: LineCounter): Root {
  if (text.length > largest) return { fault: `the file is longer than ${largest} characters`, line: 1 };
  if (isDeep(text)) return { fault: "it is nested too deep", line: 1 };
  try {
    const options = { prettyErrors: false, logLevel: "silent", uniqueKeys: false, lineCounter } as const;
    const { errors, contents } = parseDocument(text, options);
    const [error] = errors;
    if (error) {
      const { words, at } = yamlFault(error, text);
      return { fault: words, line: lineCounter.linePos(at).line || 1 };
    }
    if (contents === null || (isScalar(contents) && contents.value === null)) return { pairs: [] };
    return isMap(contents) ? { pairs: contents.items } : { fault: "it is no list of `key: value`", line: 1 };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : "it cannot be read", line: 1 };
  }
}
