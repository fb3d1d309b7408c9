import { encodeAction } from "../core/action.js";
import type { Day } from "../core/calendar.js";
import type { Channel } from "../core/channel.js";
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
import { text } from "../core/prose.js";
import type { Question } from "../core/question.js";
import { dayWords, labelled } from "./words.js";

/** `last`: when the channel was last asked it; `isOpen`: it is asked at this moment. */
type Coming = { readonly day: Day; readonly last: Day | null; readonly isOpen: boolean };

/** The next question with its key, for the keeper: options in the author's order, shuffled only when it is asked. */
export function previewMessage(channel: Channel, question: Question, coming: Coming): Message {
  const { day } = coming;
  const title = `Next in ${channel.name}, ${dayWords(day)}`;
  return {
    summary: `${title}: ${question.source.file}:${question.source.line}`,
    blocks: [
      heading(title),
      ...passages(question.prompt),
      ...answerBlocks(question),
      ...lastNote(coming),
      note(text(`It stands at ${question.source.file}:${question.source.line}. Only you see this.`)),
      buttons({ label: "Take another", press: encodeAction({ kind: "another", words: day }) }),
    ],
  };
}

function lastNote({ day, last, isOpen }: Coming): readonly Block[] {
  if (isOpen) return [note(text("This is the question that is open in the channel now: there is no other."))];
  return last ? [note(text(`It was last asked here on ${dayWords(last, day)}.`))] : [];
}

function answerBlocks({ form }: Question): readonly Block[] {
  if (form.kind === "recall") return form.answer ? passages(labelled("The answer.", form.answer)) : [];
  const items = form.options.map(
    ({ body, correct }, index): LetteredOption => ({
      letter: letter(index),
      body,
      ...(correct ? { mark: "key" as const } : {}),
    }),
  );
  return [{ kind: "options", items }];
}
