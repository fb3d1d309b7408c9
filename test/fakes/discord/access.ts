import type { Permission } from "./permissions.js";
import { refuse, refuseFaults } from "./refusal.js";
import { type Channel, isIn, type Message, type Server, type User, type World } from "./world.js";

/** A channel that the bot sees, or Discord's refusal. */
export function channelFor(world: World, id: string | undefined): Channel {
  if (!/^\d{1,20}$/.test(id ?? ""))
    refuseFaults([
      { path: ["channel_id"], code: "NUMBER_TYPE_COERCE", message: `Value "${id}" is not snowflake.` },
    ]);
  const channel = world.channels.get(id ?? "") ?? refuse("channel");
  if (channel.server && (!channel.server.joined || channel.server.unavailable)) refuse("noAccess");
  if (!may(channel, "ViewChannel")) refuse("noAccess");
  return channel;
}

export function serverFor(world: World, id: string | undefined): Server {
  const server = world.servers.get(id ?? "") ?? refuse("guild");
  if (!server.joined || server.unavailable) refuse("guild");
  return server;
}

/** A message that stands in the channel; whispers are not found here. */
export function messageFor(channel: Channel, id: string | undefined): Message {
  return channel.messages.get(id ?? "") ?? refuse("message");
}

export function may(channel: Channel, permission: Permission): boolean {
  return channel.kind === "dm" || (channel.parent ?? channel).permissions.has(permission);
}

/** That the bot may post this here, with what the message holds. */
export function refusePosting(
  world: World,
  channel: Channel,
  holds: { readonly embeds: boolean; readonly files: boolean; readonly reply: boolean },
): void {
  if (channel.kind === "forum") refuse("forum");
  if (channel.kind === "category") refuse("notText");
  if (channel.kind === "dm" && channel.person?.closedDirect !== false) refuse("closedDm");
  if (channel.person && !mutual(world, channel.person)) refuse("noMutual");
  if (!may(channel, channel.kind === "thread" ? "SendMessagesInThreads" : "SendMessages"))
    refuse("permissions");
  if (channel.locked && !may(channel, "ManageThreads")) refuse("locked");
  if (holds.files && !may(channel, "AttachFiles")) refuse("permissions");
  if (holds.embeds && !may(channel, "EmbedLinks")) refuse("permissions");
  if (holds.reply && !may(channel, "ReadMessageHistory")) refuse("noHistory");
}

/** Whether somebody shares a server with the bot, or has installed it. */
function mutual({ servers }: World, person: User): boolean {
  return person.installed || [...servers.values()].some((server) => server.joined && isIn(person, server));
}
