import { answerAsk, askKey } from "../core/ask.js";
import { freeze } from "../core/asked.js";
import { type BankEntry, inTopics } from "../core/bank.js";
import { addDays, dayIn, instantOf, readTime, type TimeOfDay } from "../core/calendar.js";
import { type Grade, newCard, review } from "../core/card.js";
import { type Deck, nextCard } from "../core/deck.js";
import type { Key, PersonId, QuestionId, TopicId } from "../core/ids.js";
import { rememberNothing } from "../core/memory.js";
import { namesOf } from "../core/names.js";
import { type Run, readRun, writeRun } from "../core/run.js";
import { canType } from "../core/short-answer.js";
import { findTopics } from "../core/topics.js";
import { cardMessage, runStartedMessage, turnedMessage } from "../views/practice.js";
import { directClosedMessage, unknownPressMessage, unknownTopicMessage } from "../views/trouble.js";
import type { App } from "./app.js";
import { endOfRun } from "./end-run.js";
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
  const { question } = ask.asked;
  let isStale = false;
  await app.store.changeCard(event.person.id, question, (old, retention) => {
    isStale = (old?.reviews ?? 0) !== press.reviews;
    if (isStale) return null;
    return review(old ?? newCard(question, event.at), { grade: press.grade, now: event.at, retention });
  });
  const run = readRun(ask.run ?? "") ?? { since: ask.askedAt, topic: "" };
  if (isStale) return { replace: await card(app, event, run) };
  const shown = { person: event.person.id, name: event.person.name, at: event.at, key: ask.key };
  await app.store.answerAsk(
    { ...shown, answer: { kind: "shown" } },
    (open) => answerAsk(open, { ...shown, answer: { kind: "shown" } }),
    rememberNothing,
  );
  const said = press.grade >= 3 ? "had it" : "not this time";
  await app.store.gradeSelf(ask.key, event.person.id, said, rememberNothing);
  return { replace: await card(app, event, run) };
}

/** A recall card, turned over: its answer, and when each grade would bring it back. */
export async function turnOver(app: App, event: Event, key: Key): Promise<Reply> {
  const ask = await app.store.ask(key);
  if (!ask) return { whisper: unknownPressMessage() };
  const held = await app.store.card(event.person.id, ask.asked.question);
  const from = held ?? newCard(ask.asked.question, event.at);
  const { retention } = await app.store.settings(event.person.id);
  const back = ([1, 2, 3, 4] as const).map((grade) => ({
    grade,
    due: review(from, { grade, now: event.at, retention }).due,
  }));
  return { replace: turnedMessage(ask, { reviews: held?.reviews ?? 0, back, now: event.at }) };
}

async function card(app: App, event: Event, run: Run) {
  const { person, at } = event;
  const cards = await app.store.cards(person.id);
  const { freshADay } = await app.store.settings(person.id);
  const today = await todayOf(app, event);
  const deck: Deck = {
    pool: await poolOf(app, event, run),
    cards,
    fresh: freshADay - (await app.store.metBetween(person.id, today.from, today.to)),
    only: run.topic === "misses" ? await missesOf(app, person.id, run) : null,
    seed: `deck ${person.id} ${run.since.toISOString()}`,
  };
  const next = nextCard(deck, at);
  if (!next.entry) return await endOfRun(app, event, { run, deck, freshADay });
  const key = askKey(person.id, event.id);
  const ask = await app.store.openAsk({
    key,
    person: person.id,
    channel: null,
    purpose: "practice",
    run: writeRun({ ...run, reviews: cards.get(next.entry.question.id)?.reviews ?? 0 }),
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

/** Not known the last time, and not asked in this run yet: each is asked once. */
async function missesOf(app: App, person: PersonId, run: Run): Promise<ReadonlySet<QuestionId>> {
  const asked = new Set((await app.store.runAnswers(person, run)).map((one) => one.asked.question));
  const missed = [...(await app.store.results(person))].filter(([, { right }]) => right === false);
  return new Set(missed.map(([question]) => question).filter((question) => !asked.has(question)));
}

/** The person's own date, from midnight to midnight. */
async function todayOf(app: App, { person, at }: Event): Promise<{ readonly from: Date; readonly to: Date }> {
  const zone = await zoneOf(app, person);
  const midnight = readTime("00:00") as TimeOfDay;
  const today = dayIn(zone, at);
  return { from: instantOf(today, midnight, zone), to: instantOf(addDays(today, 1), midnight, zone) };
}
