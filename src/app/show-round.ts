import { minute } from "../core/calendar.js";
import { keyOf } from "../core/ids.js";
import type { Message } from "../core/message.js";
import { fingerprint } from "../core/seed.js";
import type { PostedRound } from "../store/store.js";
import { openRoundMessage } from "../views/question.js";
import { closedRoundMessage, explanationMessage, threadMessage } from "../views/reveal.js";
import { type App, platformFor } from "./app.js";
import type { Posting } from "./platform.js";

/**
 * The close as the channel sees it: one silent edit of the same message, and the reasons under it where the platform
 * talks in threads. What fails stays due.
 */
export async function showReveal(app: App, round: PostedRound, now: Date): Promise<void> {
  const spread = await app.store.split(round.key);
  const why = platformFor(app, round.channel)?.explainsInThread ? explanationMessage(round.asked) : null;
  const message = closedRoundMessage(round, spread, why ? "apart" : "here");
  const state = { shown: spread.answers, revealed: true };
  if (!(await edit(app, round, { message, ...state, revealed: why === null }, now))) return;
  if (round.revealedAt) return;
  if (why) {
    if (!(await explain(app, round, why, now))) return;
    await app.store.confirmShown(round.key, state, now);
  }
  await openTalk(app, round, now);
}

/** A new number of answers, or a reveal put right by an answer that counted but came late. */
export async function showTally(app: App, round: PostedRound, now: Date): Promise<void> {
  if (round.closedAt) return round.revealedAt ? await showReveal(app, round, now) : undefined;
  const message = openRoundMessage(round, round.answers);
  await edit(app, round, { message, shown: round.answers, revealed: false }, now);
}

type Shown = { readonly message: Message; readonly shown: number; readonly revealed: boolean };

/** True where the message now says so. One that can never be edited again is not due any more. */
async function edit(app: App, round: PostedRound, state: Shown, now: Date): Promise<boolean> {
  const { message, shown, revealed } = state;
  const platform = platformFor(app, round.channel);
  if (!platform || !round.receipt) return false;
  const done = await platform.edit(round.receipt, message);
  switch (done.kind) {
    case "posted":
      await app.store.confirmShown(round.key, { shown, revealed }, now);
      return true;
    case "refused":
      app.log.warn(`a message could not be edited: ${done.reason}`, { round: round.key });
      await app.store.confirmShown(round.key, { shown, revealed: round.closedAt !== null }, now);
      return false;
    case "later":
    case "doubt":
      await postpone(app, round, done, now);
      return false;
  }
}

/**
 * The reasons under a closed question, once: after doubt they are first looked for, and those of a key that was
 * corrected since are put right. True where nothing is left to do.
 */
async function explain(app: App, round: PostedRound, message: Message, now: Date): Promise<boolean> {
  const platform = platformFor(app, round.channel);
  if (!platform || !round.receipt) return true;
  const place = { kind: "thread", under: round.receipt } as const;
  const isNew = (words: string) => app.store.notice(keyOf(fingerprint(words)), now);
  const first = await isNew(`why ${round.key}`);
  const key = keyOf(fingerprint(`why ${round.key}`));
  const finding = first ? null : await platform.find(place, key, round.closedAt ?? now);
  const corrected = round.asked.former !== undefined;
  if (finding?.kind === "found" && !corrected) return true;
  if (finding?.kind === "unreadable") {
    if (!corrected || !(await isNew(`why ${round.key} ${round.asked.version}`))) return true;
  }
  const done =
    finding?.kind === "found"
      ? await platform.edit(finding.receipt, message)
      : await platform.post(place, message, key);
  if (done.kind === "posted") return true;
  if (done.kind !== "refused") {
    await postpone(app, round, done, now);
    return false;
  }
  app.log.warn(`the reasons could not be told: ${done.reason}`, { round: round.key });
  return true;
}

type NotNow = Extract<Posting, { readonly kind: "later" | "doubt" }>;

async function postpone(app: App, { key }: PostedRound, done: NotNow, now: Date): Promise<void> {
  const again = done.kind === "later" ? done.notBefore : new Date(now.getTime() + minute);
  await app.store.postpone(key, again);
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
