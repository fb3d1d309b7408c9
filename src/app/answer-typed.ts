import type { Ask } from "../core/ask.js";
import { commandList } from "../core/command.js";
import { lettersIn } from "../core/letters.js";
import { namesOf, readAsTerm } from "../core/names.js";
import { isCorrect } from "../core/question.js";
import type { TypedAnswer } from "../core/round.js";
import { isNearControl } from "../core/said.js";
import { type ShortAnswer, shortAnswer } from "../core/short-answer.js";
import { distance } from "../core/slips.js";
import type { Terms } from "../core/terms.js";
import { readOption, readTyped } from "../core/typed.js";
import { longestTyped } from "../core/typed-words.js";
import { gradeItMessage, noSuchOptionMessage, notAnsweredMessage, notTypedMessage } from "../views/said.js";
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
  if (!ask || ask.attempt || !/[\p{L}\p{N}]/u.test(words)) return null;
  if (ask.turned) return isTalk(words) ? null : { whisper: gradeItMessage(ask) };
  const { form } = ask.asked;
  const names = namesOf(app.terms.now);
  const short = shortAnswer(form, names);
  if (!short) return isChat(words) ? null : { whisper: notTypedMessage(form.kind) };
  if (words.length > longestTyped) return null;
  const read = readAnswer(form, short, app.terms.now, words);
  if (read === "no option") return isTalk(words) ? null : { whisper: noSuchOptionMessage() };
  if (!read.right && read.picks === 0 && isTalk(words)) return null;
  if (!read.right && isNearControl(words)) return { whisper: notAnsweredMessage(ask) };
  return await answer(app, event, ask, read);
}

/** Whether words name an option or the answer of a question that waits, whatever else they mean: an option may be called “Stop”. */
export function isNamed(app: App, ask: Ask, words: string): boolean {
  const { form } = ask.asked;
  const names = namesOf(app.terms.now);
  const short = ask.attempt || ask.turned || words.length > longestTyped ? null : shortAnswer(form, names);
  const read = short && lettersIn(words) === null ? readAnswer(form, short, app.terms.now, words) : null;
  return read !== null && read !== "no option" && (read.right || read.picks > 0);
}

/** Among options only what names one of them is an answer: whoever names none has not chosen yet. */
function readAnswer(
  form: Ask["asked"]["form"],
  short: ShortAnswer,
  terms: Terms,
  said: string,
): TypedAnswer | "no option" {
  const names = namesOf(terms);
  const words = said.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  if (form.kind === "choice") {
    const named = readOption(said, form.options, names);
    return named
      ? { kind: "typed", words, right: isCorrect(form.options, named.picks), ...named }
      : "no option";
  }
  const reading = readTyped(said, short, names);
  const as = reading.right ? reading.as : readAsTerm(said, terms);
  return { kind: "typed", words, picks: 0, right: reading.right, as };
}

/** So many words are no short answer. */
const mostWords = 12;

/** Nobody is graded for a letter to a friend. */
function isTalk(words: string): boolean {
  return words.split(/\s+/).length > mostWords || isChat(words);
}

/** A mistyped command, a question, a greeting. */
function isChat(words: string): boolean {
  const [first = ""] = words.toLowerCase().split(/\s+/);
  return (
    /\?$|^\/|^(?:what|why|how|who|when|where|which|can|help|hi|hello|hey|thanks?|stop)\b/i.test(words) ||
    commandList.some(({ name }) => name.length > 4 && distance(name, first, 2) <= 2)
  );
}
