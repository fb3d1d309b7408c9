import { answerAsk, askKey } from "../core/ask.js";
import { freeze } from "../core/asked.js";
import { type BankEntry, inTopics } from "../core/bank.js";
import { dayIn, instantOf, readTime, type TimeOfDay } from "../core/calendar.js";
import { type Grade, newCard, review } from "../core/card.js";
import { type Deck, freshADay, nextCard } from "../core/deck.js";
import type { Key, PersonId, TopicId } from "../core/ids.js";
import { rememberNothing } from "../core/memory.js";
import { namesOf } from "../core/names.js";
import { type Run, readRun, writeRun } from "../core/run.js";
import { canType } from "../core/short-answer.js";
import { findTopics } from "../core/topics.js";
import { cardMessage, runEndMessage, runStartedMessage, turnedMessage } from "../views/practice.js";
import { directClosedMessage, unknownPressMessage, unknownTopicMessage } from "../views/trouble.js";
import type { App } from "./app.js";
import type { Event, Reply } from "./platform.js";
import { zoneOf } from "./zone-of.js";

/** `/practice [topic | misses]`: a run in direct messages. */
export async function startRun(app: App, event: Event, words: string): Promise<Reply> {
  let topic = words;
  if (words !== "" && words !== "misses") {
    const match = findTopics(app.bank.now, words);
    if (match.kind === "unknown") return { whisper: unknownTopicMessage(words, match.near) };
    topic = match.topics.length === 1 ? (match.topics[0] ?? "") : words;
  }
  await app.store.meet(event.person, event.at);
  const direct = await card(app, event, { since: event.at, topic });
  if (event.place.kind === "direct") return { direct };
  return { direct, whisper: runStartedMessage(), instead: directClosedMessage() };
}

/** The next card takes the place of the one before. */
export async function nextInRun(app: App, event: Event, words: string): Promise<Reply> {
  const run = readRun(words);
  if (!run) return { whisper: unknownPressMessage() };
  return { replace: await card(app, event, run) };
}

/** A press that is stale (the card has moved on) grades nothing; either way the run goes on. */
export async function gradeCard(
  app: App,
  event: Event,
  press: { readonly key: Key; readonly grade: Grade; readonly reviews: number },
): Promise<Reply> {
  const ask = await app.store.ask(press.key);
  if (!ask || ask.person !== event.person.id || ask.asked.form.kind !== "recall") {
    return { whisper: unknownPressMessage() };
  }
  await app.store.changeCard(event.person.id, ask.asked.question, (old) =>
    (old?.reviews ?? 0) === press.reviews
      ? review(old ?? newCard(ask.asked.question, event.at), press.grade, event.at)
      : null,
  );
  const shown = { person: event.person.id, name: event.person.name, at: event.at, key: ask.key };
  await app.store.answerAsk(
    { ...shown, answer: { kind: "shown" } },
    (open) => answerAsk(open, { ...shown, answer: { kind: "shown" } }),
    rememberNothing,
  );
  const said = press.grade >= 3 ? "had it" : "not this time";
  await app.store.gradeSelf(ask.key, event.person.id, said, rememberNothing);
  return { replace: await card(app, event, readRun(ask.run ?? "") ?? { since: ask.askedAt, topic: "" }) };
}

/** A recall card, turned over: its answer, and when each grade would bring it back. */
export async function turnOver(app: App, event: Event, key: Key): Promise<Reply> {
  const ask = await app.store.ask(key);
  if (!ask) return { whisper: unknownPressMessage() };
  const held = (await app.store.cards(event.person.id)).get(ask.asked.question);
  const from = held ?? newCard(ask.asked.question, event.at);
  const back = ([1, 2, 3, 4] as const).map((grade) => ({ grade, due: review(from, grade, event.at).due }));
  return { replace: turnedMessage(ask, { reviews: held?.reviews ?? 0, back, now: event.at }) };
}

async function card(app: App, event: Event, run: Run) {
  const { person, at } = event;
  const cards = await app.store.cards(person.id);
  const deck: Deck = {
    pool: await poolOf(app, event, run),
    cards,
    fresh: freshADay - (await app.store.metSince(person.id, await startOfDay(app, event))),
    only: run.topic === "misses" ? await missesOf(app, person.id, run) : null,
    seed: `deck ${person.id} ${run.since.toISOString()}`,
  };
  const next = nextCard(deck, at);
  if (!next.entry) {
    const done = (await app.store.answers(person.id, 500)).filter((one) => one.at >= run.since);
    const soonest = Math.min(...[...cards.values()].map((held) => held.due.getTime()));
    return runEndMessage({ done, next: Number.isFinite(soonest) ? new Date(soonest) : null });
  }
  const key = askKey(person.id, event.id);
  const ask = await app.store.openAsk({
    key,
    person: person.id,
    channel: null,
    purpose: "practice",
    run: writeRun(run),
    asked: freeze(next.entry, `ask ${key}`),
    askedAt: at,
    attempt: null,
  });
  return cardMessage(ask, { ...next, canType: canType(ask.asked.form, namesOf(app.terms.now)) });
}

async function poolOf(app: App, { person, place }: Event, run: Run): Promise<readonly BankEntry[]> {
  const barred = await app.store.openFor(person.id, place.kind === "channel" ? place.id : null);
  const topics = run.topic === "" || run.topic === "misses" ? [] : topicsIn(app, run.topic);
  return inTopics(app.bank.now, topics).filter(
    ({ question }) =>
      !barred.has(question.id) && (question.form.kind === "choice" || hasAnswer(question.form)),
  );
}

function topicsIn(app: App, words: string): readonly TopicId[] {
  const match = findTopics(app.bank.now, words);
  return match.kind === "found" ? match.topics : [];
}

function hasAnswer(form: { readonly answer: unknown; readonly lines: readonly unknown[] }): boolean {
  return form.answer !== null || form.lines.length > 0;
}

/** Answered wrongly the last time, before this run or in it. */
async function missesOf(app: App, person: PersonId, run: Run) {
  const results = await app.store.results(person);
  const missed = [...results].filter(([, { right, at }]) => right === false && at < run.since);
  return new Set(missed.map(([question]) => question));
}

async function startOfDay(app: App, { person, at }: Event): Promise<Date> {
  const zone = await zoneOf(app, person);
  return instantOf(dayIn(zone, at), readTime("00:00") as TimeOfDay, zone);
}
