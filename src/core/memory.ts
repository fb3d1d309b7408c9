import { type Card, type Grade, newCard, review } from "./card.js";
import type { QuestionId } from "./ids.js";
import type { Attempt } from "./round.js";

/** What becomes of a person's card when they answer; null leaves it as it is. */
export type Remember = (card: Card | null, answered: Remembered) => Card | null;
/** `retention`: as the person wishes it, in percent. */
export type Remembered = {
  readonly question: QuestionId;
  readonly attempt: Attempt;
  readonly retention: number;
};

/** Right is Good; wrong and *I don't know* are Again; drafted options and an answer merely shown say nothing. */
export function gradeOf({ answer, right, selfGrade }: Attempt): Grade | null {
  if (answer.kind === "shown") return selfGrade === null ? null : selfGrade === "had it" ? 3 : 1;
  return right === null ? null : right ? 3 : 1;
}

/** Dailies, `/quiz` and practice all feed the one card of a person and a question. */
export const remember: Remember = (card, { question, attempt, retention }) => {
  const grade = gradeOf(attempt);
  const now = attempt.at;
  return grade === null ? null : review(card ?? newCard(question, now), { grade, now, retention });
};

/** Keeps the card as it is: the key is not told yet. */
export const rememberNothing: Remember = () => null;
