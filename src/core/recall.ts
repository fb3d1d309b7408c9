import type { Prose } from "./prose.js";
import { phrasebookOf } from "./recall/phrases.js";
import { rulesFor } from "./recall/question-form.js";
import { readSection, type Section } from "./recall/section.js";
import { wantedBy } from "./recall/wanted.js";
import { weighLines } from "./recall/weigh.js";
import { noTerms } from "./terms.js";

/** At most so many lines are shown beside a question. */
export const mostLines = 3;

/** What a line has before a word of it is asked for, so that form alone can tell lines apart. */
const start = 0.2;

/** What is left of the score of a line that only names what the lines below it are about. */
const shareOfLabel = 0.3;

/**
 * Which lines answer a question, by index: all of them, the best first, equals in the order of the notes. Words decide
 * (BM25 over stems, names, synonyms and acronyms), then the form of the question: for `What is X?` a line that defines,
 * for `How long …?` one with a time. Nobody is ever graded by it.
 */
export function rankLines(section: Section, question: string): readonly number[] {
  const asked = section.book.wordsOf(question);
  const wanted = wantedBy(asked, section);
  const rules = rulesFor(asked, wanted, section);
  const words = weighLines(wanted, section);
  const scores = section.lines.map((line, at) => {
    const gain = rules.reduce((sum, rule) => sum + rule(line, at), 1);
    return (start + (words[at] ?? 0)) * gain * (line.isLabel ? shareOfLabel : 1);
  });
  return bestFirst(scores);
}

/** The lines that share most words with a text, a scene and its answer, say; by index, as above. */
export function rankByWords(section: Section, text: string): readonly number[] {
  return bestFirst(weighLines(wantedBy(section.book.wordsOf(text), section), section));
}

/** The same of lines alone: the three nearest, without those that share no word. */
export function closestLines(lines: readonly Prose[], text: string): readonly Prose[] {
  const bare = lines.map((prose) => ({ prose, under: [], isLabel: false }));
  const section = readSection(bare, "", phrasebookOf(noTerms));
  const scores = [...weighLines(wantedBy(section.book.wordsOf(text), section), section)];
  const near = bestFirst(scores).filter((at) => (scores[at] ?? 0) > 0);
  return near.slice(0, mostLines).map((at) => lines[at] ?? []);
}

function bestFirst(scores: readonly number[]): readonly number[] {
  return [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
}
