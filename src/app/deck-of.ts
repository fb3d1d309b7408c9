import { type BankEntry, inTopics } from "../core/bank.js";
import { addDays, dayIn, instantOf, readTime, type TimeOfDay } from "../core/calendar.js";
import type { Deck } from "../core/deck.js";
import { type PersonId, type QuestionId, type TopicId, topicId } from "../core/ids.js";
import { hasAnswer } from "../core/question.js";
import { isOfTopic, type Run } from "../core/run.js";
import { findTopics } from "../core/topics.js";
import type { App } from "./app.js";
import type { Event } from "./platform.js";
import { zoneOf } from "./zone-of.js";

/** What a run may draw from now, and how many new cards a day the person wishes. */
export async function deckOf(
  app: App,
  event: Event,
  run: Run,
): Promise<{ readonly deck: Deck; readonly freshADay: number }> {
  const { person } = event;
  const { freshADay } = await app.store.settings(person.id);
  const today = await todayOf(app, event);
  const met = await app.store.metBetween(person.id, today.from, today.to);
  const deck: Deck = {
    pool: await poolOf(app, event, run),
    cards: await app.store.cards(person.id),
    since: run.since,
    fresh: freshADay - met,
    only: run.topic === "misses" ? await missesOf(app, person.id, run) : null,
    seed: `deck ${person.id} ${run.since.toISOString()}`,
  };
  return { deck, freshADay };
}

async function poolOf(app: App, { person, place }: Event, run: Run): Promise<readonly BankEntry[]> {
  const barred = await app.store.openFor(person.id, place.kind === "channel" ? place.id : null);
  const topics = isOfTopic(run) ? topicsIn(app, run.topic) : [];
  return inTopics(app.bank.now, topics).filter(
    ({ question }) => !barred.has(question.id) && hasAnswer(question),
  );
}

/** A topic that left the notes in the middle of a run keeps its name, which holds nothing: no topic at all is everything. */
function topicsIn(app: App, words: string): readonly TopicId[] {
  const match = findTopics(app.bank.now, words);
  return match.kind === "found" ? match.topics : [topicId(words)];
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
