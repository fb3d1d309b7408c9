import type { Day, DayRange } from "../core/calendar.js";
import type { Schedule } from "../core/channel.js";
import { missingFrom } from "../core/days-off.js";
import type { Message } from "../core/message.js";
import { titled } from "./titled.js";
import { dayWords, listed, weekdayWords } from "./words.js";

/** `Thu 24 December to Sat 2 January 2027 and Mon 8 March 2027` */
export function offWords(off: readonly DayRange[], today: Day): string {
  const words = (day: Day) => dayWords(day, today);
  return listed(off.map(({ from, to }) => (from === to ? words(from) : `${words(from)} to ${words(to)}`)));
}

/** Those that are not over. */
export function offAhead(off: readonly DayRange[], today: Day): readonly DayRange[] {
  return off.filter(({ to }) => to >= today);
}

/** `left out Mon 9 March`, `brought back Mon 9 March`; null where no date changed. */
export function datesDeed(before: Schedule, now: Schedule, today: Day): string | null {
  const off = missingFrom(before.off, now.off);
  if (off.length > 0) return `left out ${offWords(off, today)}`;
  const back = missingFrom(now.off, before.off);
  return back.length > 0 ? `brought back ${offWords(back, today)}` : null;
}

/** How a day that was skipped comes back. */
export function backLine(before: Schedule, now: Schedule): string {
  const [skipped] = missingFrom(before.off, now.off);
  return skipped ? `To bring it back: /daily on ${skipped.from}` : "";
}

export function pastDatesMessage(range: DayRange, today: Day): Message {
  const one = range.from === range.to;
  const words = `${offWords([range], today)} ${one ? "is" : "are"} past, so nothing was changed. Today is ${dayWords(today)}; name dates from ${today} on.`;
  return titled(one ? "That day is over" : "Those days are over", words);
}

/** There is nothing to take back. */
export function restDaysMessage(range: DayRange, { weekdays }: Schedule, today: Day): Message {
  const one = range.from === range.to;
  const words = `${offWords([range], today)} ${one ? "is no question day" : "are no question days"} anyway: the days are ${weekdayWords(weekdays)}. Nothing was changed; /daily set names other days.`;
  return titled(one ? "No question day" : "No question days", words);
}
