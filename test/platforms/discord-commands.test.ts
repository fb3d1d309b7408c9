import { ApplicationCommandOptionType as Type } from "discord.js";
import { describe, expect, test } from "vitest";
import { commandList, parseCommand } from "../../src/core/command.js";
import { commandLine, typedLine } from "../../src/platforms/discord/command-words.js";
import { declareCommands, subcommandsOf } from "../../src/platforms/discord/commands.js";
import { renderChoices } from "../../src/platforms/discord/complete.js";

const guild = "1111111111111111111";
const string = (name: string, value: string) => ({ name, type: Type.String as const, value });
const sub = (name: string, ...options: readonly object[]) => ({
  ...{ name, type: Type.Subcommand as const },
  options: options as never,
});
type Options = NonNullable<Parameters<typeof commandLine>[0]["options"]>;

/** What is filled in, the line that it makes, and what that line means. */
const filled: readonly [name: string, options: Options, line: string, means: object][] = [
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
  ["mydata", [sub("hide")], "mydata hide", { kind: "my data", wish: "hide" }],
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
    [sub("off", string("from", "2026-12-24"))],
    "daily off 2026-12-24",
    { kind: "daily", wish: { kind: "off", range: { from: "2026-12-24", to: "2026-12-24" } } },
  ],
];

describe("a command that is filled in", () => {
  test.each(filled)("/%s %j is the line “%s”", (name, options, line, means) => {
    expect(commandLine({ name, options }, guild)).toBe(line);
    expect(parseCommand(line)).toMatchObject(means);
  });

  test("a channel that is named bears its name besides its id", () => {
    const options = [sub("move", { name: "channel", type: Type.Channel, value: "3333333333333333333" })];
    const channels = { "3333333333333333333": { name: "aws study" } };
    const sent = { name: "daily", options, resolved: { channels } } as unknown as Parameters<
      typeof commandLine
    >[0];
    expect(commandLine(sent, guild)).toBe(`daily move discord:${guild}/3333333333333333333 #aws study`);
  });

  test("a subcommand that has no shape of its own keeps the words that were typed", () => {
    const options = [string("words", "17:30 Europe/Berlin")];
    expect(commandLine({ name: "reminder", options }, guild)).toBe("reminder 17:30 Europe/Berlin");
  });
});

describe("the declaration", () => {
  const declared = declareCommands(commandList) as readonly {
    readonly name: string;
    readonly description: string;
    readonly options: readonly { readonly name: string; readonly type: number }[];
    readonly contexts: readonly number[];
    readonly integration_types: readonly number[];
    readonly default_member_permissions?: string;
  }[];

  test("follows from the one list of commands", () => {
    expect(declared.map(({ name }) => name)).toEqual(commandList.map(({ name }) => name));
    for (const entry of commandList) {
      const words = subcommandsOf(entry);
      const subs = declared.find(({ name }) => name === entry.name)?.options.filter(({ type }) => type === 1);
      expect(subs?.map(({ name }) => name) ?? []).toEqual(words ?? []);
    }
  });

  test("what belongs to a channel is for the server and who manages it, all else works anywhere", () => {
    const where = declared.map((one) => [
      one.name === "daily",
      one.contexts.length,
      one.integration_types.length,
      one.default_member_permissions,
    ]);
    for (const [isDaily, contexts, types, permissions] of where) {
      expect([contexts, types, permissions]).toEqual(isDaily ? [1, 1, "32"] : [3, 2, undefined]);
    }
  });

  test("a command that nobody has shaped yet is declared by its usage", () => {
    const entry = { name: "reminder", usage: ["17:30 [zone]", "off"], about: "A reminder", direct: true };
    expect(declareCommands([entry])).toMatchObject([
      {
        name: "reminder",
        options: [{ name: "words", description: "17:30 [zone] · off", type: Type.String }],
      },
    ]);
  });
});

describe("completion", () => {
  test.each<[Options, string, string]>([
    [[{ ...string("topic", "kine"), focused: true } as never], "quiz kine", "quiz "],
    [[{ ...string("topic", ""), focused: true } as never], "quiz ", "quiz "],
    [
      [{ name: "n", type: Type.Integer, value: 3 }, { ...string("topic", "k"), focused: true } as never],
      "quiz k",
      "quiz ",
    ],
  ])("what is typed: %j", (options, words, before) => {
    expect(typedLine({ name: "quiz", options }, guild)).toEqual({ words, before });
  });

  test("offers what fits whole, and no more than Discord shows", () => {
    const suggestions = [
      { words: "quiz aws/kinesis", note: `Kinesis ${"x".repeat(200)}` },
      { words: `quiz ${"y".repeat(101)}`, note: "too long" },
      { words: "practice aws", note: "another command" },
      ...Array.from({ length: 40 }, (_, at) => ({ words: `quiz t${at}`, note: "" })),
    ];
    const choices = renderChoices(suggestions, "quiz ");
    expect(choices).toHaveLength(25);
    expect(choices[0]?.name).toHaveLength(100);
    expect(choices[0]?.value).toBe("aws/kinesis");
    expect(choices[1]).toEqual({ name: "t0", value: "t0" });
  });
});
