import { encodeAction } from "../core/action.js";
import { unansweredDays } from "../core/keeping.js";
import { type Block, type Button, buttons, heading, type Message, note } from "../core/message.js";
import { text } from "../core/prose.js";
import { prose } from "./words.js";

/** So long a question that nobody answered is kept for its buttons. */
const unansweredWords = `A question that was put to you alone and that you never answered is forgotten after ${unansweredDays} days.`;

/** What is kept about somebody and for how long, in short; the README says it at length. */
export function aboutMyDataMessage(): Message {
  const kept =
    "Your name here, your answers, streaks and places on the boards, practice cards, settings, days away and reminder are kept until you delete them; reports stay after that, without you.";
  const say = (label: string, words: string): Button => ({
    label,
    press: encodeAction({ kind: "say", words }),
  });
  return {
    summary: `What is kept about you. ${kept} ${unansweredWords}`,
    blocks: [
      heading("What is kept about you"),
      note(text(`${kept} ${unansweredWords}`)),
      buttons(
        { ...say("Send me all of it", "mydata export"), tone: "primary" },
        say("Delete everything about me…", "mydata delete"),
      ),
      note(...prose("/mydata hide takes you off the boards, /mydata show puts you back.")),
    ],
  };
}

/** A part of the record; `more`: the press for the next one. */
export function recordMessage(
  file: { readonly name: string; readonly bytes: Uint8Array },
  { part, more }: { readonly part: number; readonly more: string | null },
): Message {
  const whole = part === 1 && more === null;
  const words = whole
    ? "Everything that is kept about you, as JSON. The README of Cuecard tells what each field means."
    : `Part ${part} of everything that is kept about you, as JSON${more === null ? ", and the last one" : ""}.`;
  const next: Block[] =
    more === null
      ? []
      : [
          note(text("There is more: a file holds no more than platforms carry.")),
          buttons({
            label: "Send me the next part",
            press: encodeAction({ kind: "say", words: `mydata export ${more}` }),
            tone: "primary",
          }),
        ];
  return {
    summary: words,
    blocks: [heading("Your data"), note(text(words)), { kind: "file", ...file }, ...next],
  };
}

export function recordSentMessage(): Message {
  const words = "I have sent you the file in a direct message.";
  return { summary: words, blocks: [heading("Your data"), note(text(words))] };
}

const eraseButton = (label: string): Button => ({
  label,
  press: encodeAction({ kind: "erase", words: "" }),
  tone: "danger",
});

/** `sent`: what becomes of the messages that the person alone has seen. */
export function confirmErasureMessage(sent: "go too" | "stay there"): Message {
  const messages =
    sent === "go too"
      ? "What I told you alone goes too, files as well."
      : "Direct messages that I sent you, files too, lie with Discord or Slack until they are deleted there.";
  const words = `This deletes your name, streaks, places on the boards, practice cards, questions put to you alone, settings, days away and reminder, everywhere at once. Answers to questions of channels, and reports, stay without you; a question that is open now stays answered until it closes. ${messages} It cannot be undone.`;
  return {
    summary: `Delete everything about you? ${words}`,
    blocks: [
      heading("Delete everything about you?"),
      note(text(words)),
      buttons(eraseButton("Delete everything about me"), {
        label: "Keep everything",
        press: encodeAction({ kind: "keep", words: "" }),
        tone: "primary",
      }),
    ],
  };
}

export function nothingErasedMessage(): Message {
  const words = "Nothing was deleted.";
  return { summary: words, blocks: [heading("Everything is kept"), note(text(words))] };
}

export function erasedMessage(): Message {
  const words = "Everything about you is deleted. If you answer again, you begin anew.";
  return { summary: words, blocks: [heading("Done"), note(text(words))] };
}

/** The database forgot them, but messages of theirs are left. */
export function notForgottenMessage(): Message {
  const words =
    "Your data is deleted, but not all messages that only you see. The reason stands in the log. Press again to delete the rest.";
  return {
    summary: words,
    blocks: [heading("Not all is deleted yet"), note(text(words)), buttons(eraseButton("Delete the rest"))],
  };
}

export function hiddenMessage(hidden: boolean): Message {
  const words = hidden
    ? "You are hidden from every board. Your own streak and statistics go on. /mydata show brings you back."
    : "You are on the boards again, with everything that you answered.";
  return { summary: words, blocks: [heading(hidden ? "Hidden" : "On the boards"), note(text(words))] };
}
