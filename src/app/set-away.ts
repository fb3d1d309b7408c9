import { setAway as decide, endAway, isAway } from "../core/away.js";
import { type Day, type DayRange, dayIn } from "../core/calendar.js";
import {
  awayClosedMessage,
  awayMessage,
  awayOverMessage,
  awayPastMessage,
  awaySetMessage,
  awayTooLongMessage,
} from "../views/away.js";
import type { App } from "./app.js";
import type { Event, Reply } from "./platform.js";
import { waitingFor } from "./remind.js";
import { zoneOf } from "./zone-of.js";

/** `/streak away A..B`: for the person in all channels, read as each channel's own dates. */
export async function setAway(app: App, event: Event, wish: DayRange): Promise<Reply> {
  await app.store.meet(event.person, event.at);
  const today = dayIn(await zoneOf(app, event.person), event.at);
  const earliest = await earliestDay(app, event, today);
  const said = await app.store.setAway(event.person.id, (ranges, closed) => {
    const outcome = decide(ranges, wish, { closed, earliest });
    return { outcome, ranges: outcome.kind === "set" ? outcome.ranges : null };
  });
  switch (said.outcome.kind) {
    case "set":
      return { whisper: awayMessage(wish, today, ahead(said.outcome.ranges, today)) };
    case "closed":
      return { whisper: awayClosedMessage(said.outcome.day) };
    case "past":
      return { whisper: awayPastMessage() };
    case "too long":
      return { whisper: awayTooLongMessage(said.outcome.spent) };
  }
}

/** Today where it is earliest, in their zone and those of their channels; a round that is open there may bear an older date. */
async function earliestDay(app: App, { person, at }: Event, today: Day): Promise<Day> {
  const days = [today];
  for (const { channel: id } of await app.store.memberships(person.id)) {
    const zone = (await app.store.channel(id))?.schedule?.zone;
    const open = (await app.store.openRounds(id)).filter(({ kind }) => kind === "scheduled");
    days.push(...(zone ? [dayIn(zone, at)] : []), ...open.map(({ day }) => day));
  }
  return days.reduce((first, day) => (day < first ? day : first));
}

/** `/streak away` alone: what is set. */
export async function showAway(app: App, { person, at }: Event): Promise<Reply> {
  const today = dayIn(await zoneOf(app, person), at);
  return { whisper: awaySetMessage(ahead(await app.store.away(person.id), today), today) };
}

/** `/streak away off`: from today on. A question that is open and bears an older date stays spared, so it is not named. */
export async function stopAway(app: App, { person, at }: Event): Promise<Reply> {
  const today = dayIn(await zoneOf(app, person), at);
  const before = ahead(await app.store.away(person.id), today);
  const { ranges } = await app.store.setAway(person.id, (ranges, closed) => ({
    ranges: endAway(ranges, today, closed),
  }));
  const open = isAway(before, today) ? await waitingFor(app, person.id, at) : [];
  const waiting = open.filter(({ round }) => !isAway(ranges, round.day));
  return { whisper: awayOverMessage(before, today, waiting) };
}

/** Those that are not over. */
const ahead = (ranges: readonly DayRange[], today: Day) => ranges.filter(({ to }) => to >= today);
