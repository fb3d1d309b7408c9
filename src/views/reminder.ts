import { encodeAction } from "../core/action.js";
import { buttons, heading, type Message, note } from "../core/message.js";
import { type Prose, text, time } from "../core/prose.js";
import type { Reminder } from "../core/reminder.js";
import type { Round } from "../core/round.js";
import { answerButtons, draftedNote, questionBlocks, summaryOf } from "./question.js";
import { titled } from "./titled.js";
import { prose } from "./words.js";

/** A question that is open and not answered, and the name of its channel. */
export type Waiting = { readonly channel: string; readonly round: Round };

/** Said unasked: the question that closes first can be answered right there, the others are named. */
export function reminderMessage(first: Waiting, others: readonly Waiting[]): Message {
  const { key, asked, closesAt, reveal } = first.round;
  const title = `A question waits for you in ${first.channel}`;
  return {
    summary: `${title}. ${summaryOf("It is about", asked)}`,
    blocks: [
      heading(title),
      ...questionBlocks(asked),
      answerButtons(key, asked, reveal),
      note(...prose("Open until ", time(closesAt), ". The first press counts, here as in the channel.")),
      ...draftedNote(asked),
      ...others.map(({ channel, round }) =>
        note(...prose("One waits in ", text(channel), " too, open until ", time(round.closesAt), ".")),
      ),
      buttons({ label: "Stop these", press: encodeAction({ kind: "say", words: "reminder off" }) }),
    ],
  };
}

export function reminderSetMessage(reminder: Reminder): Message {
  const more =
    "It comes as a direct message, of channels where you have answered before: leave those messages open to me. /reminder off ends it.";
  return {
    summary: `${hourWords(reminder)}. ${more}`,
    blocks: [heading("Your reminder"), note(...reminderLine(reminder)), note(text(more))],
  };
}

export function noReminderMessage(): Message {
  return titled(
    "No reminder is set",
    "For one direct message a day, and only if a question still waits for you in a channel where you have answered before: /reminder 17:30, or /reminder 17:30 Europe/Berlin",
  );
}

export function reminderOffMessage(): Message {
  return titled("No more reminders", "I will not remind you any more. /reminder 17:30 begins anew.");
}

/** `Each day at 17:30 (Europe/Berlin), if a question still waits for you. The next such hour: …` */
export function reminderLine(reminder: Reminder): Prose {
  return [text(`${hourWords(reminder)}. The next such hour: `), time(reminder.dueAt), text(".")];
}

function hourWords({ time: hour, zone }: Reminder): string {
  return `Each day at ${hour} (${zone}), if a question still waits for you`;
}
