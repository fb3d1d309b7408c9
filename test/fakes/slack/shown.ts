import { type Json, recordsIn } from "./json.js";
import { buttonsOf, textOf } from "./reading.js";
import { type Message, screenOf, type View, type World } from "./world.js";

/** What an act ended with, for the person who acted. */
export type Shown = {
  /** The words of what appeared last on her own screen, or Slack's word for what went wrong; empty: nothing. */
  readonly text: string;
  readonly buttons: readonly string[];
  /** A private answer or a direct message that appeared or changed. */
  readonly message: Message | null;
  /** A modal or home tab that appeared or changed. */
  readonly view: View | null;
  /** Slack's own words: `operation_timeout`, `dispatch_failed`, … */
  readonly trouble: string | null;
  /** What a form was sent back with, by block id. */
  readonly errors: Readonly<Record<string, string>>;
};

export const nothingShown: Shown = {
  text: "",
  buttons: [],
  message: null,
  view: null,
  trouble: null,
  errors: {},
};

/** What this person was shown since she had been shown `before` things. */
export function shownSince(world: World, person: string, before: number): Shown {
  const { latest, shown } = screenOf(world, person);
  if (shown === before || latest === null) return nothingShown;
  const tz = world.members.get(person)?.tz ?? "UTC";
  return "ts" in latest ? messageShown(latest, tz) : viewShown(latest, tz);
}

export function troubled(world: World, person: string, word: string): Shown {
  screenOf(world, person).troubles.push(word);
  return { ...nothingShown, text: word, trouble: word };
}

export function blocksOf(target: Message | View): readonly Json[] {
  return "ts" in target ? target.blocks : recordsIn(target.content.blocks);
}

function messageShown(message: Message, tz: string): Shown {
  return { ...nothingShown, text: textOf(message, tz), buttons: buttonsOf(message), message };
}

function viewShown(view: View, tz: string): Shown {
  const said = { text: "", blocks: recordsIn(view.content.blocks) };
  return { ...nothingShown, text: textOf(said, tz), buttons: buttonsOf(said), view };
}
