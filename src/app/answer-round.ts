import type { Action } from "../core/action.js";
import { askKey } from "../core/ask.js";
import { type Asked, freeze } from "../core/asked.js";
import type { Key } from "../core/ids.js";
import { remember } from "../core/memory.js";
import { choosesSeveral, isComplete } from "../core/question.js";
import { type Answer, type Attempt, answerRound as decide } from "../core/round.js";
import type { Streak } from "../core/streak.js";
import type { PostedRound } from "../store/store.js";
import { askMessage, chooseMessage } from "../views/question.js";
import { closedRoundMessage } from "../views/reveal.js";
import {
  closedPressMessage,
  nothingAnsweredMessage,
  retiredMessage,
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
  const round = await roundOf(app, action);
  if (!round) return null;
  if (event.place.kind === "channel" && event.place.id !== round.channel)
    return { whisper: unknownPressMessage() };
  if (event.on && !round.receipt && action.key === round.key && event.place.kind === "channel") {
    await app.store.confirmPosted(round.key, event.on, event.at);
  }
  switch (action.kind) {
    case "pick":
      return await answer(app, event, round.key, { kind: "picked", picks: action.picks });
    case "submit":
      if (isUnfinished(round.asked, action.picks)) return await choose(app, event, round, action.picks);
      return replacing(await answer(app, event, round.key, { kind: "picked", picks: action.picks }));
    case "unknown":
      return await answer(app, event, round.key, { kind: "unknown" });
    case "show":
      return await answer(app, event, round.key, { kind: "shown" });
    case "choose":
      return await choose(app, event, round, 0);
    case "toggle":
      return await choose(app, event, round, action.picks);
    case "had it":
    case "not this time":
      await app.store.gradeSelf(round.key, event.person.id, action.kind, remember);
      return replacing(await result(app, event, round));
    case "result":
      return await result(app, event, round);
    case "practise":
      return await practise(app, event, round);
    case "was right":
      return { whisper: unknownPressMessage() };
  }
}

/** The message about a correction stands for the newest round that it concerns. */
async function roundOf(app: App, { kind, key }: QuestionAction): Promise<PostedRound | null> {
  return (await app.store.round(key)) ?? (kind === "result" ? await app.store.correctedRound(key) : null);
}

async function answer(app: App, event: Event, key: Key, given: Answer): Promise<Reply> {
  const { person, at } = event;
  const press = { person: person.id, name: person.name, at, key, answer: given };
  const done = await saved(
    app.store.answer(press, (round, earlier) => decide(round, earlier, press), remember),
  );
  if (!done) return { whisper: unknownPressMessage() };
  const { outcome, round, streak } = done;
  switch (outcome.kind) {
    case "answered":
      return { whisper: told(round, outcome.attempt, streak, false) };
    case "repeated":
      return { whisper: told(round, outcome.attempt, streak, true) };
    case "closed":
      return { whisper: closedPressMessage(closedRoundMessage(round, await app.store.split(key))) };
    case "nonsense":
      return { whisper: unknownPressMessage() };
  }
}

/** The toggles; who has answered sees the result instead. */
async function choose(app: App, event: Event, round: PostedRound, picks: number): Promise<Reply> {
  const earlier = await app.store.attempt(round.key, event.person.id);
  if (earlier || round.closedAt) return replacing(await result(app, event, round));
  const message = chooseMessage(round.key, round.asked, picks);
  return picks === 0 && event.did.kind === "press" && event.did.press.endsWith(".c")
    ? { whisper: message }
    : { replace: message };
}

async function result(app: App, event: Event, round: PostedRound): Promise<Reply> {
  const attempt = await app.store.attempt(round.key, event.person.id);
  if (!attempt) {
    if (!round.closedAt) return { whisper: nothingAnsweredMessage() };
    return { whisper: closedPressMessage(closedRoundMessage(round, await app.store.split(round.key))) };
  }
  const streak = round.kind === "scheduled" ? await app.store.streak(round.channel, event.person.id) : null;
  return { whisper: told(round, attempt, streak, false) };
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
    channel: round.channel,
    purpose: "practice",
    run: null,
    asked: freeze(entry, `ask ${key}`),
    askedAt: event.at,
    attempt: null,
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
