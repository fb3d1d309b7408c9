import { dayIn } from "../core/calendar.js";
import { type BoardView, rank } from "../core/leaderboard.js";
import { monthOf } from "../core/member.js";
import { boardMessage } from "../views/board.js";
import { onlyInChannelMessage } from "../views/trouble.js";
import type { App } from "./app.js";
import type { Event, Reply } from "./platform.js";

/** `/leaderboard`: the board of the channel where it is asked for, privately. */
export async function showLeaderboard(app: App, event: Event, view: BoardView): Promise<Reply> {
  const channel = event.place.kind === "channel" ? await app.store.channel(event.place.id) : null;
  if (!channel?.schedule) return { whisper: onlyInChannelMessage() };
  const today = dayIn(channel.schedule.zone, event.at);
  const { tallies, rounds } = await app.store.standings(channel.id, monthOf(today));
  const standings = rank(
    view === "month" ? tallies.filter((tally) => tally.answered > 0) : tallies,
    view,
    rounds,
  );
  const board = { channel: channel.name, view, standings, reader: event.person.id, today };
  return { whisper: boardMessage(board) };
}
