import { fitsDaily, longestDaily } from "../core/asked.js";
import { plainPassages } from "../core/prose.js";
import type { Option, Question } from "../core/question.js";
import { type Problem, quoted } from "./problem.js";

/** What gives an authored answer away, and what is too long for a daily; the questions of one file. */
export function lint(questions: readonly Question[]): readonly Problem[] {
  const problems: Problem[] = [];
  const looks: Look[] = [];
  for (const question of questions) {
    if (!fitsDaily(question)) problems.push(warning(question, "too-long", tooLong));
    if (question.form.kind === "choice") looks.push(lookAt(question, question.form.options));
  }
  for (const look of looks) {
    for (const [code, rule] of rules) {
      const message = rule(look);
      if (message !== null) problems.push(warning(look.question, code, message));
    }
  }
  return [...problems, ...skewed(looks)];
}

const tooLong = `Prompt and options are longer than ${longestDaily} characters, so it is never asked as a daily. Shorten it.`;

/** A choice with the words of its options: all in order, and the right and the wrong ones. */
type Look = {
  readonly question: Question;
  readonly options: readonly Option[];
  readonly words: readonly string[];
  readonly right: readonly string[];
  readonly wrong: readonly string[];
};

/** What a rule has against a question, in words for its author; null where it has nothing. */
type Rule = (look: Look) => string | null;

const rules: readonly (readonly [code: string, rule: Rule])[] = [
  ["longest-key", longestKey],
  ["absolute-words", absoluteWords],
  ["like-options", likeOptions],
  ["all-right", allRight],
  ["choose-count", chooseCount],
  ["missing-option", missingOption],
];

function lookAt(question: Question, options: readonly Option[]): Look {
  const words = options.map(({ body }) => plainPassages(body));
  const right = words.filter((_, at) => options[at]?.correct);
  return { question, options, words, right, wrong: words.filter((_, at) => !options[at]?.correct) };
}

/** Half as long again as the longest wrong one, and by more than a few words. */
function longestKey({ right, wrong }: Look): string | null {
  const longest = Math.max(...wrong.map(({ length }) => length));
  const key = Math.min(...right.map(({ length }) => length));
  if (longest < 0 || key < longest * 1.5 || key < longest + 25) return null;
  return "The right option is by far the longest, which gives it away. Shorten it, or say as much in the others.";
}

function absoluteWords({ right, wrong }: Look): string | null {
  const absolute = wrong.filter(isAbsolute).length;
  if (absolute < 2 || absolute * 2 <= wrong.length || right.some(isAbsolute)) return null;
  return "Only wrong options say “always”, “never” or the like, which gives them away. Put them otherwise.";
}

function isAbsolute(words: string): boolean {
  return /\b(?:always|never|none|every|impossible|must)\b/i.test(words);
}

/** The same words but for case, spaces and points; a lone space is left as it stands. */
function likeOptions({ words }: Look): string | null {
  const seen = new Set<string>();
  for (const option of words) {
    const key = option
      .toLowerCase()
      .replace(/[\s.,;!"'’“”]{2,}|[^\S ]|[.,;!"'’“”]/g, " ")
      .trim();
    if (seen.has(key)) return `Two options read alike: ${quoted(option)}. Change or remove one.`;
    seen.add(key);
  }
  return null;
}

function allRight({ wrong }: Look): string | null {
  if (wrong.length > 0) return null;
  return "Every option is marked as right. Mark the wrong ones with `- [ ]`, or add some.";
}

/** The prompt says how many to choose, and as many are right. */
function chooseCount({ question, right, wrong }: Look): string | null {
  const said = saidToChoose(plainPassages(question.prompt));
  if (said.length > 0 && !said.includes(right.length)) {
    const marked = right.length === 1 ? "one option is marked" : `${right.length} options are marked`;
    return `The prompt says to choose ${counts[said[0] ?? 0]}, but ${marked} as right. Mend the marks or the prompt.`;
  }
  if (said.length > 0 || right.length < 2 || wrong.length === 0 || saysSeveral(question)) return null;
  const count = counts[right.length] ?? right.length;
  return `${right.length} options are marked as right, and the prompt does not say so. End it with “Choose ${count}.”, or leave one mark.`;
}

const counts = ["none", "one", "two", "three", "four", "five", "six"];

/** Numbers behind an order at the beginning of a sentence: `Choose two.`, `(Select the 3 best.)`; else none. */
function saidToChoose(prompt: string): readonly number[] {
  const order =
    /(?:^|[.?!:;(\n–—]\s{0,9})(?:please )?(?:choose|select|pick|mark|tick)(?: the| any| exactly){0,2}(?: best| right| correct)? (one|two|three|four|five|six|[1-6])\b/gi;
  return [...prompt.matchAll(order)].map(([, count = ""]) => {
    const at = counts.indexOf(count.toLowerCase());
    return at < 0 ? Number(count) : at;
  });
}

/** `Which two …?`, `Choose all that apply`, `Choose the right cuts.`: several are asked for in other words. */
function saysSeveral({ prompt }: Question): boolean {
  const words = plainPassages(prompt);
  return (
    /\b(?:which|what|choose|select|pick|mark|tick|name)\b.{0,40}\b(?:two|three|four|five|six|[2-6]|all)\b/i.test(
      words,
    ) || /\bapply\b|\b(?:choose|select|pick|mark|tick)\b[^.?!\n]{0,40}s[.?!)]/i.test(words)
  );
}

/** Past the last letter: an option was lost, or the explanation was written for another question. */
function missingOption({ options, question }: Look): string | null {
  for (const passages of [question.explanation, ...options.map(({ why }) => why)]) {
    for (const name of plainPassages(passages).match(/\b(?:option|choice|answer) \(?[A-Z]\b/gi) ?? []) {
      const letter = name.slice(-1);
      if (letter < "A" || letter > "Z" || letter.charCodeAt(0) - 65 < options.length) continue;
      return `The explanation speaks of option ${letter}, but there are ${options.length} options. Name options by their words.`;
    }
  }
  return null;
}

/** The right option stands at one place in three of four questions of a file. */
function skewed(looks: readonly Look[]): readonly Problem[] {
  const single = looks.filter(({ right }) => right.length === 1);
  const places = new Map<number, number>();
  for (const { options } of single) {
    const place = options.findIndex(({ correct }) => correct);
    places.set(place, (places.get(place) ?? 0) + 1);
  }
  const most = Math.max(0, ...places.values());
  const [first] = single;
  if (!first || single.length < 6 || most * 4 < single.length * 3) return [];
  const message = `In ${most} of ${single.length} questions of this file the right option stands at the same place. Move some.`;
  return [warning(first.question, "same-place", message)];
}

function warning({ source }: Question, code: string, message: string): Problem {
  return { file: source.file, line: source.line, severity: "warning", code, message };
}
