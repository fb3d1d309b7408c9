import { minute } from "../core/calendar.js";
import { keyOf } from "../core/ids.js";
import { fingerprint } from "../core/seed.js";
import type { PostedRound } from "../store/store.js";
import { openRoundMessage } from "../views/question.js";
import { closedRoundMessage, threadMessage } from "../views/reveal.js";
import { type App, platformFor } from "./app.js";

/** The close as the channel sees it: one silent edit of the same message. What fails stays due. */
export async function showReveal(app: App, round: PostedRound, now: Date): Promise<void> {
  const spread = await app.store.split(round.key);
  const message = closedRoundMessage(round, spread);
  const out = await edit(app, round, { message, shown: spread.answers, revealed: true }, now);
  if (out && !round.revealedAt) await openTalk(app, round, now);
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
): Promise<boolean> {
  const platform = platformFor(app, round.channel);
  if (!platform || !round.receipt) return false;
  const done = await platform.edit(round.receipt, message);
  switch (done.kind) {
    case "posted":
      await app.store.confirmShown(round.key, { shown, revealed }, now);
      return true;
    case "refused":
      app.log.warn(`a message could not be edited: ${done.reason}`, { round: round.key });
      await app.store.confirmShown(round.key, { shown, revealed }, now);
      return false;
    case "later":
    case "doubt": {
      const again = done.kind === "later" ? done.notBefore : new Date(now.getTime() + minute);
      await app.store.postpone(round.key, again);
      return false;
    }
  }
}

/** Talk begins at the reveal, where the keeper wishes it, so that nothing leaks before; at most once. */
async function openTalk(app: App, round: PostedRound, now: Date): Promise<void> {
  const channel = await app.store.channel(round.channel);
  const platform = platformFor(app, round.channel);
  if (!channel?.schedule?.options.thread || !platform || !round.receipt) return;
  const key = keyOf(fingerprint(`talk ${round.key}`));
  if (!(await app.store.notice(key, now))) return;
  await platform.post({ kind: "thread", under: round.receipt }, threadMessage(round.asked), key);
}
