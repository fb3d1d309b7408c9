/** A card as a person sees it, whatever the platform: words and buttons. */
export type Seen = {
  readonly text: string;
  readonly buttons: readonly string[];
  /** Letter and words of each option that is listed. */
  readonly options: readonly { readonly letter: string; readonly text: string }[];
};

/** Somebody in the channel. Each act gives what they alone are shown; null where nothing was. */
export type Actor = {
  /** A button of the newest message in the channel that has it, or, further up, of the `back`th question before. */
  press(label: string, back?: number): Promise<Seen | null>;
  /** The letter whose option reads so, on the newest question in the channel. */
  answer(option: string, back?: number): Promise<Seen | null>;
  /** A button of the newest private card. */
  pressPrivate(label: string): Promise<Seen | null>;
  /** A command, without its slash. */
  type(words: string): Promise<Seen | null>;
};

/** A channel with people in it, and a clock that can be set: a story knows no more than this. */
export type Stage = {
  actor(name: "Ada" | "Ben" | "Chidi" | "Dana"): Actor;
  /** Newest first. */
  channel(): Promise<readonly Seen[]>;
  /** Every minute's tick in between. */
  walkTo(at: Date): Promise<void>;
  now(): Date;
  /** Stops the bot and starts it again on what it kept. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

/** A stage on which these notes are studied; nothing is scheduled in the channel yet. */
export type OpenStage = (set: { readonly notes: string; readonly now: Date }) => Promise<Stage>;
