import type { Zone } from "../core/calendar.js";
import { readTime, readZone } from "../core/calendar.js";
import { type Channel, defaultOptions, type Schedule } from "../core/channel.js";
import type { DailyWish } from "../core/command.js";
import type { ChannelId, TopicId } from "../core/ids.js";
import { changeSchedule, openBonus } from "../core/opening.js";
import { dailyPool } from "../core/round.js";
import { findTopics } from "../core/topics.js";
import { dailyMessage, nothingToAskMessage, scheduleMissingMessage } from "../views/daily.js";
import {
  notAllowedMessage,
  notYetMessage,
  onlyInChannelMessage,
  unknownTopicMessage,
} from "../views/trouble.js";
import type { App } from "./app.js";
import { platformFor } from "./app.js";
import type { Event, Reply } from "./platform.js";
import { postRound } from "./post-round.js";

/** `/daily …`: looks at or changes the daily of the channel where it is said. */
export async function setDaily(app: App, event: Event, wish: DailyWish): Promise<Reply> {
  if (event.place.kind !== "channel") return { whisper: onlyInChannelMessage() };
  const { id } = event.place;
  const channel = await app.store.channel(id);
  if (wish.kind === "show") return await show(app, channel);
  if (!mayChange(event, channel)) return { whisper: notAllowedMessage(channel) };
  switch (wish.kind) {
    case "set":
      return await change(app, event, id, (old) => ({
        ...(old ?? firstSchedule(event)),
        ...given(wish),
        since: event.at,
      }));
    case "pause":
      return await change(app, event, id, (old) => old && { ...old, paused: { by: "keeper" } });
    case "resume":
      return await change(app, event, id, (old) => old && { ...old, paused: null, since: event.at });
    case "topics":
      return await setTopics(app, event, id, wish.topics);
    case "now":
      return await askNow(app, event, id);
    case "preview":
    case "skip":
    case "options":
    case "off":
    case "move":
      return { whisper: notYetMessage() };
  }
}

/** Anyone where no schedule is set; then its keeper, and who manages the place. */
function mayChange({ person }: Event, channel: Channel | null): boolean {
  return person.mayManage || !channel?.schedule || channel.keeper === person.id;
}

async function show(app: App, channel: Channel | null): Promise<Reply> {
  if (!channel?.schedule) return { whisper: scheduleMissingMessage() };
  return { whisper: dailyMessage(channel, dailyPool(app.bank.now, channel.schedule).length, null) };
}

async function change(
  app: App,
  event: Event,
  id: ChannelId,
  make: (old: Schedule | null) => Schedule | null,
): Promise<Reply> {
  await app.store.meet(event.person, event.at);
  const words = event.did.kind === "command" ? event.did.words : "";
  const changed = await app.store.changeChannel(id, event.at, (state) => {
    const schedule = make(state.channel?.schedule ?? null);
    if (!schedule) return null;
    const name = nameOf(event) ?? state.channel?.name ?? id;
    const channel = { id, name, keeper: event.person.id, schedule };
    return { ...changeSchedule(state, channel, event.at), by: { person: event.person.id, change: words } };
  });
  if (!changed?.schedule) return { whisper: scheduleMissingMessage() };
  const pool = dailyPool(app.bank.now, changed.schedule).length;
  return { say: dailyMessage(changed, pool, event.person.name) };
}

async function setTopics(app: App, event: Event, id: ChannelId, words: readonly string[]): Promise<Reply> {
  const topics: TopicId[] = [];
  for (const word of words.filter((word) => word.toLowerCase() !== "all")) {
    const match = findTopics(app.bank.now, word);
    if (match.kind === "unknown") return { whisper: unknownTopicMessage(word, match.near) };
    topics.push(...match.topics);
  }
  return await change(app, event, id, (old) => old && { ...old, topics: [...new Set(topics)] });
}

/** A bonus round, at once. */
async function askNow(app: App, event: Event, id: ChannelId): Promise<Reply> {
  const channel = await app.store.channel(id);
  if (!channel?.schedule) return { whisper: scheduleMissingMessage() };
  if (!platformFor(app, id)) return { whisper: notYetMessage() };
  const opening = await app.store.openRound(id, event.at, (state) =>
    openBonus(state, app.bank.now, event.at, event.id),
  );
  if (!opening.round) return { whisper: nothingToAskMessage() };
  const round = await app.store.round(opening.round.key);
  if (round && !round.receipt) await postRound(app, round, { now: event.at, fresh: true });
  return {};
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
    time: readTime("09:00") as Schedule["time"],
    zone: readZone(person.zone ?? "UTC") ?? ("UTC" as Zone),
    weekdays: [1, 2, 3, 4, 5],
    off: [],
    topics: [],
    paused: null,
    since: at,
    options: defaultOptions,
  };
}

function nameOf({ place }: Event): string | undefined {
  return place.kind === "channel" ? place.name : undefined;
}
