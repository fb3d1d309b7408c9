import type { Ask } from "../core/ask.js";
import { commandList } from "../core/command.js";
import { namesOf } from "../core/names.js";
import { isCorrect } from "../core/question.js";
import type { TypedAnswer } from "../core/round.js";
import { shortAnswer } from "../core/short-answer.js";
import { distance } from "../core/slips.js";
import { readOption, readTyped } from "../core/typed.js";
import { longestTyped } from "../core/typed-words.js";
import { noSuchOptionMessage } from "../views/trouble.js";
import { answer } from "./answer-ask.js";
import type { App } from "./app.js";
import type { Event, Reply } from "./platform.js";

/**
 * Words said to the bot alone as the answer to the question that waits there; null where none waits that can be
 * answered so, and for what is no answer but talk.
 */
export async function answerTyped(
  app: App,
  event: Event,
  ask: Ask | null,
  words: string,
): Promise<Reply | null> {
  if (!ask || ask.attempt || words.length > longestTyped || !/[\p{L}\p{N}]/u.test(words)) return null;
  const read = readAnswer(app, ask, words);
  if (read === "no option") return isTalk(words) ? null : { whisper: noSuchOptionMessage() };
  if (!read || (!read.right && read.picks === 0 && isTalk(words))) return null;
  return await answer(app, event, ask, read);
}

/** Among options only what names one of them is an answer: whoever names none has not chosen yet. */
function readAnswer(app: App, { asked: { form } }: Ask, said: string): TypedAnswer | "no option" | null {
  const names = namesOf(app.terms.now);
  const short = shortAnswer(form, names);
  if (!short) return null;
  const words = said.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  if (form.kind === "choice") {
    const named = readOption(said, form.options, names);
    return named
      ? { kind: "typed", words, right: isCorrect(form.options, named.picks), ...named }
      : "no option";
  }
  const reading = readTyped(said, short, names);
  return { kind: "typed", words, picks: 0, right: reading.right, as: reading.right ? reading.as : null };
}

/** So many words are no short answer. */
const mostWords = 12;

/** A mistyped command, a question, or a letter to a friend: nobody is graded for that. */
function isTalk(words: string): boolean {
  const [first = "", ...rest] = words.toLowerCase().split(/\s+/);
  return (
    rest.length >= mostWords ||
    /\?$|^\/|^(?:what|why|how|who|when|where|which|can|help|hi|hello|hey|thanks?|stop)\b/i.test(words) ||
    commandList.some(({ name }) => name.length > 4 && distance(name, first, 2) <= 2)
  );
}
