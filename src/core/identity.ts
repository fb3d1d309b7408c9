import type { QuestionId } from "./ids.js";
import { plainPassages } from "./prose.js";
import type { Question } from "./question.js";

/** A question that the notes once held. */
export type Known = { readonly id: QuestionId; readonly question: Question };

/** Ids that the notes give now, and the older ids that they stand for. */
export type Aliases = ReadonlyMap<QuestionId, QuestionId>;

export type Recognised = {
  /** Under the ids that their history hangs on. */
  readonly questions: readonly Question[];
  /** All that hold now, those found just now among them. */
  readonly aliases: Aliases;
};

/**
 * Words of the prompt, and of options or answer, that must agree: shares of all words of both. `slip`: of the letters
 * of words that differ, how many may be mistyped.
 */
const alike = { prompt: 0.8, answer: 0.8, elsewhere: 0.5, slips: 0.5, slip: 0.4 };

/**
 * A new id whose text is nearly that of one that is gone is the same question: a typo was mended, a section moved, a
 * file renamed. First the very same prompts are matched, then the most alike; no old id is given twice.
 */
export function recognise(
  questions: readonly Question[],
  known: readonly Known[],
  aliases: Aliases,
): Recognised {
  const present = new Set(questions.map((question) => question.id));
  const knownIds = new Set(known.map(({ id }) => id));
  const held = new Map([...aliases].filter(([id, old]) => present.has(id) && !present.has(old)));
  const free = new Map(
    known
      .filter(({ id }) => !present.has(id) && ![...held.values()].includes(id))
      .map(({ id, question }) => [id, question]),
  );
  const strange = questions.filter(({ id }) => !knownIds.has(id) && !held.has(id));
  for (const [id, old] of [...sameWords(strange, free), ...nearWords(strange, free)]) held.set(id, old);
  return {
    questions: questions.map((question) => ({ ...question, id: held.get(question.id) ?? question.id })),
    aliases: held,
  };
}

type Pair = readonly [id: QuestionId, old: QuestionId];

/** Takes what it matches out of both. */
function sameWords(strange: Question[], free: Map<QuestionId, Question>): readonly Pair[] {
  const byPrompt = new Map([...free].map(([id, question]) => [normal(promptOf(question)), id]));
  const pairs: Pair[] = [];
  for (const question of [...strange]) {
    const old = byPrompt.get(normal(promptOf(question)));
    const before = old && free.get(old);
    if (!old || !before || share(words(answerOf(question)), words(answerOf(before))) < alike.elsewhere)
      continue;
    pairs.push([question.id, old]);
    free.delete(old);
    strange.splice(strange.indexOf(question), 1);
  }
  return pairs;
}

function nearWords(strange: readonly Question[], free: ReadonlyMap<QuestionId, Question>): readonly Pair[] {
  const texts = new Map([...free].map(([id, question]) => [id, wordsOf(question)]));
  const likely = strange.flatMap((question) => {
    const own = wordsOf(question);
    return [...texts].flatMap(([old, other]) => {
      const score = likeness(own, other);
      return score > 0 ? [{ pair: [question.id, old] as const, score }] : [];
    });
  });
  likely.sort((a, b) => b.score - a.score);
  const taken = new Set<string>();
  return likely.flatMap(({ pair }) => {
    if (taken.has(`new ${pair[0]}`) || taken.has(`old ${pair[1]}`)) return [];
    taken.add(`new ${pair[0]}`).add(`old ${pair[1]}`);
    return [pair];
  });
}

type Words = {
  readonly kind: string;
  readonly place: string;
  readonly prompt: Set<string>;
  readonly answer: Set<string>;
};

/** 0 where they are two questions. Without an answer to compare, the words may differ by typing slips alone. */
function likeness(one: Words, other: Words): number {
  if (one.kind !== other.kind) return 0;
  const prompt = share(one.prompt, other.prompt);
  const slips = prompt >= alike.slips && differBySlips(one.prompt, other.prompt);
  if (one.answer.size === 0 && other.answer.size === 0)
    return slips && one.place === other.place ? prompt : 0;
  const answer = share(one.answer, other.answer);
  return answer >= alike.answer && (prompt >= alike.prompt || slips) ? prompt + answer : 0;
}

/** What only one of the two holds is nearly what only the other holds: `file system` and `filesystem`. */
function differBySlips(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const left = [...one].filter((word) => !other.has(word)).join("");
  const right = [...other].filter((word) => !one.has(word)).join("");
  return distance(left, right) <= Math.max(left.length, right.length) * alike.slip;
}

/** Letters to add, drop or change: Levenshtein's distance. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (let to = 0; to < other.length; to += 1) {
      const change = (row[to] ?? 0) + (letter === other[to] ? 0 : 1);
      next.push(Math.min(change, (row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

function wordsOf(question: Question): Words {
  return {
    kind: question.form.kind,
    place: question.source.headings.at(-1) ?? question.source.file,
    prompt: words(promptOf(question)),
    answer: words(answerOf(question)),
  };
}

const promptOf = (question: Question) => plainPassages(question.prompt);

function answerOf({ form }: Question): string {
  if (form.kind === "choice") return form.options.map((option) => plainPassages(option.body)).join(" ");
  return plainPassages(form.answer ?? []);
}

function normal(text: string): string {
  return text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
}

function words(text: string): Set<string> {
  return new Set(normal(text).match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** What both hold, of all that either holds; 1 for two empty ones. */
function share(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 && other.size === 0) return 1;
  let both = 0;
  for (const word of one) if (other.has(word)) both += 1;
  return both / (one.size + other.size - both);
}
