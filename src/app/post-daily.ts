import pLimit from "p-limit";
import { closeRound } from "../core/closing.js";
import { type ChannelId, type PersonId, platformOf } from "../core/ids.js";
import { remember } from "../core/memory.js";
import { type Opening, openDaily } from "../core/opening.js";
import { leftOut } from "../core/round.js";
import { isTallyDue } from "../core/tally.js";
import type { PostedRound } from "../store/store.js";
import { emptyPoolMessage, lowPoolMessage, missedMessage } from "../views/notices.js";
import type { App } from "./app.js";
import { forgetUnanswered } from "./forget-unanswered.js";
import { postRound } from "./post-round.js";
import { remind } from "./remind.js";
import { refreshHomes } from "./show-home.js";
import { showReveal, showTally } from "./show-round.js";
import { tellCorrection } from "./tell-correction.js";
import { tellAgain, tellKeeper } from "./tell-keeper.js";
import { lostTopics } from "./tell-lost-topics.js";

/** So many messages are under way at once in each workspace: a slow channel delays no other, nor a slow workspace. */
const sideBySide = 8;
/** And in all workspaces of a platform together. */
const onPlatform = 64;

/** Something that needs a platform: whatever comes of it touches this channel or person alone. */
type Errand = {
  readonly what: string;
  readonly to: ChannelId | PersonId;
  readonly run: () => Promise<void>;
};

/**
 * Everything that the clock calls for at this minute: start-up, wake-up after sleep and tick walk the same road.
 * Closing and opening are steps of the database; then come posts, words to keepers, reveals and reminders, none waiting
 * for another.
 */
export async function postDaily(app: App, now: Date): Promise<void> {
  for (const platform of app.platforms.values()) {
    if (platform.connected()) await app.store.heartbeat(platform.name, now);
  }
  await closeRounds(app, now);
  const { fresh, notices } = await openRounds(app, now);
  if (fresh.size > 0) await closeRounds(app, now);
  const { posts, reveals, corrections, ...due } = await app.store.errandsDue(now);
  await runAll(app, [
    ...posts.map((round) =>
      errandFor(round, () => postRound(app, round, { now, fresh: fresh.has(round.key) })),
    ),
    ...notices,
    ...(await lostTopics(app)).map(({ channel: { id }, tell }) => ({
      ...{ what: `the keeper of ${id} could not be told`, to: id },
      run: tell,
    })),
    ...due.notices.map((notice) => ({
      ...{ what: `the keeper of ${notice.channel} could not be told`, to: notice.channel },
      run: () => tellAgain(app, notice, now),
    })),
    ...corrections.map((correction) => ({
      ...{ what: `a correction in ${correction.channel} could not be told`, to: correction.channel },
      run: () => tellCorrection(app, correction),
    })),
    ...reveals.map((round) => errandFor(round, () => showReveal(app, round, now))),
    ...due.reminders.map((to) => ({ what: `the reminder of ${to}`, to, run: () => remind(app, to, now) })),
  ]);
  await guarded(app, "old questions could not be forgotten", () => forgetUnanswered(app, now));
  void refreshHomes(app, new Set([...posts, ...reveals].map(({ channel }) => channel)));
}

/** Brings the counts of messages up to date, politely. */
export async function showTallies(app: App, now: Date): Promise<void> {
  const due = (await app.store.tallies(now)).filter((round) => isTallyDue(round, now));
  await runAll(
    app,
    due.map((round) => errandFor(round, () => showTally(app, round, now))),
  );
}

async function closeRounds(app: App, now: Date): Promise<void> {
  for (const key of await app.store.roundsToClose(now)) {
    await guarded(app, `round ${key} could not be closed`, () =>
      app.store.closeRound(key, closeRound, remember),
    );
  }
}

/** `fresh`: keys of the rounds opened just now, nothing of which can be out yet; `notices`: what keepers are to hear. */
async function openRounds(
  app: App,
  now: Date,
): Promise<{ readonly fresh: ReadonlySet<string>; readonly notices: readonly Errand[] }> {
  const fresh = new Set<string>();
  const notices: Errand[] = [];
  for (const id of await app.store.channelsDue(now)) {
    await guarded(app, `channel ${id} could not be asked`, async () => {
      const opening = await app.store.openRound(id, now, (state) => openDaily(state, app.bank.now, now));
      if (opening.round) fresh.add(opening.round.key);
      const run = () => tellOf(app, id, opening);
      notices.push({ what: `the keeper of ${id} could not be told`, to: id, run });
    });
  }
  return { fresh, notices };
}

async function tellOf(app: App, id: ChannelId, { missed, empty, left }: Opening): Promise<void> {
  const channel = await app.store.channel(id);
  if (!channel) return;
  const [first, last] = [missed[0], missed.at(-1)];
  if (first && last) {
    await tellKeeper(app, channel, `missed ${first.day}`, missedMessage(channel, first.day, last.day));
  }
  if (empty) {
    const last = Math.max(
      0,
      ...[...(await app.store.history(id)).questions.values()].map((at) => at.getTime()),
    );
    const out = channel.schedule ? leftOut(app.bank.now, channel.schedule) : 0;
    await tellKeeper(app, channel, `empty pool since ${last}`, emptyPoolMessage(channel, out));
  }
  if (left === 14 || left === 7 || left === 1) {
    const cause = `${left} left of ${app.bank.now.entries.length}`;
    await tellKeeper(app, channel, cause, lowPoolMessage(channel, left));
  }
}

function errandFor({ key, channel }: PostedRound, run: () => Promise<void>): Errand {
  return { what: `round ${key}`, to: channel, run };
}

async function runAll(app: App, errands: readonly Errand[]): Promise<void> {
  const limits = new Map<string, ReturnType<typeof pLimit>>();
  const limitOf = (name: string, most: number) => {
    const limit = limits.get(name) ?? pLimit(most);
    limits.set(name, limit);
    return limit;
  };
  await Promise.all(
    errands.map(({ what, to, run }) => {
      const platform = limitOf(platformOf(to), onPlatform);
      const workspace = limitOf(laneOf(to), sideBySide);
      return workspace(() => platform(() => guarded(app, what, run)));
    }),
  );
}

/** The workspace, where there is one: people of Discord's belong to none. */
function laneOf(to: ChannelId | PersonId): string {
  return to.slice(0, to.indexOf(to.includes("/") ? "/" : ":") + 1);
}

/** One channel's failure never stops another: it is logged, and its row is still due at the next tick. */
async function guarded(app: App, what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    app.log.error(what, cause);
  }
}
