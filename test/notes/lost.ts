import MarkdownIt, { type Token } from "markdown-it";
import { plain, plainPassages } from "../../src/core/prose.js";
import type { Question } from "../../src/core/question.js";
import type { Parsed } from "../../src/notes/parse-notes.js";

type Leaf = {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly words: readonly string[];
  /** The line of the heading that it stands under, or of the first of several with nothing between them. */
  readonly under: number;
};

const markdown = new MarkdownIt("commonmark", { maxNesting: 40 }).enable("table").disable("strip_references");

const kinds: Readonly<Record<string, string>> = {
  heading_open: "heading",
  paragraph_open: "paragraph",
  fence: "code",
  code_block: "code",
  html_block: "html",
  hr: "rule",
  table_open: "table",
  reference_definition: "reference",
};

/** The blocks that hold no others, as markdown-it itself counts them, with their words. */
export function leavesOf(text: string): readonly Leaf[] {
  const leaves: (Omit<Leaf, "words"> & { words: string[] })[] = [];
  let under = 0;
  for (const token of markdown.parse(text, {})) {
    const kind = kinds[token.type];
    const [start = 0, end = 0] = token.map ?? [];
    const follows = leaves.at(-1)?.kind === "heading";
    if (kind === "heading" && token.level === 0 && !follows) under = start + 1;
    if (kind) leaves.push({ kind, start: start + 1, end, words: [], under });
    leaves.at(-1)?.words.push(...wordsOf(token));
  }
  return leaves;
}

/** What of a text is in no question, in no notes and under no problem; empty if the parser kept its promise. */
export function lost(text: string, parsed: Parsed): readonly string[] {
  const leaves = leavesOf(text);
  const [counted, said] = [leaves, parsed.blocks].map((blocks) =>
    blocks.map((one) => `${one.kind} ${one.start}-${one.end}`),
  );
  if (counted?.join() !== said?.join()) return [`blocks differ: ${counted?.join()} | ${said?.join()}`];
  return leaves.flatMap((leaf, at) => {
    const became = parsed.blocks[at]?.became ?? "nothing";
    const next = leaves.find(({ under }) => under > leaf.under)?.under ?? Number.POSITIVE_INFINITY;
    const near = parsed.problems.filter(
      ({ line, code }) => code === "duplicate" || (leaf.under <= line && line < next),
    );
    const kept = keptWords(leaf, became, { ...parsed, problems: near });
    const gone = kept === "all" ? [] : leaf.words.filter((word) => !kept.has(word));
    return gone.length > 0
      ? [`${leaf.kind} at ${leaf.start} became ${became} without: ${gone.join(" ")}`]
      : [];
  });
}

/** The words that may stand for a block's own, by what the parser says that it became; with its section's problems. */
function keptWords(leaf: Leaf, became: string, { questions, problems }: Parsed): ReadonlySet<string> | "all" {
  const isTwice = problems.some(({ code }) => code === "duplicate");
  const here = questions.filter(({ source }) => source.line <= leaf.end && leaf.start <= source.end);
  if (became === "separator" || became === "heading") return "all";
  if (became === "problem") return problems.length > 0 ? "all" : new Set();
  if (became === "notes" && (isTwice || problems.some(({ code }) => code === "no-question"))) return "all";
  if (became === "question" && here.length === 0) return isTwice ? "all" : new Set();
  return new Set((became === "notes" ? questions : here).flatMap((question) => split(wholeText(question))));
}

function wholeText({ title, prompt, form, explanation, notes, source }: Question): string {
  const form_ =
    form.kind === "choice"
      ? form.options.map(({ body, why }) => plainPassages([...body, ...why]))
      : [plainPassages(form.answer ?? []), ...form.lines.map(plain)];
  return [
    title,
    plainPassages(prompt),
    ...form_,
    plainPassages(explanation),
    ...notes.map(plain),
    source.url,
  ].join("\n");
}

function wordsOf(token: Token): readonly string[] {
  if (token.type === "fence" || token.type === "code_block") return split(token.content);
  if (token.type !== "inline") return [];
  const words = (token.children ?? []).map(({ type, content }) => {
    if (type === "softbreak" || type === "hardbreak") return " ";
    return type === "text" || type === "code_inline" || type === "image" ? content : "";
  });
  return split(words.join(""));
}

/** Words without those that only mark: boxes, labels. */
function split(text: string): readonly string[] {
  const said = text.replace(/^\W*question \d+\W/i, "");
  const words = said.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !marks.has(word));
}

const marks = new Set(
  "x question answer why source prompt scenario explanation correct https example com".split(" "),
);
