import type { Asked } from "./asked.js";
import type { ChannelId, Key, PersonId } from "./ids.js";
import { keyOf } from "./ids.js";
import { type Attempt, judge, type Outcome, type Press } from "./round.js";
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

/** The same event twice makes the same ask. */
export function askKey(person: PersonId, event: string, nth = 0): Key {
  return keyOf(fingerprint(`ask ${person} ${event} ${nth}`));
}

/** The first answer stands; an ask never closes. Nobody types an answer that they have just been shown. */
export function answerAsk(ask: Ask, press: Press): Outcome {
  const right = judge(ask.asked, press.answer);
  const isCopied = ask.turned && press.answer.kind === "typed";
  if (right === "nonsense" || isCopied) return { kind: "nonsense" };
  if (ask.attempt) return { kind: "repeated", attempt: ask.attempt };
  const { person, at, answer } = press;
  return { kind: "answered", attempt: { person, at, answer, right, selfGrade: null } };
}
