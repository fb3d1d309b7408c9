import { type TopicId, topicId } from "../core/ids.js";
import type { Line } from "../core/recall/section.js";
import { slug, slugPath, withoutEnding } from "./identity.js";
import { linesOf } from "./lines.js";
import { type Outline, outlineOf, type ReadSection } from "./outline.js";

/** Where the questions of a section belong. */
export type Place = {
  readonly topic: TopicId;
  readonly headings: readonly string[];
  /** The notes right under the topic's heading. */
  readonly own: readonly Line[];
  /** These, and the notes of the headings below it that are no topics. */
  readonly all: readonly Line[];
};

/** The place of each section, in order, and the sections with notes that no question leads to. */
export function placesOf(
  path: string,
  pinnedTopic: string | undefined,
  sections: readonly ReadSection[],
): { readonly places: readonly Place[]; readonly unasked: readonly ReadSection[] } {
  const outline = outlineOf(sections);
  const { owners, holders, subjects, title } = outline;
  const base = pinnedTopic ?? slugPath(withoutEnding(path));
  const asked = new Set(sections.flatMap((read, at) => (read.readings.length > 0 ? [owners[at] ?? 0] : [])));
  const names = nameTopics(sections, asked, outline);
  const read = sections.map(({ rest }) => linesOf(rest));
  const own = gather(sections, read, subjects);
  const all = gather(sections, read, holders);
  const places = new Map<number, Place>();
  for (const at of asked) {
    const name = names.get(at) ?? "";
    const headings = [title, ...(at === title ? [] : [at])].flatMap(
      (one) => sections[one]?.section.words || [],
    );
    places.set(at, {
      topic: topicId(sections[at]?.pins.topic ?? (name === "" ? base : `${base}/${name}`)),
      headings: headings.length > 0 ? headings : [fileName(path)],
      ...ownAndAll(own.get(at) ?? [], all.get(at) ?? []),
    });
  }
  const nowhere: Place = { topic: topicId(base), headings: [fileName(path)], own: [], all: [] };
  return {
    places: sections.map((_, at) => places.get(owners[at] ?? 0) ?? nowhere),
    unasked: unasked(sections, read, outline),
  };
}

/** Sections with notes that no question shows: each shows its own, else its topic's, and lists those of all below it. */
function unasked(
  sections: readonly ReadSection[],
  read: readonly (readonly Line[])[],
  { owners, holders, subjects }: Outline,
): readonly ReadSection[] {
  const near = new Set<number>();
  const wide = new Set<number>();
  sections.forEach((read, at) => {
    if (read.readings.every(({ notes }) => notes.length > 0)) return;
    (leansOnAll(read) ? wide : near).add(owners[at] ?? 0);
  });
  return sections.filter((_, at) => {
    const isShown = near.has(subjects[at] ?? 0) || wide.has(holders[at] ?? 0);
    return !isShown && (read[at]?.length ?? 0) > 0;
  });
}

/** Questions under a heading of their own show the topic's own notes; recall lists and scenes lean on all below it. */
export function leansOnAll({ readings, tookHeading }: ReadSection): boolean {
  return readings.length > 0 && !tookHeading;
}

/** Most topics have no headings below them: then both are the same lines, and are read once. */
function ownAndAll(own: readonly Line[], all: readonly Line[]): Pick<Place, "own" | "all"> {
  return { own, all: own.length === all.length ? own : all };
}

/** The lines of all sections that belong to one; those of other sections stand under their headings. */
function gather(
  sections: readonly ReadSection[],
  read: readonly (readonly Line[])[],
  belongs: readonly number[],
): ReadonlyMap<number, readonly Line[]> {
  const lines = new Map<number, Line[]>();
  read.forEach((own, at) => {
    const to = belongs[at] ?? 0;
    const heading = sections[at]?.section.words ?? "";
    const placed = at === to ? own : own.map((line) => ({ ...line, under: [heading, ...line.under] }));
    const others = lines.get(to);
    if (others) others.push(...placed);
    else lines.set(to, [...placed]);
  });
  return lines;
}

/** The topic's part after the file: none for the file itself; the heading above too where two would be called the same. */
function nameTopics(
  sections: readonly ReadSection[],
  topics: ReadonlySet<number>,
  { parents, title }: Outline,
): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const times = new Map<string, number>();
  const nameOf = (at: number) => slug(sections[at]?.section.words ?? "");
  for (const at of topics) {
    if (at === 0 || at === title) continue;
    const name = nameOf(at);
    names.set(at, name);
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  for (const [at, name] of names) {
    const parent = parents[at] ?? 0;
    if ((times.get(name) ?? 0) > 1 && parent !== title) names.set(at, `${nameOf(parent)}/${name}`);
  }
  return names;
}

function fileName(path: string): string {
  return withoutEnding(path.slice(path.lastIndexOf("/") + 1));
}
