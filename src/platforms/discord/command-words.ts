import {
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIChatInputApplicationCommandInteractionData,
  ApplicationCommandOptionType,
} from "discord.js";
import { type Given, type Shape, shapes } from "./command-shapes.js";
import { channelOf } from "./names.js";

/** What Discord sends of a command; the same while it is typed. */
type Sent = Pick<APIChatInputApplicationCommandInteractionData, "name" | "options" | "resolved">;

/** The command line that the filled-in options make: `daily set 09:00 Europe/Berlin mon-fri`. */
export function commandLine({ name, options = [], resolved }: Sent, guild: string | null): string {
  const { path, filled } = opened(name, options as readonly Option[]);
  const given = valuesOf(filled, guild, resolved?.channels);
  return line(path, shapesOf(path, given), given);
}

/** What is typed so far, up to the option that is being typed, and what stands before its value. */
export function typedLine(
  { name, options = [] }: Sent,
  guild: string | null,
): { readonly words: string; readonly before: string } {
  const { path, filled } = opened(name, options as readonly Option[]);
  const focused = filled.find((option) => "focused" in option && option.focused)?.name ?? "";
  const given = valuesOf(filled, guild);
  const all = shapesOf(path, given);
  const earlier = all.slice(
    0,
    Math.max(
      0,
      all.findIndex((shape) => shape.name === focused),
    ),
  );
  const before = `${line(path, earlier, given)} `;
  return { words: `${before}${given[focused] ?? ""}`, before };
}

type Option = APIApplicationCommandInteractionDataOption | APIApplicationCommandInteractionDataBasicOption;
type Filled = Extract<Option, { readonly value: unknown }>;

function opened(name: string, options: readonly Option[]) {
  const [first] = options;
  const filled = (list: readonly Option[]) => list.filter((option): option is Filled => "value" in option);
  if (first?.type !== ApplicationCommandOptionType.Subcommand) return { path: name, filled: filled(options) };
  return { path: `${name} ${first.name}`, filled: filled((first.options ?? []) as readonly Option[]) };
}

type Channels = NonNullable<Sent["resolved"]>["channels"];

function valuesOf(filled: readonly Filled[], guild: string | null, channels?: Channels): Given {
  return Object.fromEntries(
    filled.map((option) => {
      const value = String(option.value).replace(/\s+/g, " ").trim();
      if (option.type === ApplicationCommandOptionType.Channel) {
        const name = channels?.[value]?.name;
        return [option.name, `${channelOf(guild ?? "", value)}${name ? ` #${name}` : ""}`];
      }
      // The role that everybody has bears the server's id: nobody is told by it.
      if (option.type === ApplicationCommandOptionType.Role && value === guild)
        return ["tell_nobody", "true"];
      return [option.name, value];
    }),
  );
}

/** An option without a shape is its words. */
function shapesOf(path: string, given: Given): readonly Pick<Shape, "name" | "write">[] {
  const known = Object.hasOwn(shapes, path) ? shapes[path] : undefined;
  return known ?? Object.keys(given).map((name) => ({ name }));
}

function line(path: string, all: readonly Pick<Shape, "name" | "write">[], given: Given): string {
  const words = all.map(({ name, write }) => {
    const value = given[name];
    if (value === undefined || value === "") return "";
    return write ? write(value, given) : value;
  });
  return [path, ...words].filter((word) => word !== "").join(" ");
}
