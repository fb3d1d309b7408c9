const walls = new Map<string, Intl.DateTimeFormat>();

/** What the clock on the wall of a zone shows, `2026-03-10T09:00`. */
export function wallAt(zone: string, instant: number): string {
  let wall = walls.get(zone);
  if (!wall) {
    wall = new Intl.DateTimeFormat("sv-SE", {
      timeZone: zone,
      ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
    });
    walls.set(zone, wall);
  }
  return wall.format(instant).replace(" ", "T");
}

const quarter = 15 * 60_000;

/**
 * When a wall time comes on a date: watch the clock from the day before, minute by minute, until it first shows that
 * or something later. This one sentence is the rule for the gap and for the overlap.
 */
export function instantByWatching(day: string, time: string, zone: string): number {
  const target = `${day}T${time}`;
  let start = Math.floor((Date.parse(`${target}Z`) - 16 * 3_600_000) / quarter) * quarter;
  while (wallAt(zone, start + quarter - 60_000) < target) start += quarter;
  for (let minute = start; ; minute += 60_000) if (wallAt(zone, minute) >= target) return minute;
}

export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** 1 is Monday. */
export function weekdayByDate(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
