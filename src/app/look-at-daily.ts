import { dayIn, utc } from "../core/calendar.js";
import type { Channel } from "../core/channel.js";
import { lookUpTopics } from "../core/chosen-topics.js";
import { dailyPool, leftOut } from "../core/round.js";
import type { Daily } from "../views/daily.js";
import { type App, platformFor } from "./app.js";

/** A channel's daily as it stands: how much there is to ask, when the next question comes, and what that closes. */
export async function lookAtDaily(app: App, channel: Channel): Promise<Daily> {
  const pool = channel.schedule ? dailyPool(app.bank.now, channel.schedule).length : 0;
  const next = pool === 0 ? null : await app.store.dueAt(channel.id);
  const open = next ? await app.store.openRounds(channel.id) : [];
  const cutsShort = open.some(({ closesAt }) => next !== null && next < closesAt);
  const { schedule } = channel;
  return {
    ...{ channel, pool, next, cutsShort },
    leftOut: schedule && pool === 0 ? leftOut(app.bank.now, schedule) : 0,
    topics: lookUpTopics(app.bank.now, schedule?.topics ?? []),
    today: dayIn(schedule?.zone ?? utc, app.clock()),
    group: await groupName(app, channel),
    tellsNobody: await tellsNobody(app, channel),
  };
}

/** What the group that is told is called, where that is known. */
async function groupName(app: App, { id, schedule }: Channel): Promise<string | null> {
  const group = schedule?.options.tell ?? null;
  const platform = platformFor(app, id);
  return group !== null && platform?.groupName ? await platform.groupName(id, group) : group;
}

async function tellsNobody(app: App, { id, schedule }: Channel): Promise<boolean> {
  const group = schedule?.options.tell ?? null;
  return group !== null && (await platformFor(app, id)?.tells?.(id, group)) === false;
}
