import type { Day, Weekday } from "../core/calendar.js";
import { emphasis, type Passage, type Prose, paragraph, type Span, strong, text } from "../core/prose.js";

/** `1 day`, `2 days` */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** `A`, `A and B`, `A, B and C` */
export function listed(words: readonly string[], last = "and"): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/** `60 %`, with a space that does not break. */
export function percent(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.round((100 * part) / whole)}\u00a0%`;
}

const dayForm = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "long",
  timeZone: "UTC",
});
const monthForm = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });

/** `Tue 10 March`; with the year where today's is another. */
export function dayWords(day: Day, today = day): string {
  const year = day.slice(0, 4);
  const words = dayForm.format(noonOf(day)).replace(",", "");
  return today.startsWith(year) ? words : `${words} ${year}`;
}

/** `March` */
export function monthWords(day: Day): string {
  return monthForm.format(noonOf(day));
}

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** `every day`, `Monday to Friday`, `Monday, Wednesday and Friday` */
export function weekdayWords(days: readonly Weekday[]): string {
  if (days.length === 7) return "every day";
  const names = days.map((day) => weekdays[day - 1] ?? "");
  const inRow = days.every((day, index) => index === 0 || day === (days[index - 1] ?? 0) + 1);
  return inRow && days.length > 2 ? `${names[0]} to ${names.at(-1)}` : listed(names);
}

/** Passages that begin with a label: `**Why B.** Because …`; a label alone where the first is no paragraph. */
export function labelled(label: string, passages: readonly Passage[]): readonly Passage[] {
  const [first, ...rest] = passages;
  if (first?.kind === "prose")
    return [{ kind: "prose", prose: [strong(label), text(" "), ...first.prose] }, ...rest];
  return [paragraph(strong(label)), ...passages];
}

/** Words that may hold `**strong**` and `_emphasis_` marks, written by us and never from notes or people. */
export function prose(...parts: readonly (string | Span)[]): Prose {
  return parts.flatMap((part) => (typeof part === "string" ? marked(part) : [part]));
}

function marked(words: string): Span[] {
  return words
    .split(/(\*\*[^*]+\*\*|_[^_]+_)/)
    .filter(Boolean)
    .map((part) => {
      if (part.startsWith("**")) return strong(part.slice(2, -2));
      return part.startsWith("_") && part.endsWith("_") ? emphasis(part.slice(1, -1)) : text(part);
    });
}

function noonOf(day: Day): number {
  return Date.parse(`${day}T12:00:00Z`);
}
