import { ApplicationCommandOptionType as Type } from "discord.js";
import { describe, expect, test } from "vitest";
import { commandList, parseCommand } from "../../src/core/command.js";
import { commandLine, typedLine } from "../../src/platforms/discord/command-words.js";
import { declareCommands, subcommandsOf } from "../../src/platforms/discord/commands.js";
import { renderChoices } from "../../src/platforms/discord/complete.js";
import { filled, guild, type Options, string, sub } from "./discord/filled.js";

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
    const options = [string("words", "on the hour")];
    expect(commandLine({ name: "chime", options }, guild)).toBe("chime on the hour");
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
    const entry = { name: "chime", usage: ["on [zone]", ""], about: "A chime", direct: true };
    expect(declareCommands([entry])).toMatchObject([
      {
        name: "chime",
        options: [{ name: "words", description: "on [zone]", type: Type.String }],
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
