import type { Block, Item, List } from "../document.js";
import { headingKind } from "../heading-kind.js";
import { passagesOf, plainBlocks } from "../passages.js";
import { pinsIn } from "../pins.js";
import { type Problem, quoted } from "../problem.js";
import { plainRuns } from "../prose.js";
import type { Section } from "../sections.js";
import { asks } from "../wording.js";
import { type Format, type Found, problemAt, type Reading } from "./format.js";
import { blockLabel, withoutLabel } from "./labels.js";
import { isOptionList, readOptions, withoutBox } from "./options.js";

/** A list of questions under `### Questions`; the notes of their topic answer them. */
export const recallList: Format = { name: "topic", recognise };

function recognise(section: Section): Found | null {
  const label = section.recall ? -1 : labelAt(section.blocks);
  if (!section.recall && label < 0) return null;
  const taken = section.recall ? section.blocks : section.blocks.slice(label + 1, label + 2);
  const read = taken.flatMap((block) => readBlock(block, section));
  return {
    readings: read.flatMap(({ readings }) => readings),
    problems: read.flatMap(({ problems }) => problems),
    rest: section.recall ? [] : section.blocks.toSpliced(label, 2),
    tookHeading: false,
  };
}

type Read = { readonly readings: readonly Reading[]; readonly problems: readonly Problem[] };

/** A paragraph that says only `Questions:`, over a list. */
function labelAt(blocks: readonly Block[]): number {
  return blocks.findIndex(
    (block, at) =>
      block.kind === "paragraph" &&
      blocks[at + 1]?.kind === "list" &&
      headingKind(plainRuns(block.runs)) === "questions",
  );
}

function readBlock(block: Block, section: Section): readonly Read[] {
  if (block.kind === "list") return block.items.map((item) => readItem(withoutBox(item), section));
  if (block.kind === "rule" || block.kind === "reference") return [];
  if (block.kind === "paragraph")
    return [readItem({ start: block.start, end: block.end, blocks: [block] }, section)];
  return [remark(block.start, plainBlocks([block]), section)];
}

function readItem(item: Item, section: Section): Read {
  const [first, ...below] = item.blocks;
  if (!first) return { readings: [], problems: [] };
  const words = plainBlocks([first]);
  if (first.kind !== "paragraph" || !asks(words))
    return remark(item.start, plainBlocks(item.blocks), section);
  const choice = below.find(isOptionList);
  if (choice) return readChoice(item, choice, section);
  const answer = below.filter((block) => blockLabel(block) === "answer");
  const said = passagesOf(answer.map(bare));
  const unmarked = below.filter((block) => !answer.includes(block));
  const reading: Reading = {
    ...shell(item, first),
    form: { kind: "recall", answer: said.length > 0 ? said : null },
    from: "recall list",
  };
  return { readings: [reading], problems: unmarked.length > 0 ? [ambiguous(unmarked, section)] : [] };
}

function readChoice(item: Item, list: List, section: Section): Read {
  const [first, ...below] = item.blocks;
  const { options, problems } = readOptions(list, section);
  if (!first || !options) return { readings: [], problems };
  const rest = below.filter((block) => block !== list);
  const reading: Reading = {
    ...shell(item, first),
    form: { kind: "choice", options },
    explanation: passagesOf(rest.map(bare)),
    from: "options",
  };
  return { readings: [reading], problems };
}

function shell(item: Item, first: Block) {
  const prompt = passagesOf([first]);
  const id = pinsIn([first]).pins.id ?? null;
  return { start: item.start, end: item.end, title: null, prompt, explanation: [], url: null, notes: [], id };
}

function bare(block: Block): Block {
  return block.kind === "paragraph" && blockLabel(block) !== null ? withoutLabel(block) : block;
}

function remark(line: number, words: string, section: Section): Read {
  const message = `${quoted(words)} asks nothing, so it is left out. End it with a question mark if it is a question.`;
  return {
    readings: [],
    problems: words === "" ? [] : [problemAt(section, line, ["info", "remark"], message)],
  };
}

function ambiguous(blocks: readonly Block[], section: Section): Problem {
  const words = quoted(plainBlocks(blocks));
  return problemAt(
    section,
    blocks[0]?.start ?? section.start,
    ["warning", "ambiguous"],
    `${words} under a question can be its options or its answer, so it is left out. For options write \`- [x]\` before the right one and \`- [ ]\` before the others; for the answer begin with \`Answer:\`.`,
  );
}
