import { type Prose, plain } from "./prose.js";

/** At most so many lines are quoted beside a verdict. */
const mostLines = 3;

/**
 * The lines of the notes that share most words with what was asked and answered, in file order. Rare words weigh
 * more than common ones.
 */
export function closestLines(lines: readonly Prose[], about: string): readonly Prose[] {
  const texts = lines.map((line) => wordsOf(plain(line)));
  const wanted = wordsOf(about);
  const weight = (word: string) => 1 / texts.filter((words) => words.has(word)).length;
  const scores = texts.map((words) =>
    [...words].filter((word) => wanted.has(word)).reduce((sum, w) => sum + weight(w), 0),
  );
  const best = [...scores.keys()]
    .filter((at) => (scores[at] ?? 0) > 0)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    .slice(0, mostLines)
    .sort((a, b) => a - b);
  return best.map((at) => lines[at] ?? []);
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return new Set(words.map((word) => word.replace(/(?:es|s|e|ing|ed)$/, "")));
}
