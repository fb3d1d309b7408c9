import type { Action } from "../core/action.js";
import { askKey } from "../core/ask.js";
import { type Asked, freeze } from "../core/asked.js";
import type { Key } from "../core/ids.js";
import { remember } from "../core/memory.js";
import { choosesSeveral, isComplete } from "../core/question.js";
import { type Answer, type Attempt, answerRound as decide, type Outcome, type Round } from "../core/round.js";
import type { Streak } from "../core/streak.js";
import type { PostedRound } from "../store/store.js";
import { askMessage, chooseMessage } from "../views/question.js";
import { closedRoundMessage } from "../views/reveal.js";
import {
  closedPressMessage,
  forgottenMessage,
  nothingAnsweredMessage,
  retiredMessage,
  unansweredMessage,
  unknownPressMessage,
} from "../views/trouble.js";
import { verdictMessage } from "../views/verdict.js";
import type { App } from "./app.js";
import { saved } from "./not-saved.js";
import type { Event, Reply } from "./platform.js";

/** Actions that a round or an ask understands. */
export type QuestionAction = Exclude<Extract<Action, { readonly key: Key }>, { kind: "grade" | "report" }>;

/** A press on a round's buttons; null where no round bears its key. */
export async function answerRound(app: App, event: Event, action: QuestionAction): Promise<Reply | null> {
  const { key } = action;
  const at = (deed: (round: PostedRound) => Promise<Reply | null>) => atRound(app, event, action, deed);
  switch (action.kind) {
    case "pick":
      return await answer(app, event, key, { kind: "picked", picks: action.picks });
    case "unknown":
      return await answer(app, event, key, { kind: "unknown" });
    case "show":
      return await answer(app, event, key, { kind: "shown" });
    case "submit":
      return await at(async (round) => {
        if (isUnfinished(round.asked, action.picks)) return await choose(app, event, round, action);
        const reply = await answer(app, event, key, { kind: "picked", picks: action.picks });
        return reply && replacing(reply);
      });
    case "choose":
    case "toggle":
      return await at((round) => choose(app, event, round, action));
    case "had it":
    case "not this time": {
      const grade = action.kind;
      return await at(async (round) => {
        await app.store.gradeSelf(key, event.person.id, grade, remember);
        return replacing(await result(app, event, round));
      });
    }
    case "result":
      return await at((round) => result(app, event, round));
    case "practise":
      return await at((round) => practise(app, event, round));
    case "was right":
      return await at(async () => ({ whisper: unknownPressMessage() }));
  }
}

/** What needs the round before anything is done. An answer does not: it is read where it is written. */
async function atRound(
  app: App,
  event: Event,
  action: QuestionAction,
  deed: (round: PostedRound) => Promise<Reply | null>,
): Promise<Reply | null> {
  const round = await roundOf(app, action);
  if (!round) return null;
  if (isElsewhere(event, round)) return { whisper: unknownPressMessage() };
  if (round.key === action.key) await adopt(app, event, round);
  return await deed(round);
}

/** The message about a correction stands for the newest round that it concerns. */
async function roundOf(app: App, { kind, key }: QuestionAction): Promise<PostedRound | null> {
  return (await app.store.round(key)) ?? (kind === "result" ? await app.store.correctedRound(key) : null);
}

/** A button that was carried into another channel. */
function isElsewhere({ place }: Event, { channel }: Round): boolean {
  return place.kind === "channel" && place.id !== channel;
}

/** A press that comes before it is stored where the message stands names the message. */
async function adopt(app: App, { on, place, at }: Event, round: PostedRound): Promise<void> {
  if (on && !round.receipt && place.kind === "channel") await app.store.confirmPosted(round.key, on, at);
}

async function answer(app: App, event: Event, key: Key, given: Answer): Promise<Reply | null> {
  const { person, at } = event;
  const press = { person: person.id, name: person.name, at, key, answer: given };
  const rule = (round: Round, earlier: Attempt | null): Outcome =>
    isElsewhere(event, round) ? { kind: "nonsense" } : decide(round, earlier, press);
  const done = await saved(app.store.answer(press, rule, remember));
  if (!done) return null;
  const { outcome, round, streak } = done;
  if (outcome.kind !== "nonsense") await adopt(app, event, round);
  switch (outcome.kind) {
    case "answered":
      return { whisper: told(round, outcome.attempt, streak, false) };
    case "repeated":
      return { whisper: told(round, outcome.attempt, streak, true) };
    case "forgotten":
      return { whisper: forgottenMessage() };
    case "closed":
      return { whisper: closedPressMessage(closedRoundMessage(round, await app.store.split(key))) };
    case "nonsense":
      return { whisper: unknownPressMessage() };
  }
}

/** The toggles, called for by a button of the channel or changed; who has answered sees the result instead. */
async function choose(app: App, event: Event, round: PostedRound, by: QuestionAction): Promise<Reply> {
  const isCalled = by.kind === "choose";
  const earlier = await app.store.attempt(round.key, event.person.id);
  if (earlier || round.closedAt) {
    const reply = await result(app, event, round, true);
    return isCalled ? reply : replacing(reply);
  }
  const picks = "picks" in by ? by.picks : 0;
  const message = chooseMessage(round.key, round.asked, picks, { refused: by.kind === "submit" });
  return isCalled ? { whisper: message } : { replace: message };
}

/** `pressed`: it was meant as an answer. */
async function result(app: App, event: Event, round: PostedRound, pressed = false): Promise<Reply> {
  const attempt = await app.store.attempt(round.key, event.person.id);
  if (!attempt) {
    if (!round.closedAt) return { whisper: nothingAnsweredMessage() };
    const reveal = closedRoundMessage(round, await app.store.split(round.key));
    return { whisper: pressed ? closedPressMessage(reveal) : unansweredMessage(reveal) };
  }
  const streak = round.kind === "scheduled" ? await app.store.streak(round.channel, event.person.id) : null;
  return { whisper: told(round, attempt, streak, pressed) };
}

/** The same question again, freshly shuffled, for one person. */
async function practise(app: App, event: Event, round: PostedRound): Promise<Reply> {
  if (!round.closedAt) return { whisper: nothingAnsweredMessage() };
  const entry = app.bank.now.byId.get(round.asked.question);
  if (!entry || entry.retired) return { whisper: retiredMessage() };
  const key = askKey(event.person.id, event.id);
  await app.store.meet(event.person, event.at);
  const ask = await app.store.openAsk({
    key,
    person: event.person.id,
    channel: event.place.kind === "channel" ? round.channel : null,
    purpose: "practice",
    run: null,
    asked: freeze(entry, `ask ${key}`),
    askedAt: event.at,
  });
  return { whisper: askMessage(ask) };
}

/** Submitted with too few or too many picked: the toggles stay, and say how many are wanted. */
export function isUnfinished({ form }: Asked, picks: number): boolean {
  if (form.kind === "recall" || !choosesSeveral(form.options)) return false;
  return picks < 1 << form.options.length && !isComplete(form.options, picks);
}

function told(round: PostedRound, attempt: Attempt, streak: Streak | null, repeated: boolean) {
  return verdictMessage({
    key: round.key,
    asked: round.asked,
    attempt,
    repeated,
    streak,
    hidden: round.reveal === "at-close" && round.closedAt === null,
  });
}

/** The whisper takes the place of the one whose button was pressed. */
function replacing(reply: Reply): Reply {
  const { whisper, ...rest } = reply;
  return whisper ? { ...rest, replace: whisper } : reply;
}
