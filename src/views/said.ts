import type { Ask } from "../core/ask.js";
import { letter, type Message } from "../core/message.js";
import { choosesSeveral } from "../core/question.js";
import { titled } from "./titled.js";

/** Letters that were typed, with no question there that waits for one. */
export function nothingWaitsMessage(newest: Ask | null): Message {
  const title = "No question waits here";
  if (!newest) {
    return titled(
      title,
      "None was put to you here yet. Say practice for a run of cards, or quiz for one question.",
    );
  }
  if (newest.run !== null) return titled(title, "The last one is answered: say next for the one after it.");
  return titled(
    title,
    "The last one here is answered. Say practice for the cards that are due, or quiz for a question now.",
  );
}

/** `next`, `show` or a grade, while the question waits for something else. */
export function notAnsweredMessage(ask: Ask): Message {
  if (ask.turned) return gradeItMessage(ask);
  const { form } = ask.asked;
  const several = form.kind === "choice" && choosesSeveral(form.options);
  const letters = several ? "Type its letters, such as BD, or press Answer…" : "Press or type a letter";
  return titled(
    "This one is not answered yet",
    form.kind === "choice"
      ? `${letters}; dunno tells you the answer and why.`
      : "Say show to see the answer, then how well you knew it.",
  );
}

/** Words that were typed as the answer, after it was shown. */
export function gradeItMessage({ purpose, run }: Ask): Message {
  if (purpose === "quiz" || run === null) {
    return titled(
      "You have just seen this answer",
      "So it is not typed this time. Say show, then whether you had it.",
    );
  }
  return titled(
    "How well did you know it?",
    "The answer is shown already, so nothing more can be typed for it. Press one of its buttons, or say again, hard, good or easy.",
  );
}

/** An answer that was typed where two questions may be meant. */
export function pressLetterMessage(): Message {
  return titled(
    "Which question do you mean?",
    "More than one may wait here, so nothing was answered. Use the buttons under the one that you mean.",
  );
}

export function noSuchLetterMessage(last: number): Message {
  return titled("No such letter", `The options of this question are A to ${letter(last)}.`);
}

/** Words that were typed where there are options, and that name none of them. */
export function noSuchOptionMessage(): Message {
  return titled(
    "None of the options",
    "Press a letter, or type the words of one option. Nothing is graded yet.",
  );
}

/** Words that were typed as the answer to a question whose answer is too long for that. */
export function notTypedMessage(kind: "choice" | "recall"): Message {
  return kind === "choice"
    ? titled(
        "Answer this one by letter",
        "Press or type its letter; where two are asked for, both, such as BD. Nothing is graded yet.",
      )
    : titled(
        "You grade this one yourself",
        "What you type cannot be compared with its answer. Press Show the answer, or type show, then say how you did. Nothing is graded yet.",
      );
}
