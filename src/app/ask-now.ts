import type { Channel } from "../core/channel.js";
import { openBonus } from "../core/opening.js";
import { leftOut } from "../core/round.js";
import { bonusAskedMessage, nothingToAskMessage, scheduleMissingMessage } from "../views/daily.js";
import type { App } from "./app.js";
import { saved } from "./not-saved.js";
import type { Event, Reply } from "./platform.js";
import { postRound } from "./post-round.js";

/** `/daily now`: a bonus round beside the daily, at once. The same event twice is one round. */
export async function askNow(app: App, event: Event, channel: Channel | null): Promise<Reply> {
  if (!channel?.schedule) return { whisper: scheduleMissingMessage() };
  const opening = await saved(
    app.store.openRound(channel.id, event.at, (state) => openBonus(state, app.bank.now, event.at, event.id)),
  );
  if (!opening.round) return { whisper: nothingToAskMessage(leftOut(app.bank.now, channel.schedule)) };
  const round = await app.store.round(opening.round.key);
  if (round && !round.receipt) await postRound(app, round, { now: event.at, fresh: true });
  return { whisper: bonusAskedMessage(channel) };
}
