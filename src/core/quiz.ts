import { type Bank, type BankEntry, inTopics } from "./bank.js";
import type { QuestionId, TopicId } from "./ids.js";
import { hasAnswer } from "./question.js";
import { topicInPress } from "./run.js";
import { pick } from "./seed.js";

/** A person's last result for each question that they ever answered; where nothing was to be right about, their own grade. */
export type Results = ReadonlyMap<QuestionId, { readonly at: Date; readonly right: boolean | null }>;

/** One of several questions, the first being 1; it rides in presses. */
export type QuizRun = { readonly topic: string; readonly nth: number; readonly of: number };

/** `2.3~aws/storage`: two more of three. */
export function writeQuiz({ topic, nth, of }: QuizRun): string | null {
  return nth < of ? `${of - nth}.${of}~${topicInPress(topic)}` : null;
}

/** The next of several; null for what we never wrote. */
export function readQuiz(words: string): QuizRun | null {
  const match = /^([1-9])(?:\.(10|[1-9]))?~(.{0,80})$/.exec(words);
  if (!match) return null;
  const left = Number(match[1]);
  const of = Number(match[2] ?? left);
  return left > of ? null : { topic: match[3] ?? "", nth: of - left + 1, of };
}

/**
 * One question for one person: not met yet before wrong before right, the longest ago first. Without a topic it comes
 * from the weakest one. Never one of the `barred`: those are open in a channel and would be given away.
 */
export function chooseQuiz(
  bank: Bank,
  wish: {
    readonly topics: readonly TopicId[];
    readonly barred: ReadonlySet<QuestionId>;
    readonly seed: string;
  },
  results: Results,
): BankEntry | null {
  const pool = inTopics(bank, wish.topics).filter(
    ({ question }) => !wish.barred.has(question.id) && hasAnswer(question),
  );
  const topic = wish.topics.length > 0 ? null : weakest(pool, results, wish.seed);
  const fitting = topic === null ? pool : pool.filter((entry) => entry.question.topic === topic);
  const ranks = fitting.map((entry) => rankOf(entry, results));
  const least = ranks.reduce((min, rank) => Math.min(min, rank), Number.POSITIVE_INFINITY);
  return (
    pick(
      fitting.filter((_, at) => ranks[at] === least),
      wish.seed,
    ) ?? null
  );
}

/** Choices that were never met, then other forms, then wrong ones, then right ones; each the longest ago first. */
function rankOf({ question }: BankEntry, results: Results): number {
  const result = results.get(question.id);
  if (!result) return question.form.kind === "choice" ? -2 : -1;
  return (result.right === false ? 0 : 1e15) + result.at.getTime();
}

/** The topic with the smallest share right; one that was never met counts half. */
function weakest(pool: readonly BankEntry[], results: Results, seed: string): TopicId | null {
  const shares = new Map<TopicId, { right: number; answered: number }>();
  for (const { question } of pool) {
    const share = shares.get(question.topic) ?? { right: 0, answered: 0 };
    const result = results.get(question.id);
    if (result && result.right !== null) {
      share.answered += 1;
      if (result.right) share.right += 1;
    }
    shares.set(question.topic, share);
  }
  const score = ({ right, answered }: { right: number; answered: number }) => (right + 1) / (answered + 2);
  const least = Math.min(...[...shares.values()].map(score));
  return (
    pick(
      [...shares].filter(([, share]) => score(share) === least).map(([topic]) => topic),
      `${seed} topic`,
    ) ?? null
  );
}
