import { minute } from "../core/calendar.js";
import { catchUp } from "../core/channel.js";
import { changeSchedule } from "../core/opening.js";
import type { PostedRound } from "../store/store.js";
import { lostPostMessage, refusedMessage, uncertainMessage } from "../views/notices.js";
import { openRoundMessage } from "../views/question.js";
import { type App, platformFor } from "./app.js";
import type { Platform, Posting, Receipt } from "./platform.js";
import { tellKeeper } from "./tell-keeper.js";

/** After doubt, how long until the channel is looked through again: the older the doubt, the longer. */
const patience = (age: number) => Math.max(2 * minute, age / 4);

/**
 * Puts an open round into its channel, at most once: one that may have got out before is first looked for. What stays
 * out for six hours, or to its end, is withdrawn and the keeper told. While the connection is dead all of that waits:
 * nobody could press, and nobody could be told.
 */
export async function postRound(
  app: App,
  round: PostedRound,
  { now, fresh }: { readonly now: Date; readonly fresh: boolean },
): Promise<void> {
  const platform = platformFor(app, round.channel);
  if (!platform?.connected()) return;
  if (!fresh && (await findOut(app, platform, round, now))) return;
  if (now >= round.closesAt || now.getTime() - round.openedAt.getTime() > catchUp) {
    return await giveUp(app, round, now);
  }
  const place = { kind: "channel", id: round.channel } as const;
  const tell = (await app.store.channel(round.channel))?.schedule?.options.tell ?? null;
  const posting = await platform.post(place, openRoundMessage(round, round.answers, tell), round.key);
  await settle(app, round, posting, now);
}

/** True when nothing is left to do now: it is out, or nobody can tell. */
async function findOut(app: App, platform: Platform, round: PostedRound, now: Date): Promise<boolean> {
  const place = { kind: "channel", id: round.channel } as const;
  const finding = await platform.find(place, round.key, round.openedAt);
  switch (finding.kind) {
    case "found":
      await confirm(app, round, finding.receipt, now);
      return true;
    case "absent":
      return false;
    case "unreadable": {
      const wait = patience(now.getTime() - round.openedAt.getTime());
      await app.store.postpone(round.key, new Date(now.getTime() + wait));
      const channel = await app.store.channel(round.channel);
      if (channel)
        await tellKeeper(app, channel, `uncertain ${round.key}`, uncertainMessage(channel, round.day));
      return true;
    }
  }
}

async function settle(app: App, round: PostedRound, posting: Posting, now: Date): Promise<void> {
  switch (posting.kind) {
    case "posted":
      return await confirm(app, round, posting.receipt, now);
    case "later":
      return await app.store.postpone(round.key, posting.notBefore);
    case "doubt":
      return await app.store.postpone(round.key, now);
    case "refused": {
      await app.store.withdraw(round.key, now);
      const channel = await app.store.changeChannel(round.channel, now, (state) => {
        const schedule = state.channel?.schedule;
        if (!state.channel || !schedule) return null;
        const paused = { by: "refusal", reason: posting.reason } as const;
        return changeSchedule(state, { ...state.channel, schedule: { ...schedule, paused } }, now);
      });
      app.log.warn(`posting was refused: ${posting.reason}`, { channel: round.channel });
      if (channel)
        await tellKeeper(
          app,
          channel,
          `refused ${round.key}`,
          refusedMessage(channel, posting.reason, posting.detail),
        );
    }
  }
}

async function confirm(app: App, round: PostedRound, receipt: Receipt, now: Date): Promise<void> {
  await app.store.confirmPosted(round.key, receipt, now);
  await app.store.confirmShown(round.key, { shown: round.answers, revealed: false }, now);
}

async function giveUp(app: App, round: PostedRound, now: Date): Promise<void> {
  await app.store.withdraw(round.key, now);
  const channel = await app.store.channel(round.channel);
  if (channel) await tellKeeper(app, channel, `lost ${round.key}`, lostPostMessage(channel, round.day));
}
