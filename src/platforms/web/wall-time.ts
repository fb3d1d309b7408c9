/** An instant as a clock on the wall shows it. */
export type WallTime = {
  /** `2026-03-11` */
  readonly date: string;
  /** `Wednesday` */
  readonly weekday: string;
  readonly day: string;
  /** `March` */
  readonly month: string;
  readonly year: string;
  /** `09:00` */
  readonly time: string;
  /** Since midnight on that clock. */
  readonly minutes: number;
};

/** `zone` is an IANA name. */
export function wallTime(at: Date, zone: string): WallTime {
  const parts = new Map(
    clockIn(zone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  const [year, month, day] = [part("year"), Number(part("month")), Number(part("day"))];
  const weekday = new Date(Date.UTC(Number(year), month - 1, day)).getUTCDay();
  return {
    date: `${year}-${part("month")}-${part("day")}`,
    weekday: weekdays[weekday] ?? "",
    day: String(day),
    month: monthName(month),
    year,
    time: `${part("hour")}:${part("minute")}`,
    minutes: Number(part("hour")) * 60 + Number(part("minute")),
  };
}

/** `Wed 11 March, 09:00` */
export function shortDate(wall: WallTime): string {
  return `${wall.weekday.slice(0, 3)} ${wall.day} ${wall.month}, ${wall.time}`;
}

/** 1 is January. */
export function monthName(month: number): string {
  return months[month - 1] ?? "";
}

/** How many days the second date lies after the first. */
export function daysFrom(earlier: WallTime, later: WallTime): number {
  return Math.round((Date.parse(later.date) - Date.parse(earlier.date)) / 86_400_000);
}

// Names of our own: those of Intl differ between versions of its data.
const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const months = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

const clocks = new Map<string, Intl.DateTimeFormat>();
function clockIn(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const two = "2-digit";
  const clock = new Intl.DateTimeFormat("en-GB", {
    ...{ timeZone: zone, hourCycle: "h23" },
    ...{ year: "numeric", month: two, day: two, hour: two, minute: two },
  });
  clocks.set(zone, clock);
  return clock;
}
