import { createEmptyCard, type Card as FsrsCard, type Grade as FsrsGrade, fsrs } from "ts-fsrs";
import type { QuestionId } from "./ids.js";

/** 1 again, 2 hard, 3 good, 4 easy. */
export type Grade = 1 | 2 | 3 | 4;

/** FSRS's own measures of one memory, as JSON can hold them: instants in milliseconds. */
export type Memory = {
  readonly stability: number;
  readonly difficulty: number;
  readonly scheduledDays: number;
  readonly learningSteps: number;
  readonly reps: number;
  readonly lapses: number;
  readonly state: number;
  readonly lastReview: number | null;
};

/** What one person remembers of one question. */
export type Card = {
  readonly question: QuestionId;
  readonly due: Date;
  /** How often it was graded: a press that names another count is stale. */
  readonly reviews: number;
  readonly memory: Memory;
  readonly metAt: Date;
};

/** One grade of a card, at what time, and the share of memories that is to hold until the card comes back, in percent. */
export type Graded = { readonly grade: Grade; readonly now: Date; readonly retention: number };

/** A question that is met for the first time. */
export function newCard(question: QuestionId, now: Date): Card {
  return fromFsrs(createEmptyCard(now), { question, reviews: 0, metAt: now });
}

/** The card after a grade. A clock that went back is held at the last review: time never runs backwards here. */
export function review(card: Card, { grade, now, retention }: Graded): Card {
  const at = new Date(Math.max(now.getTime(), card.memory.lastReview ?? 0));
  const next = schedulerFor(retention).next(toFsrs(card), at, grade as FsrsGrade).card;
  return fromFsrs(next, { question: card.question, reviews: card.reviews + 1, metAt: card.metAt });
}

const schedulers = new Map<number, ReturnType<typeof fsrs>>();

/** No fuzz, so that everything repeats. */
function schedulerFor(retention: number): ReturnType<typeof fsrs> {
  const known = schedulers.get(retention);
  if (known) return known;
  const made = fsrs({ request_retention: retention / 100, enable_fuzz: false });
  schedulers.set(retention, made);
  return made;
}

function toFsrs({ due, memory }: Card): FsrsCard {
  return {
    due,
    stability: memory.stability,
    difficulty: memory.difficulty,
    elapsed_days: 0,
    scheduled_days: memory.scheduledDays,
    learning_steps: memory.learningSteps,
    reps: memory.reps,
    lapses: memory.lapses,
    state: memory.state,
    ...(memory.lastReview === null ? {} : { last_review: new Date(memory.lastReview) }),
  };
}

function fromFsrs(card: FsrsCard, rest: Pick<Card, "question" | "reviews" | "metAt">): Card {
  return {
    ...rest,
    due: card.due,
    memory: {
      stability: card.stability,
      difficulty: card.difficulty,
      scheduledDays: card.scheduled_days,
      learningSteps: card.learning_steps,
      reps: card.reps,
      lapses: card.lapses,
      state: card.state,
      lastReview: card.last_review?.getTime() ?? null,
    },
  };
}
