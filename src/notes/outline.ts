import type { Block } from "./document.js";
import type { Reading } from "./formats/format.js";
import type { Pins } from "./pins.js";
import type { Section } from "./sections.js";

/** A section after the formats have taken their questions out of it. */
export type ReadSection = {
  readonly section: Section;
  readonly readings: readonly Reading[];
  /** Blocks that no format took: notes. */
  readonly rest: readonly Block[];
  /** Whether the heading became a prompt or a title, and so is no topic. */
  readonly tookHeading: boolean;
  readonly pins: Pins;
};

/** Sections are named by their index; 0 is the file itself, before its first heading. */
export type Outline = {
  /** For each section, the topic that its questions belong to. */
  readonly owners: readonly number[];
  /** For each section, the topic that its notes answer. */
  readonly holders: readonly number[];
  /** For each section, the heading that it stands under, topic or not. */
  readonly subjects: readonly number[];
  /** For each section, the subject above it that is higher. */
  readonly parents: readonly number[];
  /** The file's title: the one H1, if the file begins with it; 0 where there is none. */
  readonly title: number;
};

/** Decides what belongs to what: by shape and position first, by heading level last. */
export function outlineOf(sections: readonly ReadSection[]): Outline {
  const title = titleOf(sections);
  const subjects: number[] = [];
  const parents: number[] = [];
  const owners: number[] = [];
  const walk: Walk = { sections, subject: title, latest: new Map(), bare: 0, file: title };
  sections.forEach((read, at) => {
    parents.push(at === title ? 0 : above(walk, read.section.level));
    if (isSubject(read)) pass(walk, at);
    subjects.push(read.tookHeading ? at : walk.subject);
    owners.push(ownerOf(walk, at));
  });
  const topics = new Set(sections.flatMap((read, at) => (read.readings.length > 0 ? [owners[at] ?? 0] : [])));
  const holders = subjects.map((subject) => {
    let holder = subject;
    while (holder > 0 && !topics.has(holder)) holder = parents[holder] ?? 0;
    return holder;
  });
  return { owners, holders, subjects, parents, title };
}

/** The walk over the sections: the subject it stands under, the latest subject of each level, the latest bare one. */
type Walk = {
  readonly sections: readonly ReadSection[];
  readonly file: number;
  readonly latest: Map<number, number>;
  subject: number;
  bare: number;
};

function pass(walk: Walk, at: number): void {
  const section = walk.sections[at]?.section;
  walk.subject = at;
  walk.latest.set(section?.level ?? 0, at);
  if (section?.blocks.length === 0) walk.bare = at;
}

/** Whether a heading names something that notes can be about. */
function isSubject({ section, tookHeading }: ReadSection): boolean {
  return section.level > 0 && !tookHeading && (section.kind === null || section.kind === "to-do");
}

function titleOf(sections: readonly ReadSection[]): number {
  const tops = sections.filter((read) => read.section.level === 1 && isSubject(read));
  return tops.length === 1 && sections[1]?.section.top && tops[0] === sections[1] ? 1 : 0;
}

/** The latest subject that is higher than a level; the file where there is none. */
function above({ latest, file }: Walk, level: number): number {
  let nearest = file;
  for (const [other, at] of latest) if (other < level && at > nearest) nearest = at;
  return nearest;
}

function ownerOf(walk: Walk, at: number): number {
  const read = walk.sections[at];
  if (!read) return walk.file;
  if (read.section.recall && read.readings.length > 0) return ownerOfList(walk, read.section.level);
  if (!read.tookHeading) return walk.subject;
  // A bare heading divides a file and holds all that follows it, whatever its level.
  return Math.max(above(walk, read.section.level), walk.bare);
}

/**
 * A recall list belongs to the heading above it that is higher. One that is as low has it only where it is clearly cut
 * off: by a scene of its own, by a rule, or by another recall list.
 */
function ownerOfList(walk: Walk, level: number): number {
  const nearest = walk.subject;
  if ((walk.sections[nearest]?.section.level ?? 0) < level) return nearest;
  const higher = above(walk, level);
  const between = walk.sections.slice(Math.max(higher, nearest - 50), nearest);
  const isCutOff =
    (walk.sections[nearest]?.readings.length ?? 0) > 0 ||
    between.some(({ section }) => section.recall || section.blocks.at(-1)?.kind === "rule");
  return isCutOff ? nearest : higher;
}
