import { nextSlot, readTime, readZone, type TimeOfDay, utc } from "../core/calendar.js";
import { type Channel, defaultOptions, type Schedule, today } from "../core/channel.js";
import type { DailyWish } from "../core/daily-words.js";
import { hasWeekday, withoutDaysOff, withRange } from "../core/days-off.js";
import { type ChannelId, channelId, type TopicId, workspaceOf } from "../core/ids.js";
import type { Message } from "../core/message.js";
import { type ChannelState, changeSchedule } from "../core/opening.js";
import { changesOf } from "../core/schedule-change.js";
import { findTopics } from "../core/topics.js";
import {
  dailyChangedMessage,
  dailyMessage,
  dailyUnchangedMessage,
  movedMessage,
  noSuchChannelMessage,
  pausedMessage,
  scheduleMissingMessage,
} from "../views/daily.js";
import { pastDatesMessage, restDaysMessage } from "../views/days-off.js";
import { notAllowedMessage, onlyInChannelMessage } from "../views/trouble.js";
import { unknownTopicMessage } from "../views/unknown-topic.js";
import type { App } from "./app.js";
import { askNow } from "./ask-now.js";
import { lookAtDaily } from "./look-at-daily.js";
import { saved } from "./not-saved.js";
import type { Event, Reply } from "./platform.js";
import { previewDaily } from "./preview-daily.js";

/** `/daily …`: looks at or changes the daily of the channel where it is said; every change says who made it. */
export async function setDaily(app: App, event: Event, wish: DailyWish): Promise<Reply> {
  if (event.place.kind !== "channel") return { whisper: onlyInChannelMessage() };
  const { id } = event.place;
  const channel = await app.store.channel(id);
  if (wish.kind === "show") return await show(app, channel);
  if (!mayChange(event, channel)) return { whisper: notAllowedMessage(channel) };
  if (channel?.schedule?.paused && needsNext.has(wish.kind)) return { whisper: pausedMessage(channel) };
  const refused = refuseDates(channel, wish, event.at);
  if (refused) return { whisper: refused };
  const to = (make: Change) => change(app, event, { id, kind: wish.kind }, make);
  switch (wish.kind) {
    case "set":
      return await to((old) => ({ ...(old ?? firstSchedule(event)), ...given(wish), since: event.at }));
    case "pause":
      return await to((old) => old && { ...old, paused: { by: "keeper" } });
    case "resume":
      return await to((old) => old && { ...old, paused: null, since: event.at });
    case "options":
      return await to((old) => old && { ...old, options: { ...old.options, ...wish.options } });
    case "off":
      return await to((old) => old && { ...old, off: withRange(old.off, wish.range) });
    case "on":
      // As after a pause: an hour of today that has passed is not made up for.
      return await to((old) => old && { ...old, off: withoutDaysOff(old.off, wish.range), since: event.at });
    case "skip":
      return await to((old, state) => old && skipNext(old, state, event.at));
    case "topics":
      return await setTopics(app, event, id, wish.topics);
    case "preview":
      return await previewDaily(app, event, channel);
    case "now":
      return await askNow(app, event, channel);
    case "move":
      return await move(app, event, wish);
  }
}

/** What is about the next question: a daily that is paused has none. */
const needsNext: ReadonlySet<DailyWish["kind"]> = new Set(["preview", "skip"]);

type Change = (old: Schedule | null, state: ChannelState) => Schedule | null;

/** Anyone where no schedule is set; then its keeper, and who manages the place. */
export function mayChange({ person }: Event, channel: Channel | null): boolean {
  return person.mayManage || !channel?.schedule || channel.keeper === person.id;
}

async function show(app: App, channel: Channel | null): Promise<Reply> {
  if (!channel?.schedule) return { whisper: scheduleMissingMessage() };
  return { whisper: dailyMessage(await lookAtDaily(app, channel)) };
}

type Deed = { readonly id: ChannelId; readonly kind: DailyWish["kind"] };

async function change(app: App, event: Event, { id, kind }: Deed, make: Change): Promise<Reply> {
  const name = event.place.kind === "channel" ? event.place.name : undefined;
  const seen: { before: Channel | null } = { before: null };
  const changed = await write(app, event, { id, name }, (old, state) => {
    seen.before = state.channel;
    const fresh = make(old, state);
    return fresh && isSoAlready(seen.before, fresh, event) ? null : fresh;
  });
  if (!changed?.schedule) return { whisper: scheduleMissingMessage() };
  const daily = await lookAtDaily(app, changed);
  if (isSoAlready(seen.before, changed.schedule, event)) return { whisper: dailyUnchangedMessage(daily) };
  const schedule = seen.before?.schedule;
  const before = schedule ? { schedule, isKeeperNew: seen.before?.keeper !== event.person.id } : null;
  return { say: dailyChangedMessage(daily, { by: event.person.name, kind, before }) };
}

/** Set by the same keeper to what holds: nothing begins anew, and nobody needs to hear of it. */
function isSoAlready(before: Channel | null, fresh: Schedule, { person }: Event): boolean {
  return (
    before?.keeper === person.id && before.schedule !== null && changesOf(before.schedule, fresh).length === 0
  );
}

/** `name`: what the channel is called, where that is known. */
type Named = { readonly id: ChannelId; readonly name: string | undefined };

async function write(app: App, event: Event, { id, name }: Named, make: Change): Promise<Channel | null> {
  await app.store.meet(event.person, event.at);
  const words = event.did.kind === "command" ? event.did.words.slice(0, 300) : "";
  return await saved(
    app.store.changeChannel(id, event.at, (state) => {
      const schedule = make(state.channel?.schedule ?? null, state);
      if (!schedule) return null;
      const channel = { id, name: name ?? state.channel?.name ?? id, keeper: event.person.id, schedule };
      return { ...changeSchedule(state, channel, event.at), by: { person: event.person.id, change: words } };
    }),
  );
}

async function setTopics(app: App, event: Event, id: ChannelId, words: readonly string[]): Promise<Reply> {
  const topics: TopicId[] = [];
  for (const word of words) {
    const match = findTopics(app.bank.now, word);
    if (match.kind === "unknown") return { whisper: unknownTopicMessage(word, match, "channel") };
    topics.push(...match.topics);
  }
  const deed = { id, kind: "topics" } as const;
  return await change(app, event, deed, (old) => old && { ...old, topics: [...new Set(topics)] });
}

/** Dates that cannot be set off or taken back, so that nobody waits for what does not come. */
function refuseDates(channel: Channel | null, wish: DailyWish, now: Date): Message | null {
  const schedule = channel?.schedule;
  if (!schedule || (wish.kind !== "off" && wish.kind !== "on")) return null;
  const { range } = wish;
  const date = today(schedule, now);
  if (range.to < date) return pastDatesMessage(range, date);
  const isRest = wish.kind === "on" && !hasWeekday(range, schedule.weekdays);
  return isRest ? restDaysMessage(range, schedule, date) : null;
}

/** The schedule goes to another channel of the same workspace; what was answered stays where it was. */
async function move(app: App, event: Event, wish: Extract<DailyWish, { kind: "move" }>): Promise<Reply> {
  const from = event.place.kind === "channel" ? event.place.id : null;
  const to = channelId(wish.to);
  const channel = from && (await app.store.channel(from));
  if (!channel?.schedule) return { whisper: scheduleMissingMessage() };
  if (!wish.to.includes("/") || workspaceOf(to) !== workspaceOf(channel.id) || to === from) {
    return { whisper: noSuchChannelMessage(wish.to) };
  }
  const other = await app.store.channel(to);
  if (!mayChange(event, other)) return { whisper: notAllowedMessage(other) };
  const { schedule } = channel;
  const moved = await write(app, event, { id: to, name: wish.name }, () => ({
    ...schedule,
    since: event.at,
  }));
  await write(app, event, channel, (old) => old && { ...old, paused: { by: "keeper" } });
  return { say: movedMessage(channel, moved?.name ?? wish.to, event.person.name) };
}

/** The next scheduled day that has no round yet becomes a date off. */
function skipNext(schedule: Schedule, { taken }: ChannelState, now: Date): Schedule {
  const next = nextSlot(schedule, now, taken);
  return next ? { ...schedule, off: withRange(schedule.off, { from: next.day, to: next.day }) } : schedule;
}

function given(wish: Extract<DailyWish, { kind: "set" }>): Partial<Schedule> {
  return {
    ...(wish.time ? { time: wish.time } : {}),
    ...(wish.zone ? { zone: wish.zone } : {}),
    ...(wish.weekdays ? { weekdays: wish.weekdays } : {}),
    paused: null,
  };
}

/** What holds where nothing is said: nine o'clock, Monday to Friday, in the keeper's zone. */
function firstSchedule({ at, person }: Event): Schedule {
  return {
    time: readTime("09:00") as TimeOfDay,
    zone: readZone(person.zone ?? "") ?? utc,
    weekdays: [1, 2, 3, 4, 5],
    off: [],
    topics: [],
    paused: null,
    since: at,
    options: defaultOptions,
  };
}
