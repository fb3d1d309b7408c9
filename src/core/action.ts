import { type Key, keyOf } from "./ids.js";

/** What a button means. A press says only round and option, never what is right. */
export type Action =
  | { readonly kind: "pick" | "toggle" | "submit"; readonly key: Key; readonly picks: number }
  /** `choose`: whispers the toggles of a question with several right options. */
  | {
      readonly kind:
        | "unknown"
        | "choose"
        | "show"
        | "had it"
        | "not this time"
        | "result"
        | "practise"
        /** A typed answer that was refused: kept as a proposal. */
        | "was right";
      readonly key: Key;
    }
  | { readonly kind: "report"; readonly key: Key }
  /** The card's review count rides along, so that a stale or double press grades nothing. */
  | { readonly kind: "grade"; readonly key: Key; readonly grade: 1 | 2 | 3 | 4; readonly reviews: number }
  /**
   * Not about a round or an ask: what comes next, the board `aloud`, the board of a `board` channel, erasure or to
   * `keep` everything, a form of `settings`, a command to `say`.
   */
  | { readonly kind: Wordy; readonly words: string };

type Wordy = (typeof wordy)[number];

const letters = {
  pick: "p",
  toggle: "t",
  submit: "s",
  unknown: "u",
  choose: "c",
  show: "w",
  "had it": "h",
  "not this time": "n",
  result: "m",
  practise: "x",
  "was right": "i",
  report: "f",
  grade: "g",
  "next card": "e",
  "next question": "q",
  aloud: "a",
  board: "b",
  erase: "d",
  keep: "k",
  another: "o",
  settings: "y",
  say: "z",
} as const satisfies Record<Action["kind"], string>;

const wordy = [
  "next card",
  "next question",
  "aloud",
  "board",
  "erase",
  "keep",
  "another",
  "settings",
  "say",
] as const;

const kinds = Object.fromEntries(Object.entries(letters).map(([kind, sign]) => [sign, kind])) as Record<
  string,
  Action["kind"]
>;

/** `k3f9.p4`: the key, else `-`; a letter; what it needs. At most 100 characters. */
export function encodeAction(action: Action): string {
  const sign = letters[action.kind];
  switch (action.kind) {
    case "pick":
    case "toggle":
    case "submit":
      return `${action.key}.${sign}${action.picks.toString(36)}`;
    case "grade":
      return `${action.key}.${sign}${action.grade}.${action.reviews.toString(36)}`;
    case "next card":
    case "next question":
    case "aloud":
    case "board":
    case "erase":
    case "keep":
    case "another":
    case "settings":
    case "say":
      return `-.${sign}${action.words}`;
    default:
      return `${action.key}.${sign}`;
  }
}

const form = /^([0-9a-z]{1,13}|-)\.([a-z])([^\n]{0,96})$/;

/** Null for anything that we never wrote. */
export function decodeAction(press: string): Action | null {
  const match = form.exec(press);
  const kind = kinds[match?.[2] ?? ""];
  if (!match || !kind) return null;
  const rest = match[3] ?? "";
  if (isWordy(kind)) return match[1] === "-" ? { kind, words: rest } : null;
  if (match[1] === "-") return null;
  const key = keyOf(match[1] ?? "");
  if (kind === "pick" || kind === "toggle" || kind === "submit") {
    return /^[0-9a-z]{1,4}$/.test(rest) ? { kind, key, picks: Number.parseInt(rest, 36) } : null;
  }
  if (kind === "grade") {
    const grade = /^([1-4])\.([0-9a-z]{1,5})$/.exec(rest);
    if (!grade) return null;
    return {
      kind,
      key,
      grade: Number(grade[1]) as 1 | 2 | 3 | 4,
      reviews: Number.parseInt(grade[2] ?? "", 36),
    };
  }
  return rest === "" ? { kind, key } : null;
}

function isWordy(kind: Action["kind"]): kind is Wordy {
  return (wordy as readonly string[]).includes(kind);
}
