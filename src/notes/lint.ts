import { fitsDaily, longestDaily } from "../core/asked.js";
import { plainPassages } from "../core/prose.js";
import type { Option, Question } from "../core/question.js";
import { type Problem, quoted } from "./problem.js";

/** What gives an authored answer away, and what is too long for a daily; the questions of one file. */
export function lint(questions: readonly Question[]): readonly Problem[] {
  return [
    ...questions.flatMap((question) => rules.flatMap(([code, rule]) => warn(question, code, rule(question)))),
    ...skewed(questions),
  ];
}

/** What a rule has against a question, in words for its author; null where it has nothing. */
type Rule = (question: Question) => string | null;

const rules: readonly (readonly [code: string, rule: Rule])[] = [
  ["too-long", tooLong],
  ["longest-key", longestKey],
  ["absolute-words", absoluteWords],
  ["like-options", likeOptions],
  ["all-right", allRight],
  ["missing-option", missingOption],
];

function tooLong(question: Question): string | null {
  if (fitsDaily(question)) return null;
  return `Prompt and options are longer than ${longestDaily} characters, so it is never asked as a daily. Shorten it.`;
}

/** Half as long again as the longest wrong one, and by more than a few words. */
function longestKey({ form }: Question): string | null {
  const [right, wrong] = lengths(optionsOf(form));
  const longest = Math.max(...wrong);
  if (wrong.length === 0 || Math.min(...right) < longest * 1.5 || Math.min(...right) < longest + 25)
    return null;
  return "The right option is by far the longest, which gives it away. Shorten it, or say as much in the others.";
}

function absoluteWords({ form }: Question): string | null {
  const options = optionsOf(form);
  const absolute = options.filter((option) =>
    /\b(?:always|never|all|none|every|only|impossible|must)\b/i.test(words(option)),
  );
  if (absolute.length < 2 || absolute.some((option) => option.correct)) return null;
  if (absolute.length * 2 <= options.filter((option) => !option.correct).length) return null;
  return "Only wrong options say “always”, “never” or the like, which gives them away. Put them otherwise.";
}

function likeOptions({ form }: Question): string | null {
  const seen = new Map<string, Option>();
  for (const option of optionsOf(form)) {
    const key =
      words(option)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}.,;:!"'’]/gu)
        ?.join(" ") ?? words(option);
    if (seen.has(key)) return `Two options read alike: ${quoted(words(option))}. Change or remove one.`;
    seen.set(key, option);
  }
  return null;
}

function allRight({ form }: Question): string | null {
  const options = optionsOf(form);
  if (options.length === 0 || options.some((option) => !option.correct)) return null;
  return "Every option is marked as right. Mark the wrong ones with `- [ ]`, or add some.";
}

/** Letters are dealt anew each time, so one that the notes name is right at best by luck; one past the last is lost. */
function missingOption({ form, explanation }: Question): string | null {
  const options = optionsOf(form);
  const said = [plainPassages(explanation), ...options.map((option) => plainPassages(option.why))].join("\n");
  const named = [...said.matchAll(/\b(?:[Oo]ption|[Cc]hoice|[Aa]nswer) \(?([A-Z])\b/g)].map(
    ([, letter = "A"]) => letter,
  );
  const missing = named.find((letter) => letter.charCodeAt(0) - 65 >= options.length);
  if (options.length === 0 || missing === undefined) return null;
  return `The explanation speaks of option ${missing}, but there are ${options.length} options. Name options by their words.`;
}

/** The right option stands at one place in most questions of a file. */
function skewed(questions: readonly Question[]): readonly Problem[] {
  const single = questions.filter(
    ({ form }) => optionsOf(form).filter((option) => option.correct).length === 1,
  );
  const places = single.map(({ form }) => optionsOf(form).findIndex((option) => option.correct));
  const [first] = single;
  const most = Math.max(...[0, 1, 2, 3].map((place) => places.filter((other) => other === place).length));
  if (!first || single.length < 6 || most * 4 < single.length * 3) return [];
  const message = `In ${most} of ${single.length} questions of this file the right option stands at the same place. Move some.`;
  return warn(first, "same-place", message);
}

function warn({ source }: Question, code: string, message: string | null): readonly Problem[] {
  return message === null
    ? []
    : [{ file: source.file, line: source.line, severity: "warning", code, message }];
}

function optionsOf(form: Question["form"]): readonly Option[] {
  return form.kind === "choice" ? form.options : [];
}

function lengths(options: readonly Option[]): readonly [right: readonly number[], wrong: readonly number[]] {
  const length = (right: boolean) =>
    options.filter((option) => option.correct === right).map((option) => words(option).length);
  return [length(true), length(false)];
}

function words(option: Option): string {
  return plainPassages(option.body);
}
