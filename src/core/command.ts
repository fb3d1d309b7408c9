import type { DayRange } from "./calendar.js";
import { type DailyWish, readDailyWords } from "./daily-words.js";
import type { Fault } from "./fault.js";
import { type BoardView, readBoardView } from "./leaderboard.js";
import { type PracticeSettings, readSettings } from "./practice-settings.js";
import { type ReminderWish, readReminderWords } from "./reminder-words.js";
import { readRange } from "./schedule-words.js";

/** What a member asked for, in the same words on every platform. */
export type Command =
  | { readonly kind: "quiz"; readonly topic: string; readonly count: number }
  | {
      readonly kind:
        | "quiz history"
        | "streak"
        | "streak why"
        | "streak away show"
        | "streak away off"
        | "help";
    }
  | { readonly kind: "practice"; readonly topic: string }
  /** None given: to see what is set. */
  | { readonly kind: "practice set"; readonly settings: Partial<PracticeSettings> }
  | { readonly kind: "streak away"; readonly range: DayRange }
  | { readonly kind: "leaderboard"; readonly view: BoardView }
  | { readonly kind: "my data"; readonly wish: "about" | "delete" | "hide" | "show" }
  /** `mark`: where the part before ended. */
  | { readonly kind: "my data export"; readonly mark: string | null }
  | { readonly kind: "reminder"; readonly wish: ReminderWish }
  | { readonly kind: "daily"; readonly wish: DailyWish }
  | { readonly kind: "misread"; readonly words: string; readonly fault: Fault };

/** A command as the platforms declare it: one list for all. */
export type CommandEntry = {
  readonly name: string;
  readonly usage: readonly string[];
  readonly about: string;
  /** Also where there is no channel: in direct messages. */
  readonly direct: boolean;
};

export const commandList: readonly CommandEntry[] = [
  {
    name: "quiz",
    usage: ["[topic] [n]", "history"],
    about: "A question now, for you alone",
    direct: true,
  },
  {
    name: "practice",
    usage: ["[topic | misses]", "set new=10 retention=90"],
    about: "A practice run in direct messages, with what is due",
    direct: true,
  },
  {
    name: "streak",
    usage: ["", "why", "away 2026-08-01..2026-08-14", "away off"],
    about: "Your streaks, how each day counted, and being away",
    direct: true,
  },
  {
    name: "leaderboard",
    usage: ["[month | last | streak | longest]"],
    about: "The board: your place and those around you",
    direct: true,
  },
  {
    name: "daily",
    usage: [
      "set 09:00 Europe/Berlin mon-fri",
      "topics aws/storage …",
      "options reveal=at-close thread=on tell=@study kinds=choice",
      "show",
      "pause",
      "resume",
      "now",
      "preview",
      "skip",
      "off 2026-12-24..2027-01-02",
      "on 2026-12-31",
      "move #channel",
    ],
    about: "The channel’s daily question",
    direct: false,
  },
  {
    name: "reminder",
    usage: ["", "17:30 Europe/Berlin", "off"],
    about: "One direct message a day, if a question still waits for you",
    direct: true,
  },
  {
    name: "mydata",
    usage: ["", "export", "delete", "hide", "show"],
    about: "What is kept about you: get it, delete it, or hide from the board",
    direct: true,
  },
  { name: "studyhelp", usage: [""], about: "These lines, with what is allowed here", direct: true },
];

/** Words as they were typed, without the slash; `daily set 9:00 Europe/Berlin mon-fri`. */
export function parseCommand(words: string): Command {
  const [name = "", ...rest] = words.trim().split(/\s+/);
  const misread = (fault: Fault): Command => ({ kind: "misread", words, fault });
  switch (name.toLowerCase()) {
    case "quiz":
      return parseQuiz(rest);
    case "streak":
      return parseStreak(rest, misread);
    case "leaderboard":
      return parseBoard(rest, misread);
    case "daily": {
      const wish = readDailyWords(rest);
      return "fault" in wish ? misread(wish.fault) : { kind: "daily", wish };
    }
    case "reminder": {
      const wish = readReminderWords(rest);
      return "fault" in wish ? misread(wish.fault) : { kind: "reminder", wish };
    }
    case "practice":
    case "practise":
      return parsePractice(rest, misread);
    case "mydata":
      return parseMyData(rest, misread);
    case "studyhelp":
    case "help":
      return { kind: "help" };
    default:
      return misread({ kind: "command" });
  }
}

/** Longer words name no topic. */
const longestTopic = 200;

/** At most so many questions at once. */
export const mostQuestions = 10;

function parseQuiz(rest: readonly string[]): Command {
  if (rest.length === 1 && rest[0]?.toLowerCase() === "history") return { kind: "quiz history" };
  const last = rest.at(-1) ?? "";
  const counted = /^\d{1,2}$/.test(last) && Number(last) >= 1 && Number(last) <= mostQuestions;
  const topic = (counted ? rest.slice(0, -1) : rest).join(" ").slice(0, longestTopic);
  const count = counted ? Number(last) : 1;
  return { kind: "quiz", topic, count };
}

/** `set` and what is set by it; a topic may be called “set theory”. */
function parsePractice(rest: readonly string[], misread: (fault: Fault) => Command): Command {
  const [first = "", ...more] = rest;
  if (first.toLowerCase() === "set" && more.every((word) => word.includes("="))) {
    const read = readSettings(more);
    return "fault" in read ? misread(read.fault) : { kind: "practice set", settings: read.settings };
  }
  const topic = rest.join(" ").slice(0, longestTopic);
  return { kind: "practice", topic: topic.toLowerCase() === "misses" ? "misses" : topic };
}

function parseStreak(rest: readonly string[], misread: (fault: Fault) => Command): Command {
  const word = rest[0]?.toLowerCase() ?? "";
  if (word === "") return { kind: "streak" };
  if (word === "why") return { kind: "streak why" };
  if (word !== "away") return misread({ kind: "word", given: word });
  if (rest[1]?.toLowerCase() === "off") return { kind: "streak away off" };
  if (rest.length === 1) return { kind: "streak away show" };
  const range = readRange(rest.slice(1));
  return "fault" in range ? misread(range.fault) : { kind: "streak away", range };
}

function parseBoard(rest: readonly string[], misread: (fault: Fault) => Command): Command {
  const given = rest[0]?.toLowerCase() ?? "month";
  const view = readBoardView(given);
  return view ? { kind: "leaderboard", view } : misread({ kind: "word", given });
}

function parseMyData(rest: readonly string[], misread: (fault: Fault) => Command): Command {
  const wish = rest[0]?.toLowerCase() ?? "about";
  if (wish === "export") return { kind: "my data export", mark: rest[1] ?? null };
  if (wish === "about" || wish === "delete" || wish === "hide" || wish === "show")
    return { kind: "my data", wish };
  return misread({ kind: "word", given: wish });
}
