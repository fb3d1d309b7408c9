import { setAway as decide, endAway } from "../core/away.js";
import { type DayRange, dayIn } from "../core/calendar.js";
import { awayClosedMessage, awayMessage, awayOverMessage, awayTooLongMessage } from "../views/away.js";
import type { App } from "./app.js";
import type { Event, Reply } from "./platform.js";
import { zoneOf } from "./zone-of.js";

/** `/streak away A..B`: for the person in all channels, read as each channel's own dates. */
export async function setAway(app: App, event: Event, wish: DayRange): Promise<Reply> {
  await app.store.meet(event.person, event.at);
  const said = await app.store.setAway(event.person.id, (ranges, closed) => {
    const outcome = decide(ranges, wish, closed);
    return { outcome, ranges: outcome.kind === "set" ? outcome.ranges : null };
  });
  switch (said.outcome.kind) {
    case "set":
      return { whisper: awayMessage(wish) };
    case "closed":
      return { whisper: awayClosedMessage(said.outcome.day) };
    case "too long":
      return { whisper: awayTooLongMessage(said.outcome.spent) };
  }
}

/** `/streak away off`: from today on; days whose round is closed stay as they were. */
export async function stopAway(app: App, event: Event): Promise<Reply> {
  const today = dayIn(await zoneOf(app, event.person), event.at);
  await app.store.setAway(event.person.id, (ranges, closed) => ({
    ranges: endAway(ranges, today, closed.at(-1) ?? null),
  }));
  return { whisper: awayOverMessage() };
}
