import type { Passage } from "../../core/prose.js";
import type { Option, Question } from "../../core/question.js";
import type { Block, Lines } from "../document.js";
import type { Problem, Severity } from "../problem.js";
import { type Run, toPassages } from "../prose.js";
import type { Section } from "../sections.js";
import { countLabel } from "../wording.js";
import { withoutCount } from "./labels.js";

/** One way of writing questions down. */
export type Format = {
  /** What `<!-- cuecard: format=… -->` calls it. */
  readonly name: string;
  /** The questions of a section in this format; null where it holds none. */
  readonly recognise: (section: Section) => Found | null;
};

/** What a format made of a section. */
export type Found = {
  readonly readings: readonly Reading[];
  readonly problems: readonly Problem[];
  /** Blocks that it did not take: the next format sees them, and what is left are notes of the topic. */
  readonly rest: readonly Block[];
  /** Whether the heading is a prompt or a title now, and no topic. */
  readonly tookHeading: boolean;
};

/** A question as it stands in the notes, before it has a topic and a name. */
export type Reading = Lines & {
  readonly title: string | null;
  readonly prompt: readonly Passage[];
  readonly form:
    | { readonly kind: "choice"; readonly options: readonly Option[] }
    | { readonly kind: "recall"; readonly answer: readonly Passage[] | null };
  readonly explanation: readonly Passage[];
  readonly url: string | null;
  /** Notes that stand in its own section; empty where the topic's notes serve. */
  readonly notes: readonly Block[];
  readonly from: Question["from"];
  /** The id that its author pinned to it. */
  readonly id: string | null;
};

/** A problem at a line of a section. */
export function problemAt(
  section: Section,
  line: number,
  kind: readonly [Severity, string],
  message: string,
): Problem {
  return { file: section.file, line, severity: kind[0], code: kind[1], message };
}

/** The headings of a section as one prompt, without a number that only counts it. */
export function headingPrompt(section: Section): readonly Passage[] {
  const space: Run = { kind: "break", text: " ", bold: false, italic: false, url: null };
  return toPassages(
    section.headings.flatMap(({ runs }, at) => (at > 0 ? [space, ...runs] : withoutCount(runs))),
  );
}

/** The words of its headings, without that number. */
export function headingWords({ words }: Section): string {
  return words.slice(countLabel(words));
}
