import {
  type APIChannel,
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  ChannelType,
  PermissionFlagsBits,
  REST,
  Routes,
} from "discord.js";
import { commandList } from "../../core/command.js";
import type { ChannelId } from "../../core/ids.js";
import { codeOf } from "./faults.js";
import { readChannel } from "./names.js";
import { inviteLink, missingIn } from "./permissions.js";
import { restOptions } from "./rest-options.js";

/** One line of an examination: what was looked at, whether it is well, and if not, the cure. */
export type Check = { readonly name: string; readonly ok: boolean; readonly words: string };

/** Looks at token, intents, commands, and the bot's rights in each channel, over REST alone: a running bot is not disturbed. */
export async function checkDiscord(about: {
  readonly token: string;
  readonly api: string | null;
  readonly channels: readonly ChannelId[];
}): Promise<readonly Check[]> {
  const rest = new REST({ ...restOptions(about.api), retries: 1, timeout: 10_000 });
  rest.setToken(about.token);
  try {
    const me = (await rest.get(Routes.user())) as { readonly id: string; readonly username: string };
    const own = (await rest.get(Routes.currentApplication())) as { readonly id: string };
    const channels: Check[] = [];
    for (const channel of about.channels) channels.push(await checkChannel(rest, me.id, channel));
    return [
      { name: "token", ok: true, words: `it belongs to the bot ${me.username}` },
      { name: "intents", ok: true, words: "none that needs approval is used: leave all three switched off" },
      await checkCommands(rest, own.id),
      ...channels,
      { name: "invite", ok: true, words: inviteLink(own.id) },
    ];
  } catch (error) {
    return [tokenFault(error)];
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

function tokenFault(error: unknown): Check {
  const refused = (error as { readonly status?: number }).status === 401;
  const words = refused
    ? "Discord does not know it: press “Reset Token” on the application’s Bot page, and put the new one into DISCORD_TOKEN"
    : `Discord cannot be reached: ${(error as Error).message}`;
  return { name: refused ? "token" : "network", ok: false, words };
}

async function checkCommands(rest: REST, application: string): Promise<Check> {
  const known = (await rest.get(Routes.applicationCommands(application))) as readonly {
    readonly name: string;
  }[];
  const names = new Set(known.map(({ name }) => name));
  const missing = commandList.filter(({ name }) => !names.has(name)).map(({ name }) => `/${name}`);
  if (missing.length === 0) return { name: "commands", ok: true, words: `${known.length} registered` };
  const words = `${missing.join(", ")} not registered yet: they are when the bot starts`;
  return { name: "commands", ok: false, words };
}

async function checkChannel(rest: REST, me: string, id: ChannelId): Promise<Check> {
  const spot = readChannel(id);
  if (!spot) return { name: id, ok: false, words: "is no channel of Discord’s" };
  try {
    const channel = (await rest.get(Routes.channel(spot.channel))) as APIChannel;
    if (channel.type === ChannelType.GuildForum || channel.type === ChannelType.GuildMedia) {
      return { name: id, ok: false, words: "is a forum: choose a text channel, or a post in the forum" };
    }
    const name = `#${channel.name ?? spot.channel}`;
    const missing = missingIn(await rightsIn(rest, me, spot.guild, channel));
    if (missing.length === 0) return { name, ok: true, words: "all permissions are there" };
    const where = "allow it for the bot in the channel’s settings › Permissions";
    return { name, ok: false, words: `${missing.join(", ")} missing: ${where}` };
  } catch (error) {
    return { name: id, ok: false, words: channelWords(error) };
  }
}

function channelWords(error: unknown): string {
  const code = codeOf(error);
  if (code === 10003) return "is gone: /daily move in its server chooses another";
  if (code === 10004) return "lies in a server that the bot is not in: invite it again";
  if (code === 50001)
    return "View Channel missing, or the bot is not in that server any more: invite it again";
  return `cannot be looked at: ${(error as Error).message}`;
}

async function rightsIn(rest: REST, me: string, guild: string, channel: APIChannel): Promise<bigint> {
  const member = (await rest.get(Routes.guildMember(guild, me))) as APIGuildMember;
  const roles = (await rest.get(Routes.guildRoles(guild))) as readonly APIRole[];
  const parent = channel.type === ChannelType.PublicThread || channel.type === ChannelType.AnnouncementThread;
  const bearer =
    parent && channel.parent_id
      ? ((await rest.get(Routes.channel(channel.parent_id))) as APIChannel)
      : channel;
  const overwrites = "permission_overwrites" in bearer ? (bearer.permission_overwrites ?? []) : [];
  return reckon({ me, guild, own: member.roles, roles, overwrites });
}

/** Discord's own order: everyone, roles together, then the channel's exceptions for everyone, for roles, for the bot. */
export function reckon(held: {
  readonly me: string;
  readonly guild: string;
  readonly own: readonly string[];
  readonly roles: readonly Pick<APIRole, "id" | "permissions">[];
  readonly overwrites: readonly Pick<APIOverwrite, "id" | "allow" | "deny">[];
}): bigint {
  const { me, guild, own, roles, overwrites } = held;
  const mine = roles.filter(({ id }) => id === guild || own.includes(id));
  const base = mine.reduce((sum, role) => sum | BigInt(role.permissions), 0n);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return ~0n & ((1n << 53n) - 1n);
  const steps = [[guild], own.filter((id) => id !== guild), [me]];
  return steps.reduce((sum, ids) => {
    const here = overwrites.filter(({ id }) => ids.includes(id));
    const denied = here.reduce((all, one) => all | BigInt(one.deny), 0n);
    const allowed = here.reduce((all, one) => all | BigInt(one.allow), 0n);
    return (sum & ~denied) | allowed;
  }, base);
}
