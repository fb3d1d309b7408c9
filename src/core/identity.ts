import type { QuestionId } from "./ids.js";
import { differBySlips, normal, share, words } from "./likeness.js";
import { plainPassages } from "./prose.js";
import type { Question } from "./question.js";

/** A question that the notes once held; `retired`: they did not hold it when they were last read either. */
export type Known = { readonly id: QuestionId; readonly question: Question; readonly retired?: boolean };

/** Ids that the notes give now, and the older ids that they stand for. */
export type Aliases = ReadonlyMap<QuestionId, QuestionId>;

export type Recognised = {
  /** Under the ids that their history hangs on. */
  readonly questions: readonly Question[];
  /** All that hold now, those found just now among them. */
  readonly aliases: Aliases;
};

/**
 * Words of the prompt, and of options or answer, that must agree: shares of all words of both. `slips`: of the prompt,
 * where the others are mistyped; `replaced`: where one question stands in another's stead with its very options.
 */
const alike = { prompt: 0.8, answer: 0.8, elsewhere: 0.5, slips: 0.5, replaced: 0.3 };

/**
 * A new id whose text is nearly that of one that is gone is the same question: a typo was mended, a section moved, a
 * file renamed. First the very same prompts are matched, then the most alike, then what alone has its options in its
 * topic, before and now; no old id is given twice.
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
  const live = known.filter(({ retired }) => !retired);
  const hold = (pairs: readonly Pair[]) => {
    for (const [id, old] of pairs) {
      held.set(id, old);
      free.delete(old);
    }
  };
  hold(sameWords(strange, free));
  hold(nearWords(strange, free));
  hold(
    replaced(
      strange.filter(({ id }) => !held.has(id)),
      free,
      { before: live, now: questions },
    ),
  );
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

/** A prompt was put otherwise over options and marks, or an answer, that no other question of the topic has. */
function replaced(
  strange: readonly Question[],
  free: ReadonlyMap<QuestionId, Question>,
  { before, now }: { readonly before: readonly Known[]; readonly now: readonly Question[] },
): readonly Pair[] {
  if (strange.length === 0) return [];
  const olds = bySet(before, ({ question }) => question);
  const news = bySet(now, (question) => question);
  return strange.flatMap((question) => {
    const set = setOf(question);
    const [old, ...others] = olds.get(set) ?? [];
    if (set === null || !old || others.length > 0 || news.get(set)?.length !== 1) return [];
    if (!free.has(old.id) || marksOf(old.question) !== marksOf(question)) return [];
    const prompt = share(words(promptOf(question)), words(promptOf(old.question)));
    return prompt >= alike.replaced ? [[question.id, old.id] as const] : [];
  });
}

function bySet<Held>(all: readonly Held[], questionIn: (held: Held) => Question): Map<string | null, Held[]> {
  const sets = new Map<string | null, Held[]>();
  for (const held of all) {
    const set = setOf(questionIn(held));
    const same = sets.get(set);
    if (same) same.push(held);
    else sets.set(set, [held]);
  }
  return sets;
}

/** Options in any order, or an answer, with the topic they belong to; null where they say too little. */
function setOf({ topic, form }: Question): string | null {
  if (form.kind === "choice") {
    const options = form.options.map(({ body }) => normal(plainPassages(body)));
    return options.length < 2 ? null : JSON.stringify([topic, ...options.sort()]);
  }
  const answer = normal(plainPassages(form.answer ?? []));
  return answer.length < leastAnswer ? null : JSON.stringify([topic, answer]);
}

/** Letters of an answer that is more than a yes or no. */
const leastAnswer = 6;

/** The right options, in any order. */
function marksOf({ form }: Question): string {
  if (form.kind !== "choice") return "";
  const right = form.options.filter(({ correct }) => correct);
  return JSON.stringify(right.map(({ body }) => normal(plainPassages(body))).sort());
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
