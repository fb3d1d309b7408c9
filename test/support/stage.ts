/** A card as a person sees it, whatever the platform: words and buttons. */
export type Seen = {
  readonly text: string;
  readonly buttons: readonly string[];
  /** Letter and words of each option that is listed. */
  readonly options: readonly { readonly letter: string; readonly text: string }[];
};

export type Name = "Ada" | "Ben" | "Chidi" | "Dana";

/** A button on a screen that was loaded before; `at`: when it was pressed, where that is not the moment it arrives. */
export type Held = (press?: { readonly at?: Date; readonly event?: string }) => Promise<Seen | null>;

/** Somebody in the channel. Each act gives what they alone are shown; null where nothing was. */
export type Actor = {
  /** A button of the newest message in the channel that has it, or, further up, of the `back`th question before. */
  press(label: string, back?: number): Promise<Seen | null>;
  /** The letter whose option reads so, on the newest question in the channel. */
  answer(option: string, back?: number): Promise<Seen | null>;
  /** The same, from a screen that stays as it is now: to be pressed later, or twice. */
  hold(option: string): Promise<Held>;
  /** A button of the newest private card. */
  pressPrivate(label: string): Promise<Seen | null>;
  /** The same, to be pressed later, from a screen that stays as it is now. */
  holdPrivate(label: string): Promise<Held>;
  /** The form that the newest private card is. */
  fill(fields: Readonly<Record<string, string>>): Promise<Seen | null>;
  /** What the newest file says that was sent to them alone. */
  readFile(): Promise<string>;
  /** A command, without its slash. */
  type(words: string): Promise<Seen | null>;
  /** Words written to the bot alone. */
  say(words: string): Promise<Seen | null>;
};

/** What not every stage can do: */
export type Need =
  /** a press arrives later than it was made, as over a slow line, */
  | "late press"
  /** the platform delivers one event twice, */
  | "redelivery"
  /** files arrive as files, */
  | "files"
  /** the connection dies while the process lives. */
  | "dead connection";

/** A channel with people in it, and a clock that can be set: a story knows no more than this. */
export type Stage = {
  actor(name: Name): Actor;
  /** Newest first, each with the replies to it after it. */
  channel(): Promise<readonly Seen[]>;
  /** What this person alone was shown, newest first. */
  shownTo(name: Name): Promise<readonly Seen[]>;
  /** Every minute's tick in between. */
  walkTo(at: Date): Promise<void>;
  now(): Date;
  /** Stops the bot and starts it again on what it kept. */
  restart(): Promise<void>;
  /** Stopped now, started then: the time between is nobody's. A clock that is set wrong looks the same, and may go back. */
  sleepUntil(at: Date): Promise<void>;
  /** Writes files of the notes, null to remove one, and has them taken over. */
  editNotes(files: Notes): Promise<void>;
  connection(state: "dead" | "alive"): void;
  /** Members whose kept totals are not what a recount gives. */
  miscounted(): Promise<readonly string[]>;
  close(): Promise<void>;
};

/** Text by file name. */
export type Notes = Readonly<Record<string, string | null>>;

/** A stage on which these notes are studied; what `daily set` says is all that is scheduled. */
export type OpenStage = (set: { readonly notes: Notes; readonly now: Date }) => Promise<Stage>;
