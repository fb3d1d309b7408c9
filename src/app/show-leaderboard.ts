import { addDays, type Day, dayIn, hour, utc } from "../core/calendar.js";
import type { Channel } from "../core/channel.js";
import { type ChannelId, channelId, keyOf } from "../core/ids.js";
import { type BoardView, isMonthly, rank, readBoardView } from "../core/leaderboard.js";
import { monthOf } from "../core/member.js";
import { fingerprint } from "../core/seed.js";
import { boardMessage, publicBoardMessage, shownLatelyMessage, whichBoardMessage } from "../views/board.js";
import { unknownPressMessage } from "../views/trouble.js";
import type { App } from "./app.js";
import type { Event, Reply } from "./platform.js";

/** `/leaderboard`: privately; in direct messages, or where there is no daily, it asks which channel. */
export async function showLeaderboard(app: App, event: Event, view: BoardView): Promise<Reply> {
  const channel = event.place.kind === "channel" ? await app.store.channel(event.place.id) : null;
  if (channel?.schedule) return { whisper: boardMessage(await boardOf(app, event, channel, view), true) };
  const members = await app.store.memberships(event.person.id);
  const channels = await Promise.all(members.map((member) => app.store.channel(member.channel)));
  return {
    whisper: whichBoardMessage(
      channels.filter((found) => found !== null),
      view,
    ),
  };
}

/** The board of a channel that was chosen: only where the person takes part. */
export async function showBoardOf(app: App, event: Event, words: string): Promise<Reply> {
  const [view, id] = readWords(words);
  const member = id ? await app.store.member(id, event.person.id) : null;
  const channel = member && view ? await app.store.channel(member.channel) : null;
  if (!channel || !view) return { whisper: unknownPressMessage() };
  return { whisper: boardMessage(await boardOf(app, event, channel, view), false) };
}

/** *Show to the channel*: the top ten alone, once an hour. */
export async function showBoardAloud(app: App, event: Event, words: string): Promise<Reply> {
  const [view] = readWords(words);
  const channel = event.place.kind === "channel" ? await app.store.channel(event.place.id) : null;
  if (!channel?.schedule || !view) return { whisper: unknownPressMessage() };
  const key = keyOf(fingerprint(`board ${channel.id}`));
  if (!(await app.store.notice(key, event.at, hour))) return { whisper: shownLatelyMessage() };
  return { say: publicBoardMessage(await boardOf(app, event, channel, view, true)) };
}

/** `aloud`: as everybody may see it, with nothing of the question that is open. */
async function boardOf(app: App, event: Event, channel: Channel, view: BoardView, aloud = false) {
  const today = dayIn(channel.schedule?.zone ?? utc, event.at);
  const reader = event.person.id;
  const day = view === "last" ? addDays(`${monthOf(today)}-01` as Day, -1) : today;
  const { tallies, rounds } = await app.store.standings(channel.id, monthOf(day), aloud ? null : reader);
  const hidden = !aloud && (await app.store.person(reader))?.hidden === true;
  const counted = isMonthly(view) ? tallies.filter((tally) => tally.due > 0) : tallies;
  const standings = rank(counted, view, rounds);
  return { channel: channel.name, view, standings, reader, hidden, day };
}

function readWords(words: string): readonly [BoardView | null, ChannelId | null] {
  const [view, id] = words.split("~");
  return [readBoardView(view ?? ""), id === undefined ? null : channelId(id)];
}
