import { type DayRange, daysBetween } from "./calendar.js";
import type { ChannelOptions } from "./channel.js";
import type { Alone, Fault } from "./fault.js";
import { readRange, readScheduleWords, type ScheduleWords } from "./schedule-words.js";

/** What is to become of the channel's daily. */
export type DailyWish =
  | { readonly kind: Alone }
  | ({ readonly kind: "set" } & ScheduleWords)
  /** None: every topic. */
  | { readonly kind: "topics"; readonly topics: readonly string[] }
  | { readonly kind: "options"; readonly options: Partial<ChannelOptions> }
  | { readonly kind: "off" | "on"; readonly range: DayRange }
  /** `name`: what the platform calls it, where that is known. */
  | { readonly kind: "move"; readonly to: string; readonly name?: string };

/** What stands behind `/daily`. */
export function readDailyWords(words: readonly string[]): DailyWish | { readonly fault: Fault } {
  const [word = "show", ...more] = words;
  const kind = word.toLowerCase();
  switch (kind) {
    case "show":
    case "pause":
    case "resume":
    case "now":
    case "preview":
    case "skip":
      return more.length === 0 ? { kind } : { fault: { kind: "alone", word: kind, given: more.join(" ") } };
    case "options":
      return readOptions(more);
    case "off":
    case "on": {
      if (more.length === 0) return { fault: { kind: "missing", behind: kind } };
      const range = readRange(more);
      if ("fault" in range) return range;
      const isLong = daysBetween(range.from, range.to) >= mostDates;
      return isLong ? { fault: { kind: "many", given: more.join("") } } : { kind, range };
    }
    case "move":
      return more.length === 0 ? { fault: { kind: "missing", behind: kind } } : { kind, ...readMove(more) };
    case "topics":
      return readTopics(more);
    case "set": {
      const read = readScheduleWords(more);
      return "fault" in read ? read : { kind, ...read };
    }
    default:
      return { fault: { kind: endings.has(kind) ? "end" : "word", given: word } };
  }
}

/** Words for what there is no command for, since a daily is paused and nothing is lost. */
const endings: ReadonlySet<string> = new Set([
  "cancel",
  "delete",
  "disable",
  "end",
  "remove",
  "stop",
  "unset",
]);

/** So many dates at once, a leap year of them. */
export const mostDates = 366;

/** None: as they are. `all` is every topic, so that it can have none beside it. */
function readTopics(words: readonly string[]): DailyWish | { readonly fault: Fault } {
  if (words.length === 0) return { kind: "show" };
  const others = words.filter((word) => word.toLowerCase() !== "all");
  if (others.length === 0) return { kind: "topics", topics: [] };
  if (others.length === words.length) return { kind: "topics", topics: words };
  return { fault: { kind: "alone", word: "all", given: others.join(" ") } };
}

/** `discord:4411/9001 #study`: a platform adds the name to the id. */
function readMove([to = "", ...rest]: readonly string[]): { readonly to: string; readonly name?: string } {
  const name = rest.join(" ");
  if (to.includes("/") && name.startsWith("#")) return { to, name };
  return { to: [to, ...rest].join(" ") };
}

/** `reveal=at-close thread=on tell=@study kinds=choice`, in any order; `tell=nobody` tells nobody. */
function readOptions(words: readonly string[]): DailyWish | { readonly fault: Fault } {
  let options: Partial<ChannelOptions> = {};
  for (const word of words) {
    const [name = "", value = ""] = word.split(/=(.*)/s);
    if (name === "reveal" && (value === "at-once" || value === "at-close"))
      options = { ...options, reveal: value };
    else if (name === "thread" && (value === "on" || value === "off"))
      options = { ...options, thread: value === "on" };
    else if (name === "kinds" && (value === "all" || value === "choice"))
      options = { ...options, kinds: value };
    else if (name === "tell" && value !== "")
      options = { ...options, tell: value === "nobody" ? null : value };
    else return { fault: { kind: "option", given: word } };
  }
  if (words.length === 0) return { fault: { kind: "option", given: "" } };
  return { kind: "options", options };
}
