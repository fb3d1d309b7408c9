import { bits, everyBit, ordinary, sum } from "./permissions.js";
import {
  type Channel,
  type Message,
  mayManage,
  type Server,
  typeOf,
  type User,
  type World,
} from "./world.js";

/** Discord's JSON for what is in the world, in the shapes of its documentation. */
export function userObject(user: User) {
  return {
    id: user.id,
    username: user.name.toLowerCase().replaceAll(/[^a-z0-9._]/g, "_"),
    global_name: user.bot ? null : user.name,
    discriminator: "0",
    avatar: null,
    bot: user.bot,
    system: false,
    banner: null,
    accent_color: null,
    avatar_decoration_data: null,
    public_flags: 0,
  };
}

export function memberPermissions(user: User, server: Server): bigint {
  return sum(ordinary) | (mayManage(user, server) ? bits.ManageGuild : 0n);
}

export function memberObject(user: User, server: Server) {
  const roles = server.roles.filter(({ members }) => members.has(user.id)).map(({ id }) => id);
  return {
    user: userObject(user),
    nick: null,
    avatar: null,
    banner: null,
    roles: user.bot ? [server.botRole, ...roles] : roles,
    joined_at: "2024-01-02T03:04:05.000000+00:00",
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  };
}

export function channelObject(channel: Channel, world: World) {
  const { id, name, server } = channel;
  const newest = [...channel.messages.keys()].at(-1) ?? null;
  const type = channel.parent?.kind === "announcement" ? 10 : typeOf[channel.kind];
  const base = { id, type, last_message_id: newest, flags: 0 };
  if (channel.kind === "dm")
    return { ...base, recipients: channel.person ? [userObject(channel.person)] : [] };
  const placed = { ...base, name, guild_id: server?.id };
  if (channel.kind === "thread") {
    return {
      ...placed,
      parent_id: channel.parent?.id ?? null,
      owner_id: world.bot.id,
      message_count: channel.messages.size,
      member_count: 1,
      total_message_sent: channel.messages.size,
      rate_limit_per_user: 0,
      thread_metadata: {
        archived: channel.archived,
        locked: channel.locked,
        auto_archive_duration: 1440,
        archive_timestamp: world.now().toISOString(),
      },
    };
  }
  const allowed = sum([...channel.permissions]);
  return {
    ...placed,
    position: 0,
    nsfw: false,
    topic: null,
    rate_limit_per_user: 0,
    parent_id: null,
    permission_overwrites: [
      { id: world.bot.id, type: 1, allow: String(allowed), deny: String(everyBit & ~allowed) },
    ],
    ...(channel.kind === "forum"
      ? {
          available_tags: [],
          default_reaction_emoji: null,
          default_sort_order: null,
          default_forum_layout: 0,
        }
      : {}),
  };
}

export function messageObject(message: Message, world: World): object {
  const { channel, author, cause } = message;
  const mentioned = [...message.pinged].map((written) => /^<@(\d+)>$/.exec(written)?.[1]);
  return {
    id: message.id,
    type: cause ? 20 : message.repliesTo ? 19 : 0,
    channel_id: channel.id,
    author: userObject(author),
    content: message.content,
    embeds: message.embeds,
    components: message.components,
    attachments: message.attachments.map(({ bytes: _, ...attachment }) => ({
      ...attachment,
      url: `https://cdn.discordapp.com/attachments/${channel.id}/${attachment.id}/${attachment.filename}`,
      proxy_url: `https://media.discordapp.net/attachments/${channel.id}/${attachment.id}/${attachment.filename}`,
    })),
    flags: message.flags,
    timestamp: message.at.toISOString(),
    edited_timestamp: message.editedAt?.toISOString() ?? null,
    tts: false,
    pinned: false,
    mention_everyone: message.pinged.has("@everyone") || message.pinged.has("@here"),
    mentions: mentioned.flatMap((id) => userObjects(id, world)),
    mention_roles: [...message.pinged].flatMap((written) => /^<@&(\d+)>$/.exec(written)?.[1] ?? []),
    ...(message.nonce === null ? {} : { nonce: message.nonce }),
    ...(message.repliesTo
      ? { message_reference: { type: 0, message_id: message.repliesTo, channel_id: channel.id } }
      : {}),
    ...(cause
      ? {
          application_id: world.bot.id,
          webhook_id: world.bot.id,
          interaction_metadata: {
            id: cause.id,
            type: cause.type,
            user: userObject(cause.user),
            authorizing_integration_owners: {},
          },
        }
      : {}),
    ...(message.thread ? { thread: channelObject(message.thread, world) } : {}),
  };
}

function userObjects(id: string | undefined, world: World) {
  const user = id === undefined ? undefined : world.users.get(id);
  return user ? [userObject(user)] : [];
}
