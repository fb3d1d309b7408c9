import { encodeAction } from "../core/action.js";
import { buttons, heading, type Message, note } from "../core/message.js";
import { text } from "../core/prose.js";

export function confirmErasureMessage(): Message {
  const words =
    "This deletes your name, streaks, places on the boards, practice cards and settings, everywhere at once. Answers you gave stay counted, without you. It cannot be undone.";
  return {
    summary: `Delete everything about you? ${words}`,
    blocks: [
      heading("Delete everything about you?"),
      note(text(words)),
      buttons({
        label: "Delete everything about me",
        press: encodeAction({ kind: "erase", words: "" }),
        tone: "danger",
      }),
    ],
  };
}

export function erasedMessage(): Message {
  const words = "Everything about you is deleted. If you answer again, you begin anew.";
  return { summary: words, blocks: [heading("Done"), note(text(words))] };
}

export function hiddenMessage(hidden: boolean): Message {
  const words = hidden
    ? "You are hidden from every board. Your own streak and statistics go on. /mydata show brings you back."
    : "You are on the boards again, with everything that you answered.";
  return { summary: words, blocks: [heading(hidden ? "Hidden" : "On the boards"), note(text(words))] };
}
