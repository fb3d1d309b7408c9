import type { Block, Heading, Lines } from "./document.js";
import { type HeadingKind, headingKind } from "./heading-kind.js";
import { plainRuns } from "./prose.js";
import { asks, isSentence } from "./wording.js";

/** A heading with what stands under it, up to the next heading. */
export type Section = Lines & {
  readonly file: string;
  /** None before the first heading; more than one where a prompt runs over several. */
  readonly headings: readonly Heading[];
  /** The words of the headings. */
  readonly words: string;
  /** What the heading says of the text, where it names no topic. */
  readonly kind: HeadingKind | null;
  /** Depth of the first heading; 0 before the first. */
  readonly level: number;
  readonly blocks: readonly Block[];
  /** Whether it is the H1 that a file begins with. */
  readonly top: boolean;
  /** Whether recall questions may stand here: the heading says so. */
  readonly recall: boolean;
  /** Whether the next section holds recall questions. */
  readonly recallFollows: boolean;
};

/** The sections of a file, in order; the first has no heading. */
export function sectionsOf(file: string, blocks: readonly Block[]): readonly Section[] {
  const flat = cut(blocks);
  const whole: Cut[] = [];
  for (const section of flat) {
    const above = whole.at(-1);
    if (above && isUpperHalf(above, section)) {
      above.headings.push(...section.headings);
      above.blocks.push(...section.blocks);
    } else whole.push(section);
  }
  const words = whole.map(wordsOf);
  const kinds = words.map(headingKind);
  return whole.map((section, at) => ({
    file,
    ...linesOf(section),
    headings: section.headings,
    words: words[at] ?? "",
    level: section.headings[0]?.level ?? 0,
    blocks: section.blocks,
    top: at === 1 && section.headings[0]?.level === 1,
    kind: kinds[at] ?? null,
    recall: kinds[at] === "questions",
    recallFollows: kinds[at + 1] === "questions",
  }));
}

type Cut = { readonly headings: Heading[]; readonly blocks: Block[] };

function cut(blocks: readonly Block[]): readonly Cut[] {
  const sections: Cut[] = [{ headings: [], blocks: [] }];
  for (const block of blocks) {
    if (block.kind === "heading") sections.push({ headings: [block], blocks: [] });
    else sections.at(-1)?.blocks.push(block);
  }
  return sections;
}

/** Two headings with nothing between are one prompt where both are sentences and only one of them asks. */
function isUpperHalf(above: Cut, below: Cut): boolean {
  const heading = above.headings.at(-1);
  if (!heading || above.blocks.length > 0) return false;
  const [upper, lower] = [plainRuns(heading.runs), wordsOf(below)];
  return (
    headingKind(lower) === null && isSentence(upper) && isSentence(lower) && !(asks(upper) && asks(lower))
  );
}

function wordsOf({ headings }: Cut): string {
  return headings.map((heading) => plainRuns(heading.runs)).join(" ");
}

function linesOf({ headings, blocks }: Cut): Lines {
  const start = headings[0]?.start ?? blocks[0]?.start ?? 1;
  return { start, end: blocks.at(-1)?.end ?? headings.at(-1)?.end ?? start };
}
