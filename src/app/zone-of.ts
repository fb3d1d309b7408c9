import { readZone, utc, type Zone } from "../core/calendar.js";
import type { App } from "./app.js";
import type { Event } from "./platform.js";

/** A person's zone: as they or the platform gave it, else that of the channel where they last answered, else UTC. */
export async function zoneOf(app: App, { id, zone }: Event["person"]): Promise<Zone> {
  const given = readZone(zone ?? "") ?? readZone((await app.store.person(id))?.zone ?? "");
  if (given) return given;
  const last = await app.store.lastChannel(id);
  return (last && (await app.store.channel(last))?.schedule?.zone) ?? utc;
}
