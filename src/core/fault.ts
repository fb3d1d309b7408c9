/** What is done to a daily by one word. */
export type Alone = "show" | "pause" | "resume" | "now" | "preview" | "skip";

/** Why words were not understood; the view says it with its cure. */
export type Fault =
  | { readonly kind: "command" }
  | { readonly kind: "time" | "zone" | "days" | "option" | "setting" | "word"; readonly given: string }
  /** Words behind a word that stands alone: to do it all the same would be to do something else. */
  | { readonly kind: "alone"; readonly word: Alone | "all"; readonly given: string }
  /** More dates than anybody means, from a slip of the year. */
  | { readonly kind: "many"; readonly given: string }
  /** Words among which there is no time and nothing that is known. */
  | { readonly kind: "when"; readonly given: string }
  /** A date that the calendar does not have, one of another age, a range that ends before it begins, what is neither. */
  | { readonly kind: "date" | "far" | "turned" | "range"; readonly given: string }
  /** A setting that there is, with a value that it cannot have. */
  | { readonly kind: "value"; readonly setting: "freshADay" | "retention"; readonly given: string }
  /** Words that wish a daily away for good. */
  | { readonly kind: "end"; readonly given: string }
  /** A word behind which something must stand. */
  | { readonly kind: "missing"; readonly behind: "off" | "on" | "move" };
