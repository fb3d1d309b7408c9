import { minute } from "../core/calendar.js";
import type { PostedRound } from "../store/store.js";
import { openRoundMessage } from "../views/question.js";
import { closedRoundMessage } from "../views/reveal.js";
import { type App, platformFor } from "./app.js";

/** The close as the channel sees it: one silent edit of the same message. What fails stays due. */
export async function showReveal(app: App, round: PostedRound, now: Date): Promise<void> {
  const spread = await app.store.split(round.key);
  await edit(
    app,
    round,
    { message: closedRoundMessage(round, spread), shown: spread.answers, revealed: true },
    now,
  );
}

/** A new number of answers, or a reveal put right by an answer that counted but came late. */
export async function showTally(app: App, round: PostedRound, now: Date): Promise<void> {
  if (round.closedAt) return round.revealedAt ? await showReveal(app, round, now) : undefined;
  const message = openRoundMessage(round, round.answers);
  await edit(app, round, { message, shown: round.answers, revealed: false }, now);
}

async function edit(
  app: App,
  round: PostedRound,
  {
    message,
    shown,
    revealed,
  }: { message: ReturnType<typeof openRoundMessage>; shown: number; revealed: boolean },
  now: Date,
): Promise<void> {
  const platform = platformFor(app, round.channel);
  if (!platform || !round.receipt) return;
  const done = await platform.edit(round.receipt, message);
  switch (done.kind) {
    case "posted":
      return await app.store.confirmShown(round.key, { shown, revealed }, now);
    case "refused":
      app.log.warn(`a message could not be edited: ${done.reason}`, { round: round.key });
      return await app.store.confirmShown(round.key, { shown, revealed }, now);
    case "later":
      return revealed ? await app.store.postpone(round.key, done.notBefore) : undefined;
    case "doubt":
      return revealed ? await app.store.postpone(round.key, new Date(now.getTime() + minute)) : undefined;
  }
}
