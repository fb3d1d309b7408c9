import type { Asked } from "./asked.js";
import { fitsDaily, isRight } from "./asked.js";
import type { Bank, BankEntry } from "./bank.js";
import { inTopics } from "./bank.js";
import { addDays, type Day, instantOf, type Slot } from "./calendar.js";
import type { ChannelOptions, Schedule } from "./channel.js";
import type { ChannelId, Key, PersonId, QuestionId, TopicId } from "./ids.js";
import { keyOf } from "./ids.js";
import { fingerprint, pick } from "./seed.js";

/** One question put to one channel on one day. */
export type Round = {
  readonly key: Key;
  readonly channel: ChannelId;
  /** The slot's date, also when it went out after midnight. */
  readonly day: Day;
  readonly kind: "scheduled" | "bonus";
  readonly asked: Asked;
  readonly openedAt: Date;
  /** Fixed when the round opens. */
  readonly closesAt: Date;
  /** Whether the private verdict names the key before the close; fixed when the round opens. */
  readonly reveal: ChannelOptions["reveal"];
  /** When it was really over: earlier than `closesAt` where the next daily went out before. */
  readonly closedAt: Date | null;
};

/** When a channel was last asked each question, and each topic. */
export type History = {
  readonly questions: ReadonlyMap<QuestionId, Date>;
  readonly topics: ReadonlyMap<TopicId, Date>;
};

/** A round bears its sentence: the same channel and day have the same key for ever. */
export function roundKey(channel: ChannelId, day: Day, bonus: string | null = null): Key {
  return keyOf(fingerprint(bonus === null ? `round ${channel} ${day}` : `bonus ${channel} ${day} ${bonus}`));
}

/**
 * Never asked before asked, choices before scenarios without options, topics in turn, else the one asked longest
 * ago; the seed decides among equals.
 */
export function chooseQuestion(
  bank: Bank,
  schedule: Pick<Schedule, "topics" | "options">,
  history: History,
  { seed, aside = [] }: { readonly seed: string; readonly aside?: readonly QuestionId[] },
): BankEntry | null {
  const whole = dailyPool(bank, schedule);
  const others = whole.filter((entry) => !aside.includes(entry.question.id));
  const pool = others.length > 0 ? others : whole;
  const unasked = pool.filter((entry) => !history.questions.has(entry.question.id));
  const choices = unasked.filter((entry) => entry.question.form.kind === "choice");
  const fresh = choices.length > 0 ? choices : unasked;
  if (fresh.length === 0) return longestAgo(pool, (entry) => history.questions.get(entry.question.id), seed);
  const topics = [...new Set(fresh.map((entry) => entry.question.topic))].sort();
  const topic = longestAgo(topics, (id) => history.topics.get(id), `${seed} topic`);
  return (
    pick(
      fresh.filter((entry) => entry.question.topic === topic),
      seed,
    ) ?? null
  );
}

/** What can be a daily here: live, of the channel's topics, with an answer, and short enough for every platform. */
export function dailyPool(bank: Bank, schedule: Pick<Schedule, "topics" | "options">): readonly BankEntry[] {
  return inTopics(bank, schedule.topics).filter(
    ({ question }) =>
      (question.form.kind === "choice" ||
        (question.form.answer !== null && schedule.options.kinds === "all")) &&
      fitsDaily(question),
  );
}

/** How many more there would be if the kinds of questions were not narrowed. */
export function leftOut(bank: Bank, schedule: Pick<Schedule, "topics" | "options">): number {
  const all = { ...schedule, options: { ...schedule.options, kinds: "all" as const } };
  return dailyPool(bank, all).length - dailyPool(bank, schedule).length;
}

/** Questions of the pool that this channel has not met yet. */
export function questionsLeft(pool: readonly BankEntry[], history: History): number {
  return pool.filter((entry) => !history.questions.has(entry.question.id)).length;
}

/** With the channel's next slot, at most seven calendar days on at the same hour; seven days where none is ahead. */
export function closingTime(schedule: Schedule, day: Day, next: Slot | null): Date {
  const latest = instantOf(addDays(day, 7), schedule.time, schedule.zone);
  return next && next.at < latest ? next.at : latest;
}

/** One member's answer to one round; the first is the only one. */
export type Attempt = {
  readonly person: PersonId;
  /** The platform's own time of the press. */
  readonly at: Date;
  readonly answer: Answer;
  /** Null where there is nothing to be right about: shown, drafted. */
  readonly right: boolean | null;
  /** How the person graded themselves after *Show the answer*. */
  readonly selfGrade: SelfGrade | null;
};
export type Answer =
  | { readonly kind: "picked"; readonly picks: number }
  | { readonly kind: "unknown" }
  | { readonly kind: "shown" }
  | TypedAnswer;
/** Written in direct messages, and read when it came. */
export type TypedAnswer = {
  readonly kind: "typed";
  readonly words: string;
  /** The option that it names; 0 where there is none to name. */
  readonly picks: number;
  readonly right: boolean;
  /** What it was read as, where it says it in other words. */
  readonly as: string | null;
};
export type SelfGrade = "had it" | "not this time";

/** Who pressed what, and when by the platform's own time. */
export type Press = { readonly person: PersonId; readonly at: Date; readonly answer: Answer };

/** What came of a press. */
export type Outcome =
  | { readonly kind: "answered"; readonly attempt: Attempt }
  | { readonly kind: "repeated"; readonly attempt: Attempt }
  /** Answered before everything about them was deleted: that stays counted, and no second one is. */
  | { readonly kind: "forgotten" }
  | { readonly kind: "closed" }
  /** No such option: a forged press. */
  | { readonly kind: "nonsense" };

/**
 * The first answer stands; before the close it counts however late it arrives, after it never. Only letters answer what
 * a channel is asked.
 */
export function answerRound(
  round: Pick<Round, "asked" | "closesAt" | "closedAt">,
  earlier: Attempt | null,
  press: Press,
): Outcome {
  const right = press.answer.kind === "typed" ? "nonsense" : judge(round.asked, press.answer);
  if (right === "nonsense") return { kind: "nonsense" };
  if (earlier && earlier.person !== press.person) return { kind: "forgotten" };
  if (earlier) return { kind: "repeated", attempt: earlier };
  if (press.at >= (round.closedAt ?? round.closesAt) || press.at >= round.closesAt) return { kind: "closed" };
  const { person, at, answer } = press;
  return { kind: "answered", attempt: { person, at, answer, right, selfGrade: null } };
}

/** Right, wrong, or nothing to be right about. */
export function judge(asked: Asked, answer: Answer): boolean | null | "nonsense" {
  if (asked.form.kind === "recall")
    return answer.kind === "typed" ? answer.right : answer.kind === "picked" ? "nonsense" : null;
  if (answer.kind === "shown") return "nonsense";
  const drafted = asked.form.options.some((option) => option.origin === "drafted");
  if (answer.kind === "unknown") return drafted ? null : false;
  const { picks } = answer;
  if (!Number.isInteger(picks) || picks < 1 || picks >= 1 << asked.form.options.length) return "nonsense";
  return drafted ? null : isRight(asked, picks);
}

function longestAgo<Item>(
  items: readonly Item[],
  last: (item: Item) => Date | undefined,
  seed: string,
): Item | null {
  const times = items.map((item) => last(item)?.getTime() ?? Number.NEGATIVE_INFINITY);
  const least = Math.min(...times);
  return (
    pick(
      items.filter((_, index) => times[index] === least),
      seed,
    ) ?? null
  );
}
