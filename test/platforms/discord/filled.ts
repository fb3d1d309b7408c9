import { ApplicationCommandOptionType as Type } from "discord.js";
import type { commandLine } from "../../../src/platforms/discord/command-words.js";

export const guild = "1111111111111111111";
export const string = (name: string, value: string) => ({ name, type: Type.String as const, value });
export const sub = (name: string, ...options: readonly object[]) => ({
  ...{ name, type: Type.Subcommand as const },
  options: options as never,
});
export type Options = NonNullable<Parameters<typeof commandLine>[0]["options"]>;

/** What is filled in, the line that it makes, and what that line means. */
export const filled: readonly [name: string, options: Options, line: string, means: object][] = [
  ["quiz", [], "quiz", { kind: "quiz", topic: "", count: 1 }],
  [
    "quiz",
    [string("topic", "aws/kinesis")],
    "quiz aws/kinesis",
    { kind: "quiz", topic: "aws/kinesis", count: 1 },
  ],
  [
    "quiz",
    [{ name: "n", type: Type.Integer, value: 5 }, string("topic", "fan out")],
    "quiz fan out 5",
    { kind: "quiz", topic: "fan out", count: 5 },
  ],
  ["quiz", [string("topic", "level 2")], "quiz level 2 1", { kind: "quiz", topic: "level 2", count: 1 }],
  ["quiz", [string("topic", "history")], "quiz history", { kind: "quiz history" }],
  ["practice", [string("topic", "misses")], "practice misses", { kind: "practice", topic: "misses" }],
  ["practice", [string("topic", "set")], "practice set", { kind: "practice set", settings: {} }],
  [
    "practice",
    [
      { name: "retention", type: Type.Integer, value: 85 },
      { name: "new", type: Type.Integer, value: 15 },
      string("topic", "aws"),
    ],
    "practice set new=15 retention=85",
    { kind: "practice set", settings: { freshADay: 15, retention: 85 } },
  ],
  [
    "practice",
    [{ name: "retention", type: Type.Integer, value: 80 }],
    "practice set retention=80",
    { kind: "practice set", settings: { retention: 80 } },
  ],
  ["streak", [], "streak", { kind: "streak" }],
  ["streak", [string("view", "why")], "streak why", { kind: "streak why" }],
  ["streak", [string("away", "off")], "streak away off", { kind: "streak away off" }],
  [
    "streak",
    [string("view", "why"), string("away", "2026-08-01..2026-08-14")],
    "streak away 2026-08-01..2026-08-14",
    { kind: "streak away", range: { from: "2026-08-01", to: "2026-08-14" } },
  ],
  [
    "leaderboard",
    [string("view", "longest")],
    "leaderboard longest",
    { kind: "leaderboard", view: "longest" },
  ],
  [
    "reminder",
    [string("zone", "Europe/Berlin"), string("time", "17:30")],
    "reminder 17:30 Europe/Berlin",
    { kind: "reminder", wish: { kind: "set", time: "17:30", zone: "Europe/Berlin" } },
  ],
  [
    "reminder",
    [string("time", "17:30"), { name: "off", type: Type.Boolean, value: true }],
    "reminder off",
    { kind: "reminder", wish: { kind: "off" } },
  ],
  ["reminder", [], "reminder", { kind: "reminder", wish: { kind: "show" } }],
  ["mydata", [], "mydata", { kind: "my data", wish: "about" }],
  ["mydata", [string("wish", "hide")], "mydata hide", { kind: "my data", wish: "hide" }],
  ["mydata", [string("wish", "export")], "mydata export", { kind: "my data export", mark: null }],
  ["studyhelp", [], "studyhelp", { kind: "help" }],
  ["daily", [sub("pause")], "daily pause", { kind: "daily", wish: { kind: "pause" } }],
  [
    "daily",
    [sub("set", string("days", "mon-fri"), string("time", "9:00"), string("zone", " Europe/Berlin "))],
    "daily set 9:00 Europe/Berlin mon-fri",
    { kind: "daily", wish: { kind: "set", time: "09:00", zone: "Europe/Berlin", weekdays: [1, 2, 3, 4, 5] } },
  ],
  [
    "daily",
    [sub("topics", string("topics", "aws/storage  aws/kinesis"))],
    "daily topics aws/storage aws/kinesis",
    { kind: "daily", wish: { kind: "topics", topics: ["aws/storage", "aws/kinesis"] } },
  ],
  [
    "daily",
    [
      sub(
        "options",
        string("thread", "on"),
        string("reveal", "at-close"),
        { name: "tell", type: Type.Role, value: "2222222222222222222" },
        string("kinds", "choice"),
      ),
    ],
    "daily options reveal=at-close thread=on kinds=choice tell=<@&2222222222222222222>",
    {
      kind: "daily",
      wish: {
        kind: "options",
        options: { reveal: "at-close", thread: true, kinds: "choice", tell: "<@&2222222222222222222>" },
      },
    },
  ],
  [
    "daily",
    [sub("options", { name: "tell", type: Type.Role, value: guild })],
    "daily options tell=nobody",
    { kind: "daily", wish: { kind: "options", options: { tell: null } } },
  ],
  [
    "daily",
    [sub("options", { name: "tell_nobody", type: Type.Boolean, value: true })],
    "daily options tell=nobody",
    { kind: "daily", wish: { kind: "options", options: { tell: null } } },
  ],
  [
    "daily",
    [sub("off", string("from", "2026-12-24"), string("to", "2027-01-02"))],
    "daily off 2026-12-24 ..2027-01-02",
    { kind: "daily", wish: { kind: "off", range: { from: "2026-12-24", to: "2027-01-02" } } },
  ],
  [
    "daily",
    [sub("on", string("from", "2026-12-24"), string("to", "2026-12-28"))],
    "daily on 2026-12-24 ..2026-12-28",
    { kind: "daily", wish: { kind: "on", range: { from: "2026-12-24", to: "2026-12-28" } } },
  ],
  [
    "daily",
    [sub("off", string("from", "2026-12-24"))],
    "daily off 2026-12-24",
    { kind: "daily", wish: { kind: "off", range: { from: "2026-12-24", to: "2026-12-24" } } },
  ],
];
