import type { TimeOfDay, Zone } from "./calendar.js";
import type { Fault } from "./fault.js";
import { readScheduleWords } from "./schedule-words.js";

/** What is to become of a person's reminder; `set`: what is left out stays as it was. */
export type ReminderWish =
  | { readonly kind: "show" | "off" }
  | { readonly kind: "set"; readonly time: TimeOfDay | null; readonly zone: Zone | null };

/** What stands behind `/reminder`: `17:30 Europe/Berlin` in any order, `off`, or nothing to see what is set. */
export function readReminderWords(words: readonly string[]): ReminderWish | { readonly fault: Fault } {
  const kind = words[0]?.toLowerCase() ?? "show";
  if (words.length < 2 && (kind === "show" || kind === "off")) return { kind };
  const read = readScheduleWords(words);
  if ("fault" in read) return read;
  if (read.weekdays) return { fault: { kind: "word", given: words.join(" ") } };
  return { kind: "set", time: read.time, zone: read.zone };
}
