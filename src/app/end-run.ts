import type { Deck, NextCard } from "../core/deck.js";
import type { Message } from "../core/message.js";
import { isOfTopic, type Run } from "../core/run.js";
import { reportRun } from "../core/run-report.js";
import { runEndMessage } from "../views/practice.js";
import type { App } from "./app.js";
import type { Event } from "./platform.js";
import { zoneOf } from "./zone-of.js";

/** `left`: what still waits, where the run was stopped before its end. */
type Ended = {
  readonly run: Run;
  readonly deck: Deck;
  readonly freshADay: number;
  readonly left?: NextCard | null;
};

/** What was learnt in a run, what comes back when of what it draws from, and what to read again. */
export async function endOfRun(
  app: App,
  { person, at }: Event,
  { run, deck, freshADay, left = null }: Ended,
): Promise<Message> {
  const { byId } = app.bank.now;
  const inRun = isOfTopic(run) ? new Set(deck.pool.map(({ question }) => question.id)) : null;
  const cards = [...deck.cards.values()].filter(
    ({ question }) => byId.get(question)?.retired === false && (inRun?.has(question) ?? true),
  );
  const zone = await zoneOf(app, person);
  const report = reportRun(await app.store.runAnswers(person.id, run), cards, {
    since: run.since,
    now: at,
    zone,
  });
  const unmet = deck.only ? 0 : deck.pool.filter(({ question }) => !deck.cards.has(question.id)).length;
  return runEndMessage(report, { unmet, freshADay, left, topic: run.topic });
}
