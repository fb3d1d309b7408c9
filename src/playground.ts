import type { App, Clock } from "./app/app.js";
import { setDaily } from "./app/set-daily.js";
import { addDays, dayIn, instantOf, minute, readTime, readZone, timeIn, type Zone } from "./core/calendar.js";
import { channelId, personId } from "./core/ids.js";
import type { Drawer } from "./store/store.js";
import { scheduleLine } from "./views/daily.js";

const channel = channelId("web:playground/aws-study");
const name = "#study";

/** The playground's own time: kept in its database, it stands still while closed and walks while open. */
export type WalkingClock = {
  readonly now: Clock;
  /** Runs every minute's tick in between, so that no night is an outage. */
  advance(to: Date, tick: (now: Date) => Promise<void>): Promise<void>;
  keep(): Promise<void>;
};

export async function openClock(drawer: Drawer, real: Clock): Promise<WalkingClock> {
  const kept = await drawer.get("now");
  let base = kept === null ? real().getTime() : Number(kept);
  let since = real().getTime();
  const now = () => new Date(base + real().getTime() - since);
  const set = (at: number) => {
    base = at;
    since = real().getTime();
  };
  const keep = () => drawer.put("now", String(now().getTime()));
  return {
    now,
    keep,
    async advance(to, tick) {
      for (let at = nextMinute(now()); at < to.getTime(); at += minute) {
        set(at);
        await tick(new Date(at));
      }
      set(Math.max(to.getTime(), now().getTime()));
      await tick(now());
      await keep();
    },
  };
}

/** A first visit finds a channel that is asked at nine on weekdays. */
export async function furnish(app: App, zone: string): Promise<void> {
  if (await app.store.channel(channel)) return;
  const person = { id: personId("web:ada"), name: "Ada", mayManage: true, zone };
  const words = `daily set 09:00 ${readZone(zone) ?? "UTC"} mon-fri`;
  const event = {
    id: "furnish",
    at: app.clock(),
    person,
    place: { kind: "channel", id: channel, name },
    did: { kind: "command", words },
  } as const;
  const set = {
    kind: "set",
    time: readTime("09:00"),
    zone: readZone(zone),
    weekdays: [1, 2, 3, 4, 5],
  } as const;
  await setDaily(app, event, set);
}

/** What the page says around the messages. */
export async function faceOf(app: App) {
  const found = await app.store.channel(channel);
  const zone = (found?.schedule?.zone ?? "UTC") as Zone;
  const now = app.clock();
  const nextPost = await app.store.dueAt(channel);
  return {
    channel,
    name: found?.name ?? name,
    line: found ? scheduleLine(found) : "",
    zone,
    nextPost,
    ahead: aheadOf(now, nextPost, zone),
  };
}

/** The next question, if one comes within four days; else nine in the morning. */
function aheadOf(now: Date, nextPost: Date | null, zone: Zone): Date {
  if (nextPost && nextPost > now && nextPost.getTime() - now.getTime() < 4 * 24 * 60 * minute)
    return nextPost;
  const today = dayIn(zone, now);
  const nine = readTime("09:00");
  if (!nine) throw new Error("nine is a time");
  return timeIn(zone, now) < nine ? instantOf(today, nine, zone) : instantOf(addDays(today, 1), nine, zone);
}

function nextMinute(now: Date): number {
  return Math.floor(now.getTime() / minute) * minute + minute;
}
