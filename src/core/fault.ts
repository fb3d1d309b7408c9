/** Why words were not understood; the view says it with its cure. */
export type Fault =
  | { readonly kind: "command" }
  | {
      readonly kind: "time" | "zone" | "days" | "date" | "range" | "option" | "setting" | "word";
      readonly given: string;
    };
