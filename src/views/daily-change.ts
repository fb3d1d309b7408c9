import type { Day } from "../core/calendar.js";
import type { Schedule } from "../core/channel.js";
import { changesOf, type ScheduleChange } from "../core/schedule-change.js";
import { offAhead, offWords } from "./days-off.js";
import { listed, weekdayWords } from "./words.js";

/** What a change made different, beside what held before: what holds now is said under it. */
export function changeLines(old: Schedule, fresh: Schedule, today: Day): readonly string[] {
  const changes = changesOf(old, fresh);
  const named = changes
    .map((change) => wordsBefore(change, { ...old, off: offAhead(old.off, today) }, today))
    .filter((words) => words !== "");
  return [
    ...(changes.includes("resumed") ? ["The pause is over."] : []),
    ...(named.length > 0 ? [`Changed: ${named.join("; ")}.`] : []),
    ...(changes.includes("reveal") ? [revealLine] : []),
  ];
}

/** A round keeps the way that it opened with. */
const revealLine = "When the key is told holds from the next question on; one that is open keeps its way.";

/** `the hour (09:00 before)`; empty where another line says it. */
function wordsBefore(
  change: ScheduleChange,
  { time, zone, weekdays, topics, off, options }: Schedule,
  today: Day,
): string {
  switch (change) {
    case "time":
      return `the hour (${time} before)`;
    case "zone":
      return `the zone (${zone} before)`;
    case "weekdays":
      return `the days (${weekdayWords(weekdays)} before)`;
    case "topics":
      return `the topics (${topics.length === 0 ? "all" : listed(topics)} before)`;
    case "off":
      return `the dates off (${off.length === 0 ? "none" : offWords(off, today)} before)`;
    case "reveal":
      return `when the key is told (${options.reveal === "at-once" ? "at once" : "at the close"} before)`;
    case "thread":
      return `the thread at the reveal (${options.thread ? "on" : "off"} before)`;
    case "tell":
      return `who is told (${options.tell === null ? "nobody" : "another group"} before)`;
    case "kinds":
      return `the kinds of questions (${options.kinds === "all" ? "all" : "only with options"} before)`;
    case "paused":
    case "resumed":
      return "";
  }
}
