import {
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ComponentType,
  type GatewayMessageCreateDispatchData,
  InteractionType,
  PermissionFlagsBits,
} from "discord.js";
import type { Event, Place } from "../../app/platform.js";
import { commandLine, typedLine } from "./command-words.js";
import { channelOf, personOf, shownName, timeOf } from "./names.js";

/** What somebody did, in our words; null for what is none of ours. Its time is that of its own id. */
export function eventOf(interaction: APIInteraction): Event | null {
  const did = didOf(interaction);
  const user = interaction.member?.user ?? interaction.user;
  if (!did || !user) return null;
  const name = interaction.member?.nick ?? user.global_name ?? user.username;
  const pressed = interaction.type === InteractionType.MessageComponent && interaction.message;
  return {
    id: interaction.id,
    at: timeOf(interaction.id),
    person: { id: personOf(user.id), name: shownName(name), mayManage: mayManage(interaction) },
    place: placeOf(interaction),
    ...(pressed ? { on: { channel: pressed.channel_id, message: pressed.id } } : {}),
    did,
  };
}

/** A message that a person wrote to the bot alone; null for every other. */
export function saidOf(message: GatewayMessageCreateDispatchData): Event | null {
  if (message.guild_id !== undefined || message.author.bot || message.content.trim() === "") return null;
  const { author } = message;
  const person = personOf(author.id);
  return {
    id: message.id,
    at: timeOf(message.id),
    person: { id: person, name: shownName(author.global_name ?? author.username), mayManage: false },
    place: { kind: "direct", person },
    did: { kind: "said", text: message.content },
  };
}

/** Where the bot was put into the server the channel counts; where only a person brought it along, that person does. */
export function placeOf(interaction: APIInteraction): Place {
  const { guild_id: guild, channel } = interaction;
  const owners = interaction.authorizing_integration_owners ?? {};
  const byPerson = ApplicationIntegrationType.UserInstall in owners;
  const byServer = ApplicationIntegrationType.GuildInstall in owners || !byPerson;
  if (guild && channel && byServer) {
    const name = "name" in channel && channel.name ? { name: `#${channel.name}` } : {};
    return { kind: "channel", id: channelOf(guild, channel.id), ...name };
  }
  const user = interaction.member?.user ?? interaction.user;
  return { kind: "direct", person: personOf(user?.id ?? "0") };
}

function didOf(interaction: APIInteraction): Event["did"] | null {
  const guild = interaction.guild_id ?? null;
  switch (interaction.type) {
    case InteractionType.Ping:
      return null;
    case InteractionType.ApplicationCommand:
      if (interaction.data.type !== ApplicationCommandType.ChatInput) return null;
      return {
        kind: "command",
        words: commandLine((interaction as APIChatInputApplicationCommandInteraction).data, guild),
      };
    case InteractionType.ApplicationCommandAutocomplete:
      return { kind: "typing", words: typedLine(interaction.data as Typed, guild).words };
    case InteractionType.MessageComponent:
      return { kind: "press", press: pressOf(interaction) };
    case InteractionType.ModalSubmit:
      return { kind: "answered", press: interaction.data.custom_id, fields: fieldsOf(interaction) };
  }
}

/** Of a list the chosen line; a button is its own press. */
function pressOf({ data }: APIMessageComponentInteraction): string {
  return data.component_type === ComponentType.StringSelect
    ? (data.values[0] ?? data.custom_id)
    : data.custom_id;
}

function fieldsOf({ data }: APIModalSubmitInteraction): Readonly<Record<string, string>> {
  const parts = data.components.flatMap((part): readonly unknown[] => {
    if ("components" in part) return part.components;
    return "component" in part ? [part.component] : [];
  });
  return Object.fromEntries(
    parts.flatMap((part) => {
      const { custom_id: name, value, values } = part as Filled;
      const given = (value ?? values?.[0] ?? "").trim();
      return name && given !== "" ? [[name, given]] : [];
    }),
  );
}

type Typed = Parameters<typeof typedLine>[0];
type Filled = { readonly custom_id?: string; readonly value?: string; readonly values?: readonly string[] };

/** Who sees `/daily` at all is decided by Discord and the server's settings, so whoever sends it may. */
function mayManage(interaction: APIInteraction): boolean {
  const isDaily =
    interaction.type === InteractionType.ApplicationCommand && interaction.data.name === "daily";
  const held = BigInt(interaction.member?.permissions ?? "0");
  return isDaily || (held & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n;
}
