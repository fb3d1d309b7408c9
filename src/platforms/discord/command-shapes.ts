import { ApplicationCommandOptionType as Type } from "discord.js";

/** An option of a command as a member sees it, and what it becomes in the command line. */
export type Shape = {
  readonly name: string;
  readonly about: string;
  readonly type: Type.String | Type.Integer | Type.Role | Type.Channel | Type.Boolean;
  readonly required?: boolean;
  readonly choices?: readonly string[];
  /** Completed while it is typed. */
  readonly completes?: boolean;
  readonly least?: number;
  readonly most?: number;
  /** `time` for `09:00`; left out, the value itself stands in the line. */
  readonly write?: (value: string, given: Given) => string;
};

/** What was filled in, by the names of the options. */
export type Given = Readonly<Record<string, string>>;

const text = Type.String as const;
const topic = { name: "topic", type: text, completes: true, most: 100 } as const;

/**
 * The options of each command and subcommand, in the order in which their words follow one another. What is not named
 * here is declared by its usage alone: words of its own as one option, or none.
 */
export const shapes: Readonly<Record<string, readonly Shape[]>> = {
  quiz: [
    {
      ...topic,
      about: "What about? None: what you know least; “history”: your last answers",
      // A topic that ends in a number is not to be read as a number of questions.
      write: (value, { n }) => (n === undefined && /\s\d{1,3}$/.test(value) ? `${value} 1` : value),
    },
    { name: "n", about: "How many questions, one after the other", type: Type.Integer, least: 1, most: 10 },
  ],
  practice: [
    {
      ...topic,
      about: "What about? None: what is due; “misses”: what you got wrong; “set”: your settings",
      write: (value, { new: fresh, retention }) => ((fresh ?? retention) ? "" : value),
    },
    {
      name: "new",
      about: "Sets how many new cards a day",
      type: Type.Integer,
      ...{ least: 0, most: 100 },
      write: (value) => `set new=${value}`,
    },
    {
      name: "retention",
      about: "Sets the share of cards to hold in memory, in percent",
      type: Type.Integer,
      ...{ least: 70, most: 97 },
      write: (value, { new: fresh }) => `${fresh === undefined ? "set " : ""}retention=${value}`,
    },
  ],
  streak: [
    {
      name: "view",
      about: "Your ledger, day by day",
      type: text,
      choices: ["why"],
      write: (value, { away }) => (away === undefined ? value : ""),
    },
    {
      name: "away",
      about: "Days that break no streak: 2026-08-01..2026-08-14; off ends it",
      type: text,
      most: 40,
      write: (value) => `away ${value}`,
    },
  ],
  leaderboard: [
    { name: "view", about: "Which order", type: text, choices: ["month", "last", "streak", "longest"] },
  ],
  reminder: [
    {
      name: "time",
      about: "When, if a question still waits for you: 17:30",
      type: text,
      most: 10,
      write: (value, { off }) => (off === "true" ? "" : value),
    },
    {
      name: "zone",
      about: "Whose clock: Europe/Berlin",
      type: text,
      most: 60,
      write: (value, { off }) => (off === "true" ? "" : value),
    },
    {
      name: "off",
      about: "No reminders any more",
      type: Type.Boolean,
      write: (value) => (value === "true" ? "off" : ""),
    },
  ],
  mydata: [
    {
      name: "wish",
      about: "Left out: what is kept about you, and how long",
      type: text,
      choices: ["export", "delete", "hide", "show"],
    },
  ],
  "daily set": [
    { name: "time", about: "When: 09:00", type: text, most: 10 },
    { name: "zone", about: "Whose clock: Europe/Berlin", type: text, most: 60 },
    { name: "days", about: "On which days: mon-fri, mon,wed,fri, daily", type: text, most: 60 },
  ],
  "daily topics": [
    {
      name: "topics",
      about: "One or more topics with blanks between; all: every topic",
      type: text,
      required: true,
      completes: true,
      most: 1000,
    },
  ],
  "daily options": [
    {
      name: "reveal",
      about: "When each member sees the key",
      type: text,
      choices: ["at-once", "at-close"],
      write: (value) => `reveal=${value}`,
    },
    {
      name: "thread",
      about: "A thread to talk in once the question is closed",
      type: text,
      choices: ["on", "off"],
      write: (value) => `thread=${value}`,
    },
    {
      name: "kinds",
      about: "All questions, or only those with options",
      type: text,
      choices: ["all", "choice"],
      write: (value) => `kinds=${value}`,
    },
    {
      name: "tell",
      about: "The one role that is told of the daily; nobody else ever is",
      type: Type.Role,
      write: (value, { tell_nobody: nobody }) => (nobody === "true" ? "" : `tell=<@&${value}>`),
    },
    {
      name: "tell_nobody",
      about: "Tell no role any more",
      type: Type.Boolean,
      write: (value) => (value === "true" ? "tell=nobody" : ""),
    },
  ],
  "daily off": dates("The first date off: 2026-12-24", "The last date off: 2027-01-02; left out, one day"),
  "daily on": dates(
    "The first date with a question again: 2026-12-31",
    "The last such date; left out, one day",
  ),
  "daily move": [
    {
      name: "channel",
      about: "Where the question is to come from now on",
      type: Type.Channel,
      required: true,
    },
  ],
};

/** One date, or the first and the last of several. */
function dates(first: string, last: string): readonly Shape[] {
  return [
    { name: "from", about: first, type: text, required: true, most: 40 },
    { name: "to", about: last, type: text, most: 40, write: (value) => `..${value}` },
  ];
}
