import fc from "fast-check";
import { addDays, type Day, dayIn, type Weekday } from "../../src/core/calendar.js";
import type { Schedule } from "../../src/core/channel.js";
import { aLife, type Life } from "./life.js";
import { aSchedule, everyDay, time, zone } from "./things.js";

/** What may befall a channel. `walk` and `back` move the clock, in minutes; the bot looks after each walk. */
export type Deed =
  | { readonly kind: "walk" | "sleep" | "back"; readonly minutes: number }
  | { readonly kind: "set"; readonly schedule: Partial<Schedule> }
  | { readonly kind: "off"; readonly ahead: number; readonly days: number }
  /** `topics` changes nothing that a clock knows of. */
  | { readonly kind: "pause" | "resume" | "topics" };

/** Zones with gaps at night and at midnight, half hours, and none. */
export const zones = ["Europe/Berlin", "America/Havana", "Australia/Lord_Howe", "Pacific/Chatham", "UTC"];
export const aTime = fc.oneof(
  fc.constantFrom("00:00", "02:30", "09:00", "23:59"),
  fc
    .tuple(fc.nat(23), fc.nat(59))
    .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":")),
);
const someDays = fc.oneof(
  fc.constant(everyDay),
  fc.constantFrom<Weekday[]>(...everyDay).map((day) => [day]),
  fc.subarray([...everyDay] as Weekday[], { minLength: 1 }),
);

export const aPlan = fc
  .record({ time: aTime, zone: fc.constantFrom(...zones), weekdays: someDays })
  .map((words) => ({ time: time(words.time), zone: zone(words.zone), weekdays: words.weekdays }));

const walk = fc
  .oneof(
    fc.integer({ min: 1, max: 180 }),
    fc.integer({ min: 300, max: 420 }),
    fc.integer({ min: 1, max: 5000 }),
  )
  .map((minutes): Deed => ({ kind: "walk", minutes }));
/** The clock moves on, but nobody looks: the bot is down. */
const sleep = fc
  .oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 9000 }))
  .map((minutes): Deed => ({ kind: "sleep", minutes }));
const off = fc
  .record({ ahead: fc.nat(8), days: fc.nat(9) })
  .map(({ ahead, days }): Deed => ({ kind: "off", ahead, days }));
const switches = fc.constantFrom<Deed[]>({ kind: "pause" }, { kind: "resume" });
const topics = fc.constant<Deed>({ kind: "topics" });
const back = fc
  .oneof(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 60_000 }))
  .map((minutes): Deed => ({ kind: "back", minutes }));
const set = (zoned: boolean) =>
  aPlan.map(({ zone, ...rest }): Deed => ({ kind: "set", schedule: zoned ? { zone, ...rest } : rest }));

/** Some weeks of a channel; the clock goes back, and the zone moves, only where that is asked for. */
export function someDeeds({
  back: goesBack,
  zone: moves,
}: {
  readonly back: boolean;
  readonly zone: boolean;
}) {
  return fc.array(
    fc.oneof(
      { weight: 12, arbitrary: walk },
      { weight: 4, arbitrary: sleep },
      { weight: 2, arbitrary: off },
      { weight: 2, arbitrary: switches },
      { weight: 4, arbitrary: topics },
      { weight: 2, arbitrary: set(moves) },
      ...(goesBack ? [{ weight: 3, arbitrary: back }] : []),
    ),
    { minLength: 5, maxLength: 40, size: "max" },
  );
}

/** A start near a change of the clocks, so that many of the weeks cross one. */
export const aStart = fc
  .tuple(fc.constantFrom("2026-03-06", "2026-03-26", "2026-09-25", "2026-10-22", "2026-06-15"), fc.nat(1439))
  .map(([day, minutes]) => new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000));

/** A channel lives through its deeds; `look` is told each time that the bot would look at the clock. */
export function liveThrough(
  {
    plan,
    start,
    deeds,
  }: { readonly plan: Partial<Schedule>; readonly start: Date; readonly deeds: readonly Deed[] },
  look: (life: Life, now: Date) => void,
  change: (life: Life, now: Date) => void = () => {},
): { readonly life: Life; readonly end: Date } {
  const life = aLife(aSchedule({ ...plan, since: start }), start);
  let now = start;
  for (const deed of deeds) {
    now = clockAfter(deed, now);
    const moment = now;
    if (deed.kind === "walk" || deed.kind === "back") look(life, now);
    else if (deed.kind !== "sleep") {
      life.change(moment, (old) => changed(old, deed, moment) ?? old);
      change(life, now);
    }
  }
  return { life, end: now };
}

/** What a keeper's deed makes of the schedule; null for deeds of the clock. */
function changed(old: Schedule, deed: Deed, now: Date): Schedule | null {
  switch (deed.kind) {
    case "set":
      return { ...old, ...deed.schedule, paused: null, since: now };
    case "off": {
      const from: Day = addDays(dayIn(old.zone, now), deed.ahead);
      return { ...old, off: [...old.off, { from, to: addDays(from, deed.days) }] };
    }
    case "topics":
      return { ...old, topics: [] };
    case "pause":
      return { ...old, paused: { by: "keeper" } };
    case "resume":
      return { ...old, paused: null, since: now };
    case "walk":
    case "sleep":
    case "back":
      return null;
  }
}

/** Where the clock stands after a deed. */
function clockAfter(deed: Deed, now: Date): Date {
  const minutes = deed.kind === "walk" || deed.kind === "sleep" ? deed.minutes : 0;
  const backwards = deed.kind === "back" ? deed.minutes : 0;
  return new Date(now.getTime() + (minutes - backwards) * 60_000);
}
