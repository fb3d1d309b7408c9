import { isRecord, type Json, recordIn, recordsIn, stringIn } from "./json.js";

type Said = { readonly text: string; readonly blocks: readonly Json[] };

/** A button or another element that can be used, with the block it stands in. */
export type Control = { readonly element: Json; readonly block: Json };

/** The words as a reader sees them, buttons left out: blocks where there are any, else the text; dates in `tz`. */
export function textOf(said: Said, tz = "UTC"): string {
  if (said.blocks.length === 0) return rendered(said.text, tz);
  return said.blocks
    .flatMap((block) => wordsOf(block, tz))
    .filter((line) => line !== "")
    .join("\n");
}

/** What is written on the buttons, in order. */
export function buttonsOf(said: { readonly blocks: readonly Json[] }): readonly string[] {
  return controlsIn(said.blocks)
    .filter(({ element }) => element.type === "button")
    .map(({ element }) => labelOf(element));
}

export function labelOf(element: Json): string {
  return stringIn(recordIn(element.text).text);
}

/** Everything that can be pressed or chosen, in order. */
export function controlsIn(blocks: readonly Json[]): readonly Control[] {
  return blocks.flatMap((block) =>
    [...recordsIn(block.elements), block.accessory, block.element]
      .filter(isRecord)
      .filter(({ type }) => typeof type === "string" && !["image", "mrkdwn", "plain_text"].includes(type))
      .filter(() => block.type !== "rich_text")
      .map((element) => ({ element, block })),
  );
}

function wordsOf(block: Json, tz: string): readonly string[] {
  switch (block.type) {
    case "section":
      return [block.text, ...recordsIn(block.fields)].map((object) => said(object, tz));
    case "header":
      return [said(block.text, tz)];
    case "context":
      return [
        recordsIn(block.elements)
          .map((element) => said(element, tz) || stringIn(element.alt_text))
          .join(" "),
      ];
    case "markdown":
      return [stringIn(block.text)];
    case "image":
      return [said(block.title, tz), stringIn(block.alt_text)];
    case "input":
      return [said(block.label, tz)];
    case "rich_text":
      return recordsIn(block.elements).map((part) => richWords(part, tz));
    default:
      return [];
  }
}

/** A paragraph, a list, code or a quote of rich text. */
function richWords(part: Json, tz: string): string {
  if (part.type === "rich_text_list")
    return recordsIn(part.elements)
      .map((item) => richWords(item, tz))
      .join("\n");
  return recordsIn(part.elements)
    .map((run) => runWords(run, tz))
    .join("");
}

function runWords({ type, text, url, timestamp, format }: Json, tz: string): string {
  if (type === "date") return dated(Number(timestamp), stringIn(format), tz);
  return stringIn(text) || stringIn(url);
}

function said(object: unknown, tz: string): string {
  if (!isRecord(object)) return "";
  const text = stringIn(object.text);
  return object.type === "mrkdwn" ? rendered(text, tz) : text;
}

/** Slack's marks taken away: dates in this zone, links by their words, entities as letters. */
function rendered(text: string, tz: string): string {
  return text
    .replace(/<!date\^(-?\d+)\^([^^|>]*)(?:\^[^|>]*)?\|([^>]*)>/g, (_, unix, form) =>
      dated(Number(unix), form, tz),
    )
    .replace(/<(?:https?:|mailto:)[^|>]*\|([^>]*)>/g, "$1")
    .replace(/<((?:https?:|mailto:)[^|>]*)>/g, "$1")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
}

function dated(unix: number, form: string, tz: string): string {
  const at = new Date(unix * 1000);
  const show = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", { timeZone: tz, ...options }).format(at);
  const day = { year: "numeric", month: "long", day: "numeric" } as const;
  const time = show({ hour: "2-digit", minute: "2-digit" });
  const parts: Readonly<Record<string, string>> = {
    date: show(day),
    date_pretty: show(day),
    date_short: show({ year: "numeric", month: "short", day: "numeric" }),
    date_short_pretty: show({ year: "numeric", month: "short", day: "numeric" }),
    date_long: show({ ...day, weekday: "long" }),
    date_long_pretty: show({ ...day, weekday: "long" }),
    date_num: show({ year: "numeric", month: "2-digit", day: "2-digit" }),
    day_divider_pretty: show({ weekday: "long", month: "long", day: "numeric" }),
    time,
    time_secs: show({ hour: "2-digit", minute: "2-digit", second: "2-digit" }),
    ago: "some time ago",
  };
  return form.replace(/\{(\w+)\}/g, (whole, name) => parts[name] ?? whole);
}
