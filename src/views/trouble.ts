import type { Channel } from "../core/channel.js";
import { type Message, note } from "../core/message.js";
import { titled } from "./titled.js";
import { prose } from "./words.js";

/** Said only when it is certain that nothing was stored. */
export function notSavedMessage(): Message {
  return titled("Something went wrong", "Your answer was not saved. Please try again in a moment.");
}

export function failureMessage(): Message {
  return titled(
    "Something went wrong",
    "That did not work. If you were answering, press again: you will see whether your answer was saved.",
  );
}

export function notServedMessage(): Message {
  return titled(
    "Not here",
    "This Cuecard belongs to another team and serves only its own places. Anyone can run one of their own.",
  );
}

export function unknownPressMessage(): Message {
  return titled(
    "That button is no longer known",
    "It belongs to another place or to a question that I do not have. Nothing was changed.",
  );
}

export function nothingAnsweredMessage(): Message {
  return titled("No result yet", "You have not answered this question.");
}

export function retiredMessage(): Message {
  return titled(
    "No longer in the notes",
    "This question was taken out of the notes, so there is nothing to practise.",
  );
}

/** They answered this question, and had themselves forgotten since. */
export function forgottenMessage(): Message {
  return titled(
    "Answered already",
    "You answered this question before everything about you was deleted. That answer stays counted, without you; with the next question you begin anew.",
  );
}

/** The reveal, for somebody who asks for their result and has none. */
export function unansweredMessage(reveal: Message): Message {
  return {
    summary: `You did not answer this one. ${reveal.summary}`,
    blocks: [
      note(...prose("**You did not answer this one.** _Practise this_ asks you now.")),
      ...reveal.blocks,
    ],
  };
}

/** The reveal, for a letter pressed too late. */
export function closedPressMessage(reveal: Message): Message {
  return {
    summary: `This question is closed: your press counts for nothing. ${reveal.summary}`,
    blocks: [
      note(
        ...prose(
          "**This question is closed.** Your press counts for nothing: not for the streak, the board or your memory.",
        ),
      ),
      ...reveal.blocks,
    ],
  };
}

export function noQuestionMessage(someOpen: boolean): Message {
  const open = someOpen
    ? " Questions that are open in a channel are kept until you have answered them there."
    : "";
  return titled("No question to ask", `The notes hold none for that.${open}`);
}

export function onlyInChannelMessage(): Message {
  return titled(
    "That belongs to a channel",
    "Say it in a channel that has a daily question; /daily set makes one.",
  );
}

export function notAllowedMessage(channel: Channel | null): Message {
  const where = channel ? ` of ${channel.name}` : "";
  return titled(
    "That is for its keeper",
    `The daily${where} is changed by who set it, or by who manages this place.`,
  );
}

export function directClosedMessage(): Message {
  return titled(
    "I cannot write to you",
    "Your direct messages are closed to me. Allow messages from members of this place in its privacy settings, then try again.",
  );
}
