import { plainPassages } from "./prose.js";
import type { Option, Question } from "./question.js";
import { shuffle } from "./seed.js";

/**
 * The options as they are shown: shuffled once by the seed. "All of the above" and its like keep their place, and the
 * author's order stays where the text speaks of letters or places: "A and B" means others after a shuffle.
 */
export function orderOptions(question: Question, seed: string): readonly Option[] {
  if (question.form.kind !== "choice") return [];
  const { options } = question.form;
  if (namesPlaces(question, options)) return options;
  const loose = shuffle(
    options.filter((option) => !isAnchored(option)),
    seed,
  );
  return options.map((option) => (isAnchored(option) ? option : (loose.shift() as Option)));
}

const anchored =
  /^(?:(?:all|none|neither|both|any|either) (?:of )?(?:the )?(?:above|these|those|options|answers)|(?:all|none) of (?:the )?(?:above|these|them))/i;

function isAnchored(option: Option): boolean {
  return anchored.test(plainPassages(option.body).trim());
}

const letters = /\b[A-H](?:, [A-H])*,? (?:and|or|nor|&) [A-H]\b|\b[A-H] (?:is|are|holds|fails|would)\b/;
const lettersOnly = /^(?:(?:both|either|neither|only) )?[a-h](?:, [a-h])*,? (?:and|or|nor|&) [a-h]\b/i;
const place =
  /\b(?:(?:[Oo]ption|[Aa]nswer|[Cc]hoice)s? (?:[A-H1-8]\b|above|below)|(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast) (?:option|answer|choice))/;

function namesPlaces(question: Question, options: readonly Option[]): boolean {
  const bodies = options.map((option) => plainPassages(option.body).trim());
  const reasons = [question.explanation, ...options.map((option) => option.why)].map(plainPassages);
  return (
    bodies.some((words) => lettersOnly.test(words)) ||
    [...bodies, ...reasons].some((words) => letters.test(words) || place.test(words))
  );
}
