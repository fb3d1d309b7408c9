import type { BankEntry } from "./bank.js";
import { minute } from "./calendar.js";
import type { Card } from "./card.js";
import type { QuestionId } from "./ids.js";
import { shuffle } from "./seed.js";

/** One person's cards, and the questions that a run may draw from. */
export type Deck = {
  readonly pool: readonly BankEntry[];
  readonly cards: ReadonlyMap<QuestionId, Card>;
  /** When the run began: what was graded since has been asked in it. */
  readonly since: Date;
  /** How many more questions may be met for the first time today. */
  readonly fresh: number;
  /** Only these, due or not: `/practice misses`. Null: all of the pool. */
  readonly only: ReadonlySet<QuestionId> | null;
  readonly seed: string;
};

/** What comes next in a run, and how much is left with it: due, not met yet, and asked before in this run. */
export type NextCard = {
  readonly entry: BankEntry | null;
  readonly due: number;
  readonly fresh: number;
  readonly back: number;
};

/** A card that comes back this soon is asked at the end of the same run. */
const learnAhead = 20 * minute;

/**
 * Due first, the longest overdue before; then new ones up to the allowance; last those due within minutes, and what was
 * asked in this run a moment ago, the longest unseen before: no card comes twice in a row while others wait.
 */
export function nextCard(deck: Deck, now: Date): NextCard {
  const { pool, cards, only, since } = deck;
  if (only) {
    const left = pool.filter((entry) => only.has(entry.question.id));
    return { entry: left[0] ?? null, due: left.length, fresh: 0, back: 0 };
  }
  const met = pool.flatMap((entry) => {
    const card = cards.get(entry.question.id);
    return card ? [{ entry, ...card }] : [];
  });
  met.sort((a, b) => a.due.getTime() - b.due.getTime());
  const newest = Math.max(since.getTime(), now.getTime() - learnAhead);
  const isBack = ({ memory }: Card) => (memory.lastReview ?? 0) >= newest;
  const [due, fresh, back] = [
    met.filter((one) => one.due <= now && !isBack(one)),
    shuffle(
      pool.filter((entry) => !cards.has(entry.question.id)),
      deck.seed,
    ).slice(0, Math.max(0, deck.fresh)),
    met
      .filter((one) => (one.due > now || isBack(one)) && one.due.getTime() - now.getTime() <= learnAhead)
      .sort((a, b) => (a.memory.lastReview ?? 0) - (b.memory.lastReview ?? 0)),
  ];
  const entry = due[0]?.entry ?? fresh[0] ?? back[0]?.entry ?? null;
  return { entry, due: due.length, fresh: fresh.length, back: back.length };
}
