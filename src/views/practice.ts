import { encodeAction } from "../core/action.js";
import type { Ask } from "../core/ask.js";
import type { Grade } from "../core/card.js";
import type { NextCard } from "../core/deck.js";
import { type Block, buttons, heading, type Message, note, passages } from "../core/message.js";
import { text, time } from "../core/prose.js";
import type { Past } from "./history.js";
import { answerButtons, questionBlocks, summaryOf } from "./question.js";
import { readMore, reasons } from "./reasons.js";
import { typeLine } from "./typed.js";
import { answerOf } from "./verdict.js";
import { counted, listed, prose } from "./words.js";

/** A card of a run, face up; `canType`: its answer can be written too. */
export function cardMessage(
  { key, asked }: Ask,
  { due, fresh, canType }: Pick<NextCard, "due" | "fresh"> & { readonly canType: boolean },
): Message {
  const left = [due > 0 ? `${due} due` : "", fresh > 0 ? `${fresh} new` : ""].filter((part) => part !== "");
  return {
    summary: summaryOf("Practice", asked),
    blocks: [
      ...questionBlocks(asked),
      answerButtons(key, asked),
      note(
        ...prose(
          `${canType ? typeLine(asked) : ""}${left.length > 0 ? `Practice: ${listed(left)}, this one included.` : "Practice."}`,
        ),
      ),
    ],
  };
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

/** What was learnt, what comes back when, and what to read again. */
export function runEndMessage({
  done,
  next,
}: {
  readonly done: readonly Past[];
  readonly next: Date | null;
}): Message {
  const missed = done.filter((one) => one.right === false);
  const again = [...new Set(missed.map((one) => `${one.asked.source.file} › ${one.asked.topicTitle}`))];
  const count =
    done.length === 0
      ? "Nothing is due now."
      : `${counted(done.length, "card")} done, ${missed.length} of them to see again.`;
  const blocks: Block[] = [heading("That is all for now"), note(...prose(`**${count}**`))];
  if (next) blocks.push(note(...prose("The next card comes back ", time(next), ".")));
  if (again.length > 0) {
    const items = again.slice(0, 5).map((place) => [text(place)]);
    blocks.push(
      note(...prose("Worth reading again:")),
      ...passages([{ kind: "list", items, ordered: false }]),
    );
  }
  return { summary: `That is all for now. ${count}`, blocks };
}

const names: Record<Grade, string> = { 1: "Again", 2: "Hard", 3: "Good", 4: "Easy" };

/** `10 min`, `5 h`, `11 days` */
export function interval(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return `${Math.round(minutes / 60)} h`;
  return counted(Math.round(minutes / (24 * 60)), "day");
}
