import { type TopicId, topicId } from "../core/ids.js";
import type { Prose } from "../core/prose.js";
import { slug, slugPath, withoutEnding } from "./identity.js";
import { linesOf } from "./lines.js";
import { ownersOf, type ReadSection } from "./outline.js";

/** Where the questions of a section belong. */
export type Place = {
  readonly topic: TopicId;
  readonly headings: readonly string[];
  /** The notes right under the topic's heading. */
  readonly own: readonly Prose[];
  /** These, and the notes of the headings below it that are no topics. */
  readonly all: readonly Prose[];
};

/** The place of each section, in order, and the sections with notes that no question leads to. */
export function placesOf(
  path: string,
  pinnedTopic: string | undefined,
  sections: readonly ReadSection[],
): { readonly places: readonly Place[]; readonly unasked: readonly ReadSection[] } {
  const { owners, holders, subjects, title } = ownersOf(sections);
  const base = pinnedTopic ?? slugPath(withoutEnding(path));
  const asked = new Set(
    sections.flatMap((section, at) => (section.readings.length > 0 ? [owners[at] ?? 0] : [])),
  );
  const names = nameTopics(sections, [...asked], title);
  const made = new Map<number, Place>();
  for (const at of asked) {
    const name = names.get(at) ?? "";
    const headings = [title, at].filter((one, nth, all) => one > 0 && all.indexOf(one) === nth);
    const words = headings
      .map((one) => sections[one]?.section.words ?? "")
      .filter((heading) => heading !== "");
    const notes = (belongs: readonly number[]) =>
      linesOf(sections.flatMap((section, other) => (belongs[other] === at ? section.rest : [])));
    made.set(at, {
      topic: topicId(sections[at]?.pins.topic ?? (name === "" ? base : `${base}/${name}`)),
      headings: words.length > 0 ? words : [fileName(path)],
      own: notes(subjects),
      all: notes(holders),
    });
  }
  const nowhere: Place = { topic: topicId(base), headings: [], own: [], all: [] };
  return {
    places: sections.map((_, at) => made.get(owners[at] ?? 0) ?? nowhere),
    unasked: sections.filter(({ rest }, at) => linesOf(rest).length > 0 && !asked.has(holders[at] ?? 0)),
  };
}

/** The topic's part after the file: none for the file itself; the heading above too where two would be called the same. */
function nameTopics(
  sections: readonly ReadSection[],
  topics: readonly number[],
  title: number,
): ReadonlyMap<number, string> {
  const own = (at: number) => slug(sections[at]?.section.words ?? "");
  const names = topics.filter((at) => at > 0 && at !== title).map((at) => [at, own(at)] as const);
  return new Map(
    names.map(([at, name]) => {
      const isShared = names.filter(([, other]) => other === name).length > 1;
      return [at, isShared ? [own(parentOf(sections, at)), name].filter(Boolean).join("/") : name];
    }),
  );
}

function parentOf(sections: readonly ReadSection[], at: number): number {
  const level = sections[at]?.section.level ?? 0;
  return sections.findLastIndex(({ section }, other) => other < at && section.level < level);
}

function fileName(path: string): string {
  return withoutEnding(path.slice(path.lastIndexOf("/") + 1));
}
