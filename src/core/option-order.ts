import { plainPassages } from "./prose.js";
import type { Option, Question } from "./question.js";
import { shuffle } from "./seed.js";

/**
 * The options as they are shown: shuffled once by the seed. "All of the above" and its like keep their place, and the
 * author's order stays where the text speaks of letters or places.
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
  /^(?:(?:all|none|neither|both|any|either) (?:of )?(?:the )?(?:above|these|those|options|answers)|[a-h],? (?:and|or|&) [a-h]\b|both [a-h] and [a-h]\b|(?:all|none) of (?:the )?(?:above|these|them))/i;

function isAnchored(option: Option): boolean {
  return anchored.test(plainPassages(option.body).trim());
}

const place =
  /\b(?:(?:options?|answers?|choices?) (?:[A-H]\b|[1-8]\b)|(?:first|second|third|fourth|last) (?:option|answer|choice)|(?:option|answer|choice)s? (?:above|below))/;

function namesPlaces(question: Question, options: readonly Option[]): boolean {
  const words = [question.explanation, ...options.flatMap((option) => [option.body, option.why])];
  return words.some((passages) => place.test(plainPassages(passages)));
}
