import { fitsDaily, longestDaily } from "../core/asked.js";
import { plainPassages } from "../core/prose.js";
import type { Question } from "../core/question.js";
import { type Problem, quoted } from "./problem.js";

/** What gives an authored answer away, and what is too long for a daily; the questions of one file. */
export function lint(questions: readonly Question[]): readonly Problem[] {
  const looks = questions.map(lookAt);
  return [
    ...questions.flatMap((question) => (fitsDaily(question) ? [] : warn(question, "too-long", tooLong))),
    ...looks.flatMap((look) =>
      look.options.length === 0 ? [] : rules.flatMap(([code, rule]) => warn(look.question, code, rule(look))),
    ),
    ...skewed(looks),
  ];
}

const tooLong = `Prompt and options are longer than ${longestDaily} characters, so it is never asked as a daily. Shorten it.`;

/** A question with the words of its options; none where it is no choice. */
type Look = {
  readonly question: Question;
  readonly options: readonly { readonly words: string; readonly correct: boolean }[];
};

/** What a rule has against a question, in words for its author; null where it has nothing. */
type Rule = (look: Look) => string | null;

const rules: readonly (readonly [code: string, rule: Rule])[] = [
  ["longest-key", longestKey],
  ["absolute-words", absoluteWords],
  ["like-options", likeOptions],
  ["all-right", allRight],
  ["missing-option", missingOption],
];

function lookAt(question: Question): Look {
  const { form } = question;
  if (form.kind === "recall") return { question, options: [] };
  const options = form.options.map(({ body, correct }) => ({ words: plainPassages(body), correct }));
  return { question, options };
}

/** Half as long again as the longest wrong one, and by more than a few words. */
function longestKey({ options }: Look): string | null {
  const lengths = (right: boolean) =>
    options.flatMap(({ words, correct }) => (correct === right ? [words.length] : []));
  const longest = Math.max(...lengths(false));
  const key = Math.min(...lengths(true));
  if (longest < 0 || key < longest * 1.5 || key < longest + 25) return null;
  return "The right option is by far the longest, which gives it away. Shorten it, or say as much in the others.";
}

function absoluteWords({ options }: Look): string | null {
  const absolute = options.filter(({ words }) =>
    /\b(?:always|never|none|every|impossible|must)\b/i.test(words),
  );
  if (absolute.length < 2 || absolute.some(({ correct }) => correct)) return null;
  if (absolute.length * 2 <= options.filter(({ correct }) => !correct).length) return null;
  return "Only wrong options say “always”, “never” or the like, which gives them away. Put them otherwise.";
}

/** The same words but for case, spaces and points. */
function likeOptions({ options }: Look): string | null {
  const seen = new Set<string>();
  for (const { words } of options) {
    const key = words
      .toLowerCase()
      .replace(/[\s.,;!"'’“”]+/g, " ")
      .trim();
    if (seen.has(key)) return `Two options read alike: ${quoted(words)}. Change or remove one.`;
    seen.add(key);
  }
  return null;
}

function allRight({ options }: Look): string | null {
  if (options.some(({ correct }) => !correct)) return null;
  return "Every option is marked as right. Mark the wrong ones with `- [ ]`, or add some.";
}

/** Past the last letter: an option was lost, or the explanation was written for another question. */
function missingOption({ options, question: { form, explanation } }: Look): string | null {
  const whys = form.kind === "choice" ? form.options.map(({ why }) => plainPassages(why)) : [];
  for (const said of [plainPassages(explanation), ...whys]) {
    for (const [, letter = "A"] of said.matchAll(/\b(?:option|choice|answer) \(?([A-Z])\b/gi)) {
      if (letter < "A" || letter > "Z" || letter.charCodeAt(0) - 65 < options.length) continue;
      return `The explanation speaks of option ${letter}, but there are ${options.length} options. Name options by their words.`;
    }
  }
  return null;
}

/** The right option stands at one place in three of four questions of a file. */
function skewed(looks: readonly Look[]): readonly Problem[] {
  const single = looks.filter(({ options }) => options.filter(({ correct }) => correct).length === 1);
  const places = new Map<number, number>();
  for (const { options } of single) {
    const place = options.findIndex(({ correct }) => correct);
    places.set(place, (places.get(place) ?? 0) + 1);
  }
  const most = Math.max(0, ...places.values());
  const [first] = single;
  if (!first || single.length < 6 || most * 4 < single.length * 3) return [];
  const message = `In ${most} of ${single.length} questions of this file the right option stands at the same place. Move some.`;
  return warn(first.question, "same-place", message);
}

function warn({ source }: Question, code: string, message: string | null): readonly Problem[] {
  return message === null
    ? []
    : [{ file: source.file, line: source.line, severity: "warning", code, message }];
}
