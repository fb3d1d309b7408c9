import { encodeAction } from "../core/action.js";
import type { Asked } from "../core/asked.js";
import {
  type Block,
  buttons,
  heading,
  type LetteredOption,
  letter,
  type Message,
  note,
  passages,
} from "../core/message.js";
import { text, time } from "../core/prose.js";
import type { Round } from "../core/round.js";
import { correctedNote } from "./correction.js";
import { keyLetters, startOf, summaryOf } from "./question.js";
import { placeNote, readMore, reasons } from "./reasons.js";
import { answerOf } from "./verdict.js";
import { percent, prose } from "./words.js";

/** How the answers of a round were spread. */
export type Spread = {
  readonly answers: number;
  readonly right: number;
  /** How many chose each option. */
  readonly picks: readonly number[];
  readonly unknown: number;
};

/** With fewer answers the split would tell who picked what. */
const fewest = 3;

/**
 * The same message after the close: key, split, share right, and why; `apart`: the reasons stand elsewhere, by
 * `explanationMessage`.
 */
export function closedRoundMessage(
  round: Round,
  spread: Spread,
  reasoned: "here" | "apart" = "here",
): Message {
  const { key, kind, asked, closedAt, closesAt } = round;
  return {
    round: { kind, revealed: true },
    summary: `${summaryOf("The answer", asked)}\n${shareWords(round, spread)}`,
    blocks: [
      heading(asked.topicTitle),
      ...passages(asked.prompt),
      ...optionBlocks(round, spread),
      note(...prose(`**${shareWords(round, spread)}** Closed `, time(closedAt ?? closesAt), ".")),
      ...correctedNote(asked),
      ...answerOf(asked),
      ...(reasoned === "here" ? explanation(asked) : []),
      buttons(
        { label: "My result", press: encodeAction({ kind: "result", key }) },
        { label: "Practise this", press: encodeAction({ kind: "practise", key }) },
      ),
    ],
  };
}

/** Why the key holds, to stand under a closed question; null where the notes say nothing of it. */
export function explanationMessage(asked: Asked): Message | null {
  if (reasons(asked).length === 0) return null;
  const words = asked.form.kind === "choice" ? `Why it is ${keyLetters(asked)}` : "Why";
  return { summary: `${words}: ${asked.topicTitle}`, blocks: [heading(words), ...explanation(asked)] };
}

function explanation(asked: Asked): readonly Block[] {
  return [...reasons(asked), ...placeNote(asked), ...readMore(asked)];
}

/** What opens the discussion. */
export function threadMessage(asked: Asked): Message {
  const words = `What did you think of “${startOf(asked)}”? Now that the key is out, talk about it here.`;
  return { summary: words, blocks: [note(text(words))] };
}

function optionBlocks({ asked }: Round, { answers, picks }: Spread): readonly Block[] {
  if (asked.form.kind === "recall") return [];
  const items = asked.form.options.map(
    ({ body, correct }, index): LetteredOption => ({
      letter: letter(index),
      body,
      ...(correct ? { mark: "key" as const } : {}),
      ...(answers >= fewest ? { answers: picks[index] ?? 0, of: answers } : {}),
    }),
  );
  return [{ kind: "options", items }];
}

function shareWords({ asked, reveal }: Round, { answers, right, unknown }: Spread): string {
  if (answers === 0) return "Nobody answered this one.";
  if (asked.form.kind === "recall")
    return `${answers} ${reveal === "at-close" ? "answered for themselves" : "looked at the answer"}.`;
  if (answers < fewest)
    return `${answers === 1 ? "One answer" : "Two answers"}: too few to show how they were spread.`;
  const open = unknown === 0 ? "" : ` ${unknown} did not know.`;
  return `${right} of ${answers} right, ${percent(right, answers)}.${open}`;
}
