import type { Asked } from "./asked.js";
import { minute } from "./calendar.js";
import type { Card } from "./card.js";
import type { ChannelId, Key, PersonId } from "./ids.js";
import { keyOf } from "./ids.js";
import { type Attempt, judge, type Outcome, type Press, type SelfGrade } from "./round.js";
import { readRun } from "./run.js";
import { fingerprint } from "./seed.js";

/** One question put to one person, frozen like a round. */
export type NewAsk = {
  readonly key: Key;
  readonly person: PersonId;
  /** Where it was asked for; null in direct messages. */
  readonly channel: ChannelId | null;
  readonly purpose: "quiz" | "practice";
  /** What follows it: the practice run or the quiz that it belongs to, as its *Next* button says it; null where it stands alone. */
  readonly run: string | null;
  readonly asked: Asked;
  readonly askedAt: Date;
};

export type Ask = NewAsk & {
  /** Its answer was shown, and waits to be graded. */
  readonly turned: boolean;
  readonly attempt: Attempt | null;
};

/** Whoever has seen an answer in this time, and not said how it went, is not asked for it by another ask. */
export const justSeen = 20 * minute;

/** The same event twice makes the same ask. */
export function askKey(person: PersonId, event: string, nth = 0): Key {
  return keyOf(fingerprint(`ask ${person} ${event} ${nth}`));
}

/** The first answer stands, whatever an old screen sends; an ask never closes. Nobody types an answer that they have just been shown. */
export function answerAsk(ask: Ask, press: Press): Outcome {
  if (ask.attempt) return { kind: "repeated", attempt: ask.attempt };
  const right = judge(ask.asked, press.answer);
  const isCopied = ask.turned && press.answer.kind === "typed";
  if (right === "nonsense" || isCopied) return { kind: "nonsense" };
  const { person, at, answer } = press;
  return { kind: "answered", attempt: { person, at, answer, right, selfGrade: null } };
}

/** Shown and graded in one, as a card of a run is: what is said of it cannot be lost between the two. */
export function gradeAsk(ask: Ask, press: Press, selfGrade: SelfGrade): Outcome {
  const outcome = answerAsk(ask, press);
  return outcome.kind === "answered" ? { ...outcome, attempt: { ...outcome.attempt, selfGrade } } : outcome;
}

/** Whether a card of a run has moved on since it was put. */
export function hasMoved({ purpose, run }: Ask, card: Card | null): boolean {
  const put = purpose === "practice" && run !== null ? (readRun(run)?.reviews ?? null) : null;
  return put !== null && put !== (card?.reviews ?? 0);
}
