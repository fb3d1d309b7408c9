import { type Client, PermissionFlagsBits, PermissionsBitField } from "discord.js";
import type { Posting } from "../../app/platform.js";

/** What the bot needs, by the names that Discord's settings give; the invitation asks for exactly these. */
export const needed = {
  "View Channel": PermissionFlagsBits.ViewChannel,
  "Send Messages": PermissionFlagsBits.SendMessages,
  "Attach Files": PermissionFlagsBits.AttachFiles,
  "Read Message History": PermissionFlagsBits.ReadMessageHistory,
  "Create Public Threads": PermissionFlagsBits.CreatePublicThreads,
  "Send Messages in Threads": PermissionFlagsBits.SendMessagesInThreads,
} as const;

export type PermissionName = keyof typeof needed;

/** Those of them that are not among these bits. */
export function missingIn(bits: bigint): readonly PermissionName[] {
  const held = new PermissionsBitField(bits);
  return (Object.keys(needed) as PermissionName[]).filter((name) => !held.has(needed[name]));
}

/** The link that puts the bot into a server, with what it needs and nothing more. */
export function inviteLink(application: string): string {
  const permissions = Object.values(needed).reduce((sum, bit) => sum | bit, 0n);
  const query = new URLSearchParams({
    client_id: application,
    scope: "bot applications.commands",
    permissions: String(permissions),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

/** What the gateway has told of the bot's rights in a channel; null where the channel is not known. */
export function missingHere(client: Client, channel: string): readonly PermissionName[] | null {
  const known = client.channels.cache.get(channel);
  if (!known || known.isDMBased() || !client.user) return null;
  const held = known.permissionsFor(client.user.id);
  return held && missingIn(held.bitfield);
}

/** Where something was refused, as far as that is known. */
export type Site = { readonly channel: string | null; readonly guild?: string };

/** Tells an outage and a removal from a missing permission, and names what is missing and where to set it. */
export function explainRefusal(
  client: Client,
  { channel, guild }: Site,
  posting: Posting,
  now: Date,
): Posting {
  if (posting.kind !== "refused" || channel === null) return posting;
  const known = client.channels.cache.get(channel);
  if (known?.isThreadOnly()) return { ...posting, reason: "not-allowed", detail: noForum };
  const server = known && !known.isDMBased() ? known.guild : client.guilds.cache.get(guild ?? "");
  const isAccess = posting.reason === "not-allowed" || posting.reason === "channel-gone";
  if (isAccess && server && !server.available) {
    return { kind: "later", notBefore: new Date(now.getTime() + 60_000) };
  }
  if (isAccess && !server && guild !== undefined && client.isReady())
    return { ...posting, reason: "removed" };
  const missing = posting.reason === "not-allowed" ? missingHere(client, channel) : null;
  if (!missing || missing.length === 0) return posting;
  return { ...posting, detail: `${missing.join(", ")}: ${cure}` };
}

const noForum = "A forum channel takes posts, not messages: choose a text channel, or a post in the forum.";
const cure = "allow it for the bot in the channel’s settings › Permissions, or in Server Settings › Roles.";
