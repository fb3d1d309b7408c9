import { type Prose, plainPassages } from "../core/prose.js";
import { phrasebookOf } from "../core/recall/phrases.js";
import { type Line, readSection, type Section } from "../core/recall/section.js";
import { rankByWords, rankLines } from "../core/recall.js";
import type { Terms } from "../core/terms.js";
import type { Reading } from "./formats/format.js";

/** The lines of a section as they stand, and those that answer a question first. */
export type Ranked = { readonly lines: readonly Prose[]; readonly bestFirst: readonly Prose[] };

/** Puts the lines of a section in order for one question after another. */
export type Ranker = (reading: Reading, lines: readonly Line[], heading: string) => Ranked;

/** Words of the lines times questions: a section that has more is a book, and its lines stay as they stand. */
const most = 1_000_000;

/** Without terms lines stay as they stand. */
export function makeRanker(terms?: Terms): Ranker {
  const known = new Map<readonly Line[], Known>();
  return (reading, lines, heading) => {
    const own = known.get(lines) ?? { proses: lines.map(({ prose }) => prose), asked: 0 };
    known.set(lines, own);
    const { proses } = own;
    if (!terms || reading.form.kind === "choice" || lines.length < 2)
      return { lines: proses, bestFirst: proses };
    own.section ??= readSection(lines, heading, phrasebookOf(terms));
    own.asked += 1;
    if (own.section.size * own.asked > most) return { lines: proses, bestFirst: proses };
    return { lines: proses, bestFirst: orderOf(own.section, reading).map((at) => proses[at] ?? []) };
  };
}

type Known = { readonly proses: readonly Prose[]; section?: Section; asked: number };

/** A list asks in a sentence whose form tells something; a scene with its answer has many words. */
function orderOf(section: Section, { prompt, form, from }: Reading): readonly number[] {
  const asked = plainPassages(prompt);
  if (from === "recall list") return rankLines(section, asked);
  return rankByWords(section, `${plainPassages((form.kind === "recall" && form.answer) || [])} ${asked}`);
}
