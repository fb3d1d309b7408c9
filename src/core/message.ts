import type { Day } from "./calendar.js";
import type { Passage, Prose } from "./prose.js";

/** What the bot says, as data: written out by each platform in its own tongue. */
export type Message = {
  /** The whole message in one plain sentence or two: notifications and screen readers show it. */
  readonly summary: string;
  readonly blocks: readonly Block[];
  /** Where it is the card of a round: which kind, and whether it is revealed. */
  readonly round?: { readonly kind: "scheduled" | "bonus"; readonly revealed: boolean };
  /** The one mention that a message may hold, as the keeper set it. */
  readonly tell?: string;
};

/** Where a message was put, for editing it and for finding it again: the platform's own words. */
export type Receipt = { readonly channel: string; readonly message: string };

/** How a member's day went, by the ledger's rules. */
export type DayState =
  | "answered"
  | "open"
  | "no question"
  | "rest"
  | "date off"
  | "outage"
  | "away"
  | "frozen"
  | "missed";

/** `unpicked`: part of the key that was not picked. */
export type Mark = "key" | "pick" | "both" | "unpicked";

export type LetteredOption = {
  readonly letter: string;
  readonly body: readonly Passage[];
  readonly mark?: Mark;
  /** How many chose it, beside `of`, how many answered; shown only after the close. */
  readonly answers?: number;
  readonly of?: number;
};

/** A day of the year's picture; `right` where the day was answered rightly. */
export type YearDay = { readonly day: Day; readonly state: DayState; readonly right?: boolean };

/** How a person does in one topic: `right` of `answered`, where the answer is told. */
export type TopicScore = { readonly label: string; readonly right: number; readonly answered: number };

/** A part of a message. Where it bears a `png`, that is the same as a picture, for platforms that do not draw. */
export type Block =
  | { readonly kind: "heading"; readonly text: string; readonly tone?: "right" | "wrong" }
  | { readonly kind: "passage"; readonly passage: Passage }
  | { readonly kind: "options"; readonly items: readonly LetteredOption[] }
  /** Lines of the team's own notes, and their place. */
  | {
      readonly kind: "quote";
      readonly lines: readonly Prose[];
      readonly place: string;
      readonly url?: string;
    }
  /** A year of days; `sentence` says the same where it cannot be drawn. */
  | {
      readonly kind: "year";
      readonly days: readonly YearDay[];
      readonly sentence: string;
      readonly png?: Uint8Array;
    }
  /** Right answers by topic, the weakest first; `sentence` says it in short. */
  | {
      readonly kind: "accuracy";
      readonly rows: readonly TopicScore[];
      readonly sentence: string;
      readonly png?: Uint8Array;
    }
  /** Quiet words about the message itself: counts, closing times, whose eyes it is for. */
  | { readonly kind: "note"; readonly prose: Prose }
  /** `you`: index of the reader's own row, counted without the head. */
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly you?: number;
      readonly caption?: string;
    }
  | { readonly kind: "picture"; readonly png: Uint8Array; readonly alt: string }
  | { readonly kind: "file"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: "buttons"; readonly buttons: readonly Button[] };

/** `press` comes back untouched when the button is pressed; no platform looks inside it. */
export type Button = {
  readonly label: string;
  readonly press: string;
  readonly tone?: "primary" | "danger";
  /** What a screen reader says, where the label is only a letter. */
  readonly spoken?: string;
  /** A toggle and its state. */
  readonly pressed?: boolean;
};

/** A small form: a modal on chat platforms, a card on the page. */
export type Questionnaire = {
  readonly title: string;
  /** Comes back with the fields. */
  readonly press: string;
  /** What it is about, in short: it stands above the fields. */
  readonly about?: readonly Block[];
  readonly fields: readonly Field[];
};

export type Field = {
  readonly name: string;
  readonly label: string;
  /** Absent: free text. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly optional?: boolean;
  /** What may be written, such as; it stands there while the field is empty. */
  readonly hint?: string;
  /** Filled in already: the text, or the value of a choice. */
  readonly value?: string;
};

export const heading = (words: string, tone?: "right" | "wrong"): Block =>
  tone ? { kind: "heading", text: words, tone } : { kind: "heading", text: words };
export const passages = (list: readonly Passage[]): Block[] =>
  list.map((passage) => ({ kind: "passage", passage }));
export const note = (...prose: Prose): Block => ({ kind: "note", prose });
export const buttons = (...list: readonly Button[]): Block => ({ kind: "buttons", buttons: list });

/** 0 → A, 1 → B … 25 → Z. */
export const letter = (index: number) => String.fromCharCode(65 + index);
