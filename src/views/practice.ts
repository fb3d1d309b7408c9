import { encodeAction } from "../core/action.js";
import type { Ask } from "../core/ask.js";
import type { Grade } from "../core/card.js";
import type { NextCard } from "../core/deck.js";
import { type Block, buttons, heading, type Message, note, passages } from "../core/message.js";
import { link, type Prose, text, time } from "../core/prose.js";
import type { RunReport } from "../core/run-report.js";
import { answerButtons, questionBlocks, summaryOf } from "./question.js";
import { placeOf, readMore, reasons } from "./reasons.js";
import { typeLine } from "./typed.js";
import { answerOf } from "./verdict.js";
import { counted, listed, prose } from "./words.js";

/** A card of a run, face up; `canType`: its answer can be written too. */
export function cardMessage(
  { key, asked }: Ask,
  { canType, ...next }: Left & { readonly canType: boolean },
): Message {
  const left = leftWords(next);
  return {
    summary: summaryOf("Practice", asked),
    blocks: [
      ...questionBlocks(asked),
      answerButtons(key, asked),
      note(
        ...prose(
          `${canType ? typeLine(asked) : ""}${left === "" ? "Practice." : `Practice: ${left}, this one included.`}`,
        ),
      ),
    ],
  };
}

type Left = Pick<NextCard, "due" | "fresh" | "back">;

/** `3 due, 10 new and 1 coming back` */
function leftWords({ due, fresh, back }: Left): string {
  const parts = [
    due > 0 ? `${due} due` : "",
    fresh > 0 ? `${fresh} new` : "",
    back > 0 ? `${back} coming back` : "",
  ];
  return listed(parts.filter((part) => part !== ""));
}

/** A recall card turned over; each grade says when it would bring the card back. */
export function turnedMessage(
  { key, asked }: Ask,
  held: {
    readonly reviews: number;
    readonly back: readonly { readonly grade: Grade; readonly due: Date }[];
    readonly now: Date;
  },
): Message {
  const grades = held.back.map(({ grade, due }) => ({
    label: `${names[grade]} · ${interval(due.getTime() - held.now.getTime())}`,
    press: encodeAction({ kind: "grade", key, grade, reviews: held.reviews }),
  }));
  return {
    summary: `${summaryOf("The answer", asked)}\nHow well did you know it?`,
    blocks: [
      heading(asked.topicTitle),
      ...passages(asked.prompt),
      ...answerOf(asked),
      ...reasons(asked),
      ...readMore(asked),
      note(...prose("**How well did you know it?**")),
      buttons(...grades),
    ],
  };
}

export function runStartedMessage(): Message {
  const words = "I have sent you the first card in a direct message.";
  return { summary: words, blocks: [heading("Practice"), note(text(words))] };
}

/**
 * What was learnt, what comes back when, and what to read again; `unmet`: questions that no card exists of yet;
 * `left`: what still waits, where the run was stopped.
 */
export function runEndMessage(
  report: RunReport,
  {
    unmet,
    freshADay,
    left,
    topic,
  }: {
    readonly unmet: number;
    readonly freshADay: number;
    readonly left: Left | null;
    readonly topic: string;
  },
): Message {
  const count =
    report.done > 0 ? doneWords(report) : left ? "Nothing was answered in this run." : noneWords(topic);
  const title = left ? "Stopped here" : "That is all for now";
  const waits = left ? leftWords(left) : "";
  const again = [...new Map(report.readAgain.map((asked) => [placeOf(asked), asked])).values()];
  const items = again.slice(0, mostPlaces).map((asked) => {
    const { web } = asked.source;
    return [web === undefined ? text(placeOf(asked)) : link(placeOf(asked), web)];
  });
  const list: Block[] =
    items.length > 0
      ? [
          note(...prose("Worth reading again, where something was missed on the way:")),
          ...passages([{ kind: "list", items, ordered: false }]),
        ]
      : [];
  return {
    summary: `${title}. ${count}`,
    blocks: [
      heading(title),
      note(...prose(`**${count}**`)),
      ...(waits === "" ? [] : [note(...prose(`Still waiting: ${waits}. Say practice to go on.`))]),
      ...(report.next ? [note(...backWords(report, report.next))] : []),
      ...(unmet > 0 && !left ? [note(...prose(unmetWords(unmet, freshADay)))] : []),
      ...list,
    ],
  };
}

/** So many headings are named. */
const mostPlaces = 5;

/** `7 cards done, 3 of them new: you know 6, 1 is to be seen again.` */
function doneWords({ done, known, missed, fresh }: RunReport): string {
  const isNew = fresh === 0 ? "" : done === 1 ? ", a new one" : `, ${fresh} of them new`;
  const parts = [
    known > 0 ? `you know ${known}` : "",
    missed > 0 ? `${missed} ${missed === 1 ? "is" : "are"} to be seen again` : "",
  ].filter((part) => part !== "");
  return `${counted(done, "card")} done${isNew}${parts.length > 0 ? `: ${listed(parts)}` : ""}.`;
}

function noneWords(topic: string): string {
  if (topic === "misses") return "You have no misses to go through.";
  return topic === "" ? "Nothing is due now." : `Nothing is due now in ${topic}.`;
}

function backWords({ tomorrow, week }: RunReport, next: Date): Prose {
  const first = prose("The next card comes back ", time(next), ".");
  if (week === 0) return first;
  return [...first, text(` Tomorrow ${tomorrow === 0 ? "none" : tomorrow}, within a week ${week}.`)];
}

function unmetWords(unmet: number, freshADay: number): string {
  const wait = `${counted(unmet, "question")} you have not met yet`;
  if (freshADay === 0) return `${wait}: new cards are switched off, /practice set new=10 brings them.`;
  return `${wait}: up to ${freshADay} new ones come tomorrow.`;
}

const names: Record<Grade, string> = { 1: "Again", 2: "Hard", 3: "Good", 4: "Easy" };

/** `10 min`, `5 h`, `11 days` */
export function interval(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return `${Math.round(minutes / 60)} h`;
  return counted(Math.round(minutes / (24 * 60)), "day");
}
