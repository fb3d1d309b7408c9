import type { Ask } from "./ask.js";
import type { DayRange } from "./calendar.js";
import type { Card } from "./card.js";
import type { ChannelId, Key, PersonId, QuestionId } from "./ids.js";
import type { Member, MonthTotals } from "./member.js";
import type { PracticeSettings } from "./practice-settings.js";
import type { Reminder } from "./reminder.js";
import type { Report } from "./report.js";
import type { Attempt, Round } from "./round.js";

/** Everything that is kept about a person, but for their answers, which may be many. */
export type PersonRecord = {
  readonly person: {
    readonly id: PersonId;
    readonly name: string;
    readonly zone: string | null;
    readonly hidden: boolean;
    readonly metAt: Date;
  } | null;
  readonly settings: PracticeSettings;
  readonly reminder: Reminder | null;
  readonly away: readonly DayRange[];
  readonly members: readonly (Member & { readonly months: ReadonlyMap<string, MonthTotals> })[];
  readonly cards: readonly Card[];
  readonly reports: readonly Report[];
  readonly proposals: readonly { readonly question: QuestionId; readonly words: string; readonly at: Date }[];
  /** What they set of channels, in their own words. */
  readonly changes: readonly { readonly channel: ChannelId; readonly at: Date; readonly words: string }[];
};

/** An answer to a round; `told`: whether the key was told to whoever answered. */
export type RoundRecord = {
  readonly round: Pick<Round, "key" | "channel" | "day" | "kind" | "asked">;
  readonly attempt: Attempt;
  readonly told: boolean;
};

/** Where reading goes on: after the answers to rounds come the questions that were put to the person alone. */
export type RecordMark = { readonly list: "rounds" | "asks"; readonly at: Date; readonly key: Key };

/** A few answers or asks, oldest first, each with its place. */
export type RecordPage =
  | { readonly list: "rounds"; readonly rows: readonly RoundRecord[] }
  | { readonly list: "asks"; readonly rows: readonly Ask[] };

/** `2.rounds.mg5x2k1c.k3f9`: part and mark, short enough for a button. */
export function writeMark(part: number, { list, at, key }: RecordMark): string {
  return `${part}.${list}.${at.getTime().toString(36)}.${key}`;
}

/** Null for what we never wrote. */
export function readMark(words: string): { readonly part: number; readonly mark: RecordMark } | null {
  const match = /^([1-9]\d{0,3})\.(rounds|asks)\.([0-9a-z]{1,9})\.([0-9a-z]{1,13})$/.exec(words);
  if (!match) return null;
  const [, part, list, at = "", key] = match;
  return {
    part: Number(part),
    mark: { list: list as RecordMark["list"], at: new Date(Number.parseInt(at, 36)), key: key as Key },
  };
}
