import type { APIApplicationCommandOptionChoice } from "discord.js";
import type { Suggestion } from "../../app/platform.js";
import { cut } from "./cut.js";
import { clean } from "./escape.js";
import { limits } from "./limits.js";

/** Completions of one option: a value must be whole, so one that is too long is not offered. */
export function renderChoices(
  suggestions: readonly Suggestion[],
  before: string,
): readonly APIApplicationCommandOptionChoice<string>[] {
  const values = suggestions
    .filter(({ words }) => words.startsWith(before))
    .map(({ words, note }) => ({ value: words.slice(before.length).trim(), note: clean(note) }))
    .filter(({ value }) => value !== "" && value.length <= limits.choice);
  return values.slice(0, limits.choices).map(({ value, note }) => ({
    name: cut(note === "" ? value : `${value} · ${note}`, limits.choice),
    value,
  }));
}
