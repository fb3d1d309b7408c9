import { flatten } from "./component-walk.js";
import { isRecord } from "./form.js";
import type { Message, Part } from "./world.js";

/** A button or a select as a person finds it. */
export type Control = {
  readonly customId: string;
  readonly label: string;
  readonly disabled: boolean;
  readonly part: Record<string, unknown>;
};

/** Everything that a person reads in a message, from top to bottom, without its buttons. */
export function textOf(message: Message): string {
  const embeds = message.embeds.flatMap((embed) => [
    embed.author,
    embed.title,
    embed.description,
    ...(Array.isArray(embed.fields)
      ? embed.fields.flatMap((field) => (isRecord(field) ? [field.name, field.value] : []))
      : []),
    embed.footer,
  ]);
  const shown = flatten(message.components).flatMap((part) => {
    if (part.type === 10) return [part.content];
    if (part.type === 13) return [isRecord(part.file) ? part.file.url : ""];
    if (part.type !== 12 || !Array.isArray(part.items)) return [];
    return part.items.map((item) => (isRecord(item) ? item.description : ""));
  });
  return [message.content, ...embeds, ...shown].map(words).filter(Boolean).join("\n");
}

/** Every button and select of a message, in the order of reading. */
export function controlsOf(components: readonly Part[]): readonly Control[] {
  return flatten(components).flatMap((part) => {
    if (typeof part.custom_id !== "string") return [];
    const label = words(part.label) || words(part.placeholder);
    return [{ customId: part.custom_id, label, disabled: part.disabled === true, part }];
  });
}

/** The same with each `<t:…>` as the reader's own device writes it. */
export function textFor(message: Message, zone: string, locale: string): string {
  return textOf(message).replaceAll(/<t:(-?\d+)(?::([tTdDfFR]))?>/g, (_, seconds: string, style = "f") => {
    const format = styles[style] ?? {};
    return new Intl.DateTimeFormat(locale, { ...format, timeZone: zone }).format(
      new Date(Number(seconds) * 1000),
    );
  });
}

const styles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
  R: { dateStyle: "medium", timeStyle: "short" },
};

function words(value: unknown): string {
  if (isRecord(value)) return words(value.name ?? value.text);
  return typeof value === "string" ? value : "";
}
