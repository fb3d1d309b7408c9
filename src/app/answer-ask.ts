import { type Ask, answerAsk as decideAsk, hasMoved } from "../core/ask.js";
import { type Remember, remember } from "../core/memory.js";
import type { Answer } from "../core/round.js";
import { nextButton } from "../views/next.js";
import { chooseMessage } from "../views/question.js";
import { nothingAnsweredMessage, unknownPressMessage } from "../views/trouble.js";
import { verdictMessage } from "../views/verdict.js";
import { isUnfinished, type QuestionAction } from "./answer-round.js";
import type { App } from "./app.js";
import { saved } from "./not-saved.js";
import type { Event, Reply } from "./platform.js";
import { nextInRun, turnOver } from "./practise.js";

/** A press on a question put to one person; null where no ask of theirs bears its key. */
export async function answerAsk(app: App, event: Event, action: QuestionAction): Promise<Reply | null> {
  const ask = await app.store.ask(action.key);
  if (!ask || ask.person !== event.person.id) return null;
  const isOpen = !ask.attempt || action.kind === "show";
  if (isOpen && (await isLeftBehind(app, ask))) return await nextInRun(app, event, ask.run ?? "");
  switch (action.kind) {
    case "pick":
      return await give(app, event, ask, { kind: "picked", picks: action.picks });
    case "submit": {
      if (!ask.attempt && isUnfinished(ask.asked, action.picks)) {
        return { replace: chooseMessage(ask.key, ask.asked, action.picks, { refused: true }) };
      }
      const told = await give(app, event, ask, { kind: "picked", picks: action.picks });
      return told.whisper ? { replace: told.whisper } : told;
    }
    case "unknown":
      return await give(app, event, ask, { kind: "unknown" });
    case "show":
      if (ask.run && ask.purpose === "practice") return await turnOver(app, event, ask.key);
      return await give(app, event, ask, { kind: "shown" });
    case "choose":
      return ask.attempt
        ? result(ask, { repeated: true })
        : { whisper: chooseMessage(ask.key, ask.asked, 0) };
    case "toggle":
      return ask.attempt
        ? result(ask, { repeated: true })
        : { replace: chooseMessage(ask.key, ask.asked, action.picks) };
    case "had it":
    case "not this time": {
      await app.store.gradeSelf(ask.key, event.person.id, action.kind, remember);
      const graded = await app.store.ask(ask.key);
      const { whisper, replace } = result(graded ?? ask);
      const told = replace ?? whisper;
      return told ? { replace: told } : {};
    }
    case "result":
    case "practise":
      return result(ask);
    case "was right":
      return await proposeAlias(app, event, ask);
  }
}

/** Words that answer it: what is typed is not sent by any button. */
export async function answer(app: App, event: Event, ask: Ask, given: Answer): Promise<Reply> {
  if (!ask.attempt && (await isLeftBehind(app, ask))) return await nextInRun(app, event, ask.run ?? "");
  return await give(app, event, ask, given);
}

/** Whether a card of a run has moved on since it was put: an old screen grades nothing, and the run goes on. */
async function isLeftBehind(app: App, ask: Ask): Promise<boolean> {
  return hasMoved(ask, await app.store.card(ask.person, ask.asked.question));
}

/** The first answer stands; an ask never closes. */
async function give(app: App, event: Event, ask: Ask, given: Answer): Promise<Reply> {
  const { person, at } = event;
  const press = { person: person.id, name: person.name, at, key: ask.key, answer: given };
  const feed: Remember = (card, answered) => (hasMoved(ask, card) ? null : remember(card, answered));
  const done = await app.store.answerAsk(press, (open) => decideAsk(open, press), feed);
  if (!done || done.outcome.kind === "nonsense") return { whisper: unknownPressMessage() };
  return result(done.ask, { repeated: done.outcome.kind === "repeated" });
}

/** A refused answer that its writer holds to be right is kept for the authors; nothing else changes. */
async function proposeAlias(app: App, event: Event, ask: Ask): Promise<Reply> {
  const given = ask.attempt?.answer;
  if (given?.kind !== "typed" || given.picks !== 0 || given.right) return { whisper: unknownPressMessage() };
  const { question } = ask.asked;
  await saved(app.store.proposeAlias({ question, person: ask.person, words: given.words, at: event.at }));
  const { whisper, replace } = result(ask, { proposed: true });
  const told = replace ?? whisper;
  return told ? { replace: told } : {};
}

function result(ask: Ask, more: { readonly repeated?: boolean; readonly proposed?: boolean } = {}): Reply {
  const { key, asked, attempt } = ask;
  if (!attempt) return { whisper: nothingAnsweredMessage() };
  const verdict = {
    key,
    asked,
    attempt,
    repeated: false,
    streak: null,
    hidden: false,
    ...nextOf(ask),
    ...more,
  };
  return ask.purpose === "practice" && ask.run
    ? { replace: verdictMessage(verdict) }
    : { whisper: verdictMessage(verdict) };
}

/** The button that goes on with a run or a quiz of several. */
function nextOf({ purpose, run }: Ask): { readonly next?: ReturnType<typeof nextButton> } {
  return run === null ? {} : { next: nextButton(purpose, run) };
}
