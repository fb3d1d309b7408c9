import type { Block } from "./document.js";
import type { Reading } from "./formats/format.js";
import type { Pins } from "./pins.js";
import type { Section } from "./sections.js";
import { isContentsHeading, isPartHeading } from "./wording.js";

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
  /** The file's title: the one H1, if the file begins with it; 0 where there is none. */
  readonly title: number;
};

/** Decides what belongs to what: by shape and position first, by heading level last. */
export function ownersOf(sections: readonly ReadSection[]): Outline {
  const title = titleOf(sections);
  const subjects = subjectsOf(sections, title);
  const owners = sections.map((read, at) => {
    if (read.section.recall && read.readings.length > 0) return ownerOfList(sections, subjects, at);
    return read.tookHeading ? enclosing(sections, subjects, at) : (subjects[at] ?? 0);
  });
  const topics = new Set(sections.flatMap((read, at) => (read.readings.length > 0 ? [owners[at] ?? 0] : [])));
  const holders = sections.map((_, at) => {
    let holder = subjects[at] ?? 0;
    while (holder > 0 && !topics.has(holder)) holder = parent(sections, subjects, holder);
    return holder;
  });
  return { owners, holders, subjects, title };
}

/** Whether a heading names something that notes can be about. */
function isSubject({ section, tookHeading }: ReadSection): boolean {
  return (
    section.level > 0 &&
    !tookHeading &&
    !section.recall &&
    !isPartHeading(section.words) &&
    !isContentsHeading(section.words)
  );
}

function titleOf(sections: readonly ReadSection[]): number {
  const tops = sections.flatMap((read, at) => (read.section.level === 1 && isSubject(read) ? [at] : []));
  return tops.length === 1 && sections[1]?.section.top && tops[0] === 1 ? 1 : 0;
}

/** The title and the file are one subject: both are called by the title's index. */
function subjectsOf(sections: readonly ReadSection[], title: number): readonly number[] {
  let subject = title;
  return sections.map((read, at) => {
    if (read.tookHeading) return at;
    if (isSubject(read)) subject = at;
    return subject;
  });
}

/** The nearest subject above that is higher; a bare heading divides a file and holds all that follows it. */
function enclosing(sections: readonly ReadSection[], subjects: readonly number[], at: number): number {
  const level = sections[at]?.section.level ?? 0;
  for (let above = at - 1; above > 0; above -= 1) {
    const read = sections[above];
    if (!read || subjects[above] !== above || !isSubject(read)) continue;
    if (read.section.level < level || read.section.blocks.length === 0) return above;
  }
  return subjects[0] ?? 0;
}

/** The nearest subject above that is higher by level; the file where there is none, and 0 above the file. */
function parent(sections: readonly ReadSection[], subjects: readonly number[], at: number): number {
  const level = sections[at]?.section.level ?? 0;
  const above = sections.findLastIndex(
    (read, other) =>
      other > 0 && other < at && subjects[other] === other && isSubject(read) && read.section.level < level,
  );
  const file = subjects[0] ?? 0;
  return above >= 0 ? above : at === file ? 0 : file;
}

/**
 * A recall list belongs to the heading above it that is higher. One that is as low has it only where it is clearly cut
 * off: by a scene of its own, by a rule, or by another recall list.
 */
function ownerOfList(sections: readonly ReadSection[], subjects: readonly number[], at: number): number {
  const nearest = subjects[at] ?? 0;
  const level = sections[at]?.section.level ?? 0;
  if ((sections[nearest]?.section.level ?? 0) < level) return nearest;
  const higher = parent(sections, subjects, at);
  const between = sections.slice(higher, nearest);
  const isCutOff =
    (sections[nearest]?.readings.length ?? 0) > 0 ||
    between.some(({ section }) => section.recall || section.blocks.at(-1)?.kind === "rule");
  return isCutOff ? nearest : higher;
}
