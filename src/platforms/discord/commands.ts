import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPutAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { CommandEntry } from "../../core/command.js";
import { type Shape, shapes } from "./command-shapes.js";
import { cut } from "./cut.js";
import { limits } from "./limits.js";

type Declared = RESTPutAPIApplicationCommandsJSONBody[number];
type Options = NonNullable<Extract<Declared, { readonly description: string }>["options"]>;

/** The commands as Discord is told of them: one list for all platforms, in slash commands. */
export function declareCommands(list: readonly CommandEntry[]): RESTPutAPIApplicationCommandsJSONBody {
  return list.map((entry) => ({
    name: entry.name,
    description: about(entry.about),
    options: subcommandsOf(entry)?.map(declareSubcommand(entry)) ?? optionsOf(entry.name, entry.usage),
    ...whereOf(entry),
  }));
}

/** The first words of the usages, where every one begins with a word of its own: they become subcommands. */
export function subcommandsOf({ usage }: CommandEntry): readonly string[] | null {
  const words = usage.map((line) => /^[a-z]+/.exec(line)?.[0]);
  const all = words.filter((word) => word !== undefined);
  return all.length === usage.length && all.length > 0 ? [...new Set(all)] : null;
}

/** The name of the option that holds all words of a command or subcommand which has no shape of its own. */
export const wordsOption = "words";

function declareSubcommand(entry: CommandEntry) {
  return (word: string): Options[number] => {
    const usage = entry.usage.filter((line) => line.split(" ")[0] === word);
    const rest = usage.map((line) => line.slice(word.length).trim());
    return {
      type: ApplicationCommandOptionType.Subcommand,
      name: word,
      description: about(`/${entry.name} ${usage[0] ?? word}`),
      options: optionsOf(`${entry.name} ${word}`, rest),
    } as Options[number];
  };
}

function optionsOf(name: string, usage: readonly string[]): Options {
  const known = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
  if (known) return known.map(declareOption);
  const more = usage.filter((line) => line !== "");
  if (more.length === 0) return [];
  const free = {
    name: wordsOption,
    about: more.join(" · "),
    type: ApplicationCommandOptionType.String,
  } as const;
  return [declareOption(free)];
}

function declareOption(shape: Shape): Options[number] {
  const base = { name: shape.name, description: about(shape.about), required: shape.required ?? false };
  switch (shape.type) {
    case ApplicationCommandOptionType.String:
      if (shape.choices) {
        return { ...base, type: shape.type, choices: shape.choices.map((value) => ({ name: value, value })) };
      }
      return {
        ...base,
        type: shape.type,
        ...(shape.completes ? { autocomplete: true } : {}),
        ...(shape.most ? { max_length: shape.most } : {}),
      } as Options[number];
    case ApplicationCommandOptionType.Integer:
      return { ...base, type: shape.type, min_value: shape.least ?? 0, max_value: shape.most ?? 100 };
    case ApplicationCommandOptionType.Channel:
      return { ...base, type: shape.type, channel_types: [...served] };
    case ApplicationCommandOptionType.Role:
    case ApplicationCommandOptionType.Boolean:
      return { ...base, type: shape.type };
  }
}

/** Where a question can be posted. */
const served = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.PublicThread] as const;

/** What belongs to a channel is for who manages the server, unless its own settings open it to others. */
function whereOf({ direct }: CommandEntry) {
  if (!direct) {
    return {
      contexts: [InteractionContextType.Guild],
      integration_types: [ApplicationIntegrationType.GuildInstall],
      default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    };
  }
  const { Guild, BotDM, PrivateChannel } = InteractionContextType;
  return {
    contexts: [Guild, BotDM, PrivateChannel],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  };
}

const about = (words: string) => cut(words === "" ? "…" : words, limits.commandAbout);
