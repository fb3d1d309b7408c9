import type { Block, List, Paragraph } from "../document.js";
import { passagesOf, plainBlocks } from "../passages.js";
import type { Problem } from "../problem.js";
import type { Section } from "../sections.js";
import { asks, isSentence } from "../wording.js";
import { type Format, type Found, headingPrompt, headingWords, problemAt, type Reading } from "./format.js";
import { blockLabel, splitAtLabels, takeSource, withoutLabel } from "./labels.js";
import { allAsk, isOptionList, readOptions } from "./options.js";
import { type Part, partsOf } from "./parts.js";

/** Boxes to tick under a heading, a paragraph or a `Question:`; the form that Cuecard itself writes. */
export const checkboxOptions: Format = { name: "options", recognise };

function recognise(section: Section): Found | null {
  const blocks = splitAtLabels(section.blocks);
  const isOptions = (block: Block): block is List =>
    isOptionList(block) && !(section.recall && allAsk(block));
  if (!blocks.some(isOptions)) return null;
  if (section.kind === "to-do") return toDo(section, blocks.filter(isOptions), blocks);
  const { notes, parts, unclear } = partsOf(blocks, isOptions);
  const isPrompt = parts[0]?.above.length === 0 && isSentence(headingWords(section));
  const tookHeading = (parts.length === 1 || isPrompt) && isTitle(section, notes.length > 0);
  const read = parts.map((part, at) => readPart(part, section, tookHeading && at === 0));
  const own = tookHeading ? notes : [];
  return {
    readings: read.flatMap(({ reading }, at) =>
      reading ? [at === 0 ? { ...reading, notes: own } : reading] : [],
    ),
    problems: [
      ...unclear.map((line) => unclearPrompt(section, line)),
      ...read.flatMap(({ problems }) => problems),
    ],
    rest: tookHeading ? [] : notes,
    tookHeading,
  };
}

/** A heading over one question is its title or its prompt; over several, or over a topic's notes, it is neither. */
function isTitle(section: Section, hasNotes: boolean): boolean {
  if (section.headings.length === 0 || section.recall) return false;
  if (section.kind === "part") return false;
  return isSentence(headingWords(section)) || !(section.top || (hasNotes && section.recallFollows));
}

type Read = { readonly reading: Reading | null; readonly problems: readonly Problem[] };

function readPart({ above, list, below }: Part, section: Section, tookHeading: boolean): Read {
  const { title, prompt } = promptOf(above, section, tookHeading);
  const { blocks, url } = takeSource(below);
  if (prompt.length === 0) return { reading: null, problems: [emptyPrompt(section, list, below)] };
  const { options, problems } = readOptions(list, section);
  if (!options) return { reading: null, problems };
  const reading: Reading = {
    start: tookHeading ? section.start : (above[0]?.start ?? list.start),
    end: below.at(-1)?.end ?? list.end,
    title,
    prompt,
    form: { kind: "choice", options },
    explanation: passagesOf(
      blocks.map((block) => (blockLabel(block) === "why" ? withoutLabel(block as Paragraph) : block)),
    ),
    url,
    notes: [],
    from: "options",
    id: null,
  };
  return { reading, problems };
}

/** The heading belongs to the prompt if it is a sentence and the text below it does not ask by itself. */
function promptOf(above: readonly Block[], section: Section, tookHeading: boolean) {
  const said = passagesOf(
    above.map((block) => (isPromptLabel(block) ? withoutLabel(block as Paragraph) : block)),
  );
  if (!tookHeading || section.kind === "number") return { title: null, prompt: said };
  const isName =
    !isSentence(headingWords(section)) || (asks(headingWords(section)) && asks(plainBlocks(above)));
  if (isName) return { title: headingWords(section), prompt: said };
  return { title: null, prompt: [...headingPrompt(section), ...said] };
}

function isPromptLabel(block: Block): boolean {
  const label = blockLabel(block);
  return label === "question" || label === "prompt";
}

function toDo(section: Section, lists: readonly List[], blocks: readonly Block[]): Found {
  const problems = lists.map((list) =>
    problemAt(
      section,
      list.start,
      ["info", "to-do"],
      "A to-do list is left out. If it is a question, give it another heading.",
    ),
  );
  return {
    readings: [],
    problems,
    rest: blocks.filter((block) => !lists.includes(block as List)),
    tookHeading: false,
  };
}

/** A list of boxes without a prompt: a question that lost it where reasons or a source stand by, else a to-do list. */
function emptyPrompt(section: Section, list: List, below: readonly Block[]): Problem {
  const isQuestion =
    list.items.some((item) => item.blocks.length > 1) || below.some((block) => blockLabel(block) !== null);
  return problemAt(
    section,
    list.start,
    [isQuestion ? "error" : "warning", "empty-prompt"],
    "These options have no question, so they are left out. End the heading with a question mark if it asks, or write the question as a paragraph above them; a to-do list wants the heading “To do”.",
  );
}

function unclearPrompt(section: Section, line: number): Problem {
  return problemAt(
    section,
    line,
    ["warning", "unclear-prompt"],
    "Here one question's explanation and the next one's prompt run together. Begin the next prompt with `Question:`, or put `---` between.",
  );
}
