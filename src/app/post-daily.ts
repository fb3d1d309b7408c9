import pLimit from "p-limit";
import { closeRound } from "../core/closing.js";
import { platformOf } from "../core/ids.js";
import { remember } from "../core/memory.js";
import { openDaily } from "../core/opening.js";
import { isTallyDue } from "../core/tally.js";
import { emptyPoolMessage, lowPoolMessage, missedMessage } from "../views/notices.js";
import type { App } from "./app.js";
import { postRound } from "./post-round.js";
import { showReveal, showTally } from "./show-round.js";
import { tellKeeper } from "./tell-keeper.js";

/** So many messages are under way at once on each platform: a slow channel delays no other. */
const sideBySide = 8;

/**
 * Everything that the clock calls for at this minute: start-up, wake-up after sleep and tick walk the same road.
 * Closing and opening are steps of the database; then come the posts, then the reveals.
 */
export async function postDaily(app: App, now: Date): Promise<void> {
  for (const platform of app.platforms.values()) {
    if (platform.connected()) await app.store.heartbeat(platform.name, now);
  }
  await closeRounds(app, now);
  const fresh = await openRounds(app, now);
  await closeRounds(app, now);
  const posts = await app.store.roundsToPost(now);
  await each(app, posts, (round) => postRound(app, round, { now, fresh: fresh.has(round.key) }));
  await each(app, await app.store.revealsDue(now), (round) => showReveal(app, round, now));
}

/** Brings the counts of messages up to date, politely. */
export async function showTallies(app: App, now: Date): Promise<void> {
  const due = (await app.store.tallies()).filter((round) => isTallyDue(round, now));
  await each(app, due, (round) => showTally(app, round, now));
}

async function closeRounds(app: App, now: Date): Promise<void> {
  for (const key of await app.store.roundsToClose(now)) {
    await guarded(app, `round ${key} could not be closed`, () =>
      app.store.closeRound(key, closeRound, remember),
    );
  }
}

/** Keys of the rounds opened just now: nothing of them can be out yet. */
async function openRounds(app: App, now: Date): Promise<ReadonlySet<string>> {
  const fresh = new Set<string>();
  for (const id of await app.store.channelsDue(now)) {
    await guarded(app, `channel ${id} could not be asked`, async () => {
      const opening = await app.store.openRound(id, now, (state) => openDaily(state, app.bank.now, now));
      if (opening.round) fresh.add(opening.round.key);
      const channel = await app.store.channel(id);
      if (!channel) return;
      const [first, last] = [opening.missed[0], opening.missed.at(-1)];
      if (first && last) {
        await tellKeeper(app, channel, `missed ${first.day}`, missedMessage(channel, first.day, last.day));
      }
      if (opening.empty) await tellKeeper(app, channel, "empty pool", emptyPoolMessage(channel));
      if (opening.left === 14 || opening.left === 7 || opening.left === 1) {
        const cause = `${opening.left} left of ${app.bank.now.entries.length}`;
        await tellKeeper(app, channel, cause, lowPoolMessage(channel, opening.left));
      }
    });
  }
  return fresh;
}

async function each<Item extends { readonly key: string; readonly channel: string }>(
  app: App,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const limits = new Map<string, ReturnType<typeof pLimit>>();
  await Promise.all(
    items.map((item) => {
      const name = platformOf(item.channel as Parameters<typeof platformOf>[0]);
      const limit = limits.get(name) ?? pLimit(sideBySide);
      limits.set(name, limit);
      return limit(() => guarded(app, `round ${item.key}`, () => work(item)));
    }),
  );
}

/** One channel's failure never stops another: it is logged, and its row is still due at the next tick. */
async function guarded(app: App, what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    app.log.error(what, cause);
  }
}
