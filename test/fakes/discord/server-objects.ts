import { channelObject, memberObject } from "./objects.js";
import { ordinary, sum } from "./permissions.js";
import type { Role, Server, User, World } from "./world.js";

export function serverObject(server: Server, world: World) {
  const own = [...world.channels.values()].filter((channel) => channel.server === server);
  return {
    ...bareServerObject(server, world),
    joined_at: "2024-01-02T03:04:05.000000+00:00",
    large: false,
    unavailable: false,
    member_count: world.users.size,
    members: [memberObject(world.bot, server)],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    channels: own.filter(({ kind }) => kind !== "thread").map((channel) => channelObject(channel, world)),
    threads: own
      .filter(({ kind, archived }) => kind === "thread" && !archived)
      .map((channel) => channelObject(channel, world)),
  };
}

export function bareServerObject(server: Server, world: World) {
  return {
    id: server.id,
    name: server.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: server.owner,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    roles: roleObjects(server, world.bot),
    emojis: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: server.locale,
    public_updates_channel_id: null,
    nsfw_level: 0,
    stickers: [],
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
    max_members: 500_000,
  };
}

function roleObject(role: Role) {
  return {
    ...roleDefaults,
    id: role.id,
    name: role.name,
    mentionable: role.mentionable,
    permissions: "0",
    position: 1,
  };
}

const roleDefaults = {
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  icon: null,
  unicode_emoji: null,
  managed: false,
  mentionable: false,
  flags: 0,
};

export function roleObjects(server: Server, bot: User) {
  return [
    { ...roleDefaults, id: server.id, name: "@everyone", permissions: String(sum(ordinary)), position: 0 },
    {
      ...roleDefaults,
      id: server.botRole,
      name: bot.name,
      managed: true,
      permissions: String(sum(server.permissions)),
      position: 1,
      tags: { bot_id: bot.id },
    },
    ...server.roles.map(roleObject),
  ];
}
