import { type Ask, askKey, gradeAsk } from "../core/ask.js";
import { freeze } from "../core/asked.js";
import { type Card, type Grade, newCard, review } from "../core/card.js";
import { nextCard } from "../core/deck.js";
import type { Key } from "../core/ids.js";
import type { Message } from "../core/message.js";
import { namesOf } from "../core/names.js";
import { type Run, readRun, writeRun } from "../core/run.js";
import { canType } from "../core/short-answer.js";
import { findTopics } from "../core/topics.js";
import { cardMessage, runStartedMessage, turnedMessage } from "../views/practice.js";
import { directClosedMessage, unknownPressMessage } from "../views/trouble.js";
import { unknownTopicMessage } from "../views/unknown-topic.js";
import type { App } from "./app.js";
import { deckOf } from "./deck-of.js";
import { endOfRun } from "./end-run.js";
import type { Event, Reply } from "./platform.js";

/** `/practice [topic | misses]`: a run in direct messages. */
export async function startRun(app: App, event: Event, words: string): Promise<Reply> {
  let topic = words;
  if (words !== "" && words !== "misses") {
    const match = findTopics(app.bank.now, words);
    if (match.kind === "unknown") return { whisper: unknownTopicMessage(words, match) };
    topic = match.topics.length === 1 ? (match.topics[0] ?? "") : words;
  }
  await app.store.meet(event.person, event.at);
  const { message, isCard } = await card(app, event, { since: event.at, topic });
  if (event.place.kind === "direct") return { direct: message };
  if (!isCard) return { whisper: message };
  return { direct: message, whisper: runStartedMessage(), instead: directClosedMessage() };
}

/**
 * The next card takes the place of the one before. Whoever was forgotten since is met anew: what is kept unanswered is
 * looked for by person.
 */
export async function nextInRun(app: App, event: Event, words: string): Promise<Reply> {
  const run = readRun(words);
  if (!run) return { whisper: unknownPressMessage() };
  await app.store.meet(event.person, event.at);
  return { replace: (await card(app, event, run)).message };
}

/** A press that is stale (the card has moved on) grades nothing; either way the run goes on. */
export async function gradeCard(
  app: App,
  event: Event,
  press: { readonly key: Key; readonly grade: Grade; readonly reviews: number },
): Promise<Reply> {
  const { person, at } = event;
  const ask = await app.store.ask(press.key);
  if (!ask || ask.person !== person.id || ask.asked.form.kind !== "recall") {
    return { whisper: unknownPressMessage() };
  }
  const isStale = (held: Card | null) => (held?.reviews ?? 0) !== press.reviews;
  if (!isStale(await app.store.card(person.id, ask.asked.question))) {
    const shown = {
      person: person.id,
      name: person.name,
      at,
      key: ask.key,
      answer: { kind: "shown" },
    } as const;
    await app.store.answerAsk(
      shown,
      (open) => gradeAsk(open, shown, press.grade >= 2 ? "had it" : "not this time"),
      (held, { question, retention }) =>
        isStale(held)
          ? null
          : review(held ?? newCard(question, at), { grade: press.grade, now: at, retention }),
    );
  }
  const run = readRun(ask.run ?? "") ?? { since: ask.askedAt, topic: "" };
  return { replace: (await card(app, event, run)).message };
}

/** A run that is left: what it brought so far, and what of it waits. The last card stays answerable. */
export async function stopRun(app: App, event: Event, ask: Ask): Promise<Reply> {
  const run = readRun(ask.run ?? "");
  if (!run) return { whisper: unknownPressMessage() };
  const { deck, freshADay } = await deckOf(app, event, run);
  return { whisper: await endOfRun(app, event, { run, deck, freshADay, left: nextCard(deck, event.at) }) };
}

/** A recall card, turned over: its answer, and when each grade would bring it back. */
export async function turnOver(app: App, event: Event, key: Key): Promise<Reply> {
  const ask = await app.store.ask(key);
  if (ask?.asked.form.kind !== "recall") return { whisper: unknownPressMessage() };
  return { replace: await turned(app, event, ask) };
}

async function turned(app: App, event: Event, ask: Ask): Promise<Message> {
  await app.store.turnAsk(ask, event.at);
  const held = await app.store.card(event.person.id, ask.asked.question);
  const from = held ?? newCard(ask.asked.question, event.at);
  const { retention } = await app.store.settings(event.person.id);
  const back = ([1, 2, 3, 4] as const).map((grade) => ({
    grade,
    due: review(from, { grade, now: event.at, retention }).due,
  }));
  return turnedMessage(ask, { reviews: held?.reviews ?? 0, back, now: event.at });
}

/** The next card, or the end of the run. */
async function card(
  app: App,
  event: Event,
  run: Run,
): Promise<{ readonly message: Message; readonly isCard: boolean }> {
  const { deck, freshADay } = await deckOf(app, event, run);
  const next = nextCard(deck, event.at);
  if (!next.entry) return { message: await endOfRun(app, event, { run, deck, freshADay }), isCard: false };
  const { person, at } = event;
  const key = askKey(person.id, event.id);
  const ask = await app.store.openAsk({
    key,
    person: person.id,
    channel: null,
    purpose: "practice",
    run: writeRun({ ...run, reviews: deck.cards.get(next.entry.question.id)?.reviews ?? 0 }),
    asked: freeze(next.entry, `ask ${key}`),
    askedAt: at,
  });
  if (ask.turned) return { message: await turned(app, event, ask), isCard: true };
  const isTyped = canType(ask.asked.form, namesOf(app.terms.now));
  return { message: cardMessage(ask, { ...next, canType: isTyped }), isCard: true };
}
