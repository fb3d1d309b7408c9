import { encodeAction } from "../core/action.js";
import type { Asked } from "../core/asked.js";
import type { Key } from "../core/ids.js";
import {
  type Block,
  type Button,
  buttons,
  heading,
  type LetteredOption,
  letter,
  type Mark,
  type Message,
  note,
  passages,
} from "../core/message.js";
import { text } from "../core/prose.js";
import { choosesSeveral, keyMask } from "../core/question.js";
import type { Attempt, SelfGrade } from "../core/round.js";
import type { Streak } from "../core/streak.js";
import { correctedVerdict } from "./correction.js";
import { keyLetters } from "./question.js";
import { quoteOf, readMore, reasons } from "./reasons.js";
import { streakLine } from "./streak.js";
import { proposedNote, typedNote, wasRightButton } from "./typed.js";
import { labelled, listed, prose } from "./words.js";

/** What one person is told of their answer. */
export type Verdict = {
  readonly key: Key;
  readonly asked: Asked;
  readonly attempt: Attempt;
  /** An earlier answer stands. */
  readonly repeated: boolean;
  /** With this round; null where it touches no streak. */
  readonly streak: Streak | null;
  /** The key is kept until the round closes. */
  readonly hidden: boolean;
  /** What follows it, where it is one of several. */
  readonly next?: Button;
  /** They hold to what they typed, and it is kept. */
  readonly proposed?: boolean;
};

export function verdictMessage(verdict: Verdict): Message {
  if (verdict.hidden) return hiddenVerdict(verdict);
  const { asked, attempt } = verdict;
  const [words, tone] = headline(attempt);
  const blocks = [
    ...(attempt.answer.kind === "shown"
      ? [heading(asked.topicTitle), ...passages(asked.prompt)]
      : [heading(words, tone)]),
    ...standing(verdict),
    ...typedNote(attempt),
    ...answerBlocks(asked, attempt),
    ...correctedVerdict(asked, attempt),
    ...reasons(asked, picksOf(attempt)),
    ...quoteBeside(asked),
    ...readMore(asked),
    ...selfGradeBlocks(verdict),
    ...streakNote(verdict),
    ...(verdict.proposed ? [proposedNote()] : []),
    buttons(...nextButtons(verdict), ...typedButtons(verdict), reportButton(verdict.key)),
  ];
  return { summary: `${words}. ${keyWords(asked)}`.trim(), blocks };
}

/** The answers of a question without options: what the notes say, under a label. */
export function answerOf(asked: Asked): readonly Block[] {
  if (asked.form.kind === "choice") return [];
  if (asked.form.answer) return passages(labelled("The answer.", asked.form.answer));
  const quote = quoteOf(asked);
  if (quote.length === 0) return [note(...prose("No answer is known: the notes do not give one."))];
  const order = asked.notes.length > 1 ? ", the nearest line first" : "";
  return [note(...prose(`**From your notes**${order}:`)), ...quote];
}

/** Where lines of the notes are the answer themselves, they stand there already. */
function quoteBeside(asked: Asked): readonly Block[] {
  return asked.form.kind === "recall" && asked.form.answer === null ? [] : quoteOf(asked);
}

function headline({ answer, right }: Attempt): readonly [words: string, tone?: "right" | "wrong"] {
  if (answer.kind === "unknown") return ["Here is why"];
  if (answer.kind === "shown") return ["The answer"];
  if (right === null) return ["Noted"];
  return right ? ["Right", "right"] : ["Not this one", "wrong"];
}

function hiddenVerdict({ asked, attempt, repeated, streak }: Verdict): Message {
  const words = `${repeated ? "Your first answer stands. " : ""}${hiddenWords(asked, attempt)}`;
  const streakBlocks = streak ? [note(...streakLine(streak))] : [];
  return { summary: words, blocks: [heading("Noted"), note(text(words)), ...streakBlocks] };
}

function hiddenWords(asked: Asked, attempt: Attempt): string {
  return attempt.answer.kind === "shown"
    ? "Keep your answer in mind: the channel is shown the right one when the question closes, and My result under it then asks whether you had it."
    : `You picked ${pickWords(asked, attempt)}. The key is shown when the question closes.`;
}

function standing({ repeated, attempt, asked }: Verdict): readonly Block[] {
  if (!repeated) return [];
  return [note(...prose(`**Your first answer stands:** ${pickWords(asked, attempt)}.`))];
}

/** My pick against the key; with several right options, each option. */
function answerBlocks(asked: Asked, attempt: Attempt): readonly Block[] {
  if (asked.form.kind === "recall") return answerOf(asked);
  const { options } = asked.form;
  const [key, picks] = [keyMask(options), picksOf(attempt)];
  const items = options.map(({ body }, index): LetteredOption => {
    const mark = markOf(key, picks, index);
    return { letter: letter(index), body, ...(mark ? { mark } : {}) };
  });
  const shown = choosesSeveral(options) ? items : items.filter((item) => item.mark !== undefined);
  return [{ kind: "options", items: mineFirst(shown) }];
}

function markOf(key: number, picks: number, index: number): Mark | undefined {
  const [isKey, isPick] = [(key & (1 << index)) !== 0, (picks & (1 << index)) !== 0];
  const several = (key & (key - 1)) !== 0;
  if (isKey && isPick) return "both";
  if (isKey) return several && picks !== 0 ? "unpicked" : "key";
  return isPick ? "pick" : undefined;
}

function mineFirst(items: readonly LetteredOption[]): readonly LetteredOption[] {
  const [first, second] = items;
  return items.length === 2 && first?.mark === "key" && second?.mark === "pick" ? [second, first] : items;
}

function selfGradeBlocks({ key, attempt }: Verdict): readonly Block[] {
  if (attempt.answer.kind !== "shown") return [];
  if (attempt.selfGrade) return [note(...prose(`You said: **${selfWords[attempt.selfGrade]}**.`))];
  return [
    buttons(
      { label: "I had it", press: encodeAction({ kind: "had it", key }), tone: "primary" },
      { label: "Not this time", press: encodeAction({ kind: "not this time", key }) },
    ),
  ];
}

const selfWords: Record<SelfGrade, string> = { "had it": "I had it", "not this time": "not this time" };

function nextButtons({ next }: Verdict): readonly Button[] {
  return next ? [next] : [];
}

function typedButtons({ key, attempt, proposed }: Verdict): readonly Button[] {
  return proposed ? [] : wasRightButton(key, attempt);
}

function reportButton(key: Key): Button {
  return { label: "Report this question", press: encodeAction({ kind: "report", key }) };
}

function streakNote({ streak }: Verdict): readonly Block[] {
  return streak ? [note(...streakLine(streak))] : [];
}

function pickWords(asked: Asked, { answer }: Attempt): string {
  if (answer.kind === "unknown") return "I don’t know";
  if (answer.kind === "shown") return "the answer, shown";
  if (answer.kind === "typed") return `“${answer.words}”`;
  const count = asked.form.kind === "choice" ? asked.form.options.length : 0;
  const letters = Array.from({ length: count }, (_, index) => index).filter(
    (index) => answer.picks & (1 << index),
  );
  return listed(letters.map(letter));
}

function keyWords(asked: Asked): string {
  return asked.form.kind === "recall" ? "" : `The key is ${keyLetters(asked)}.`;
}

function picksOf({ answer }: Attempt): number {
  return answer.kind === "picked" || answer.kind === "typed" ? answer.picks : 0;
}
