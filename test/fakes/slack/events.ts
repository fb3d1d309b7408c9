import type { Delivery } from "./delivery.js";
import type { Json } from "./json.js";
import { stringIn } from "./json.js";
import type { Emit } from "./method.js";
import { newId, type Team, type World } from "./world.js";

/** The scope that an event of this type needs; none where every app may have it. */
const scopeOf: Readonly<Record<string, string>> = {
  "message.im": "im:history",
  "message.channels": "channels:history",
  "message.groups": "groups:history",
  app_mention: "app_mentions:read",
  channel_archive: "channels:read",
  channel_unarchive: "channels:read",
  channel_deleted: "channels:read",
  channel_rename: "channels:read",
  group_archive: "groups:read",
  member_left_channel: "channels:read",
  member_joined_channel: "channels:read",
  user_change: "users:read",
};

/** Wraps an event and sends it, where the app subscribed to its type and has the scope. */
export function emitter(world: World, delivery: Delivery): Emit {
  return (team, event) => {
    if (hears(world, team, event)) void delivery.send(eventParcel(world, team, event));
  };
}

/** In a shared channel `team_id` is the workspace that it began in; whose app hears of it stands below. */
export function eventParcel(world: World, team: Team, event: Json) {
  const where = world.conversations.get(stringIn(event.channel));
  const isShared = (where?.sharedWith.size ?? 0) > 0;
  return {
    type: "events_api",
    answers: false,
    payload: {
      token: "legacy",
      team_id: isShared ? where?.team : team.id,
      ...(team.enterprise ? { enterprise_id: team.enterprise.id } : {}),
      context_team_id: team.id,
      context_enterprise_id: team.enterprise?.id ?? null,
      api_app_id: world.appId,
      event,
      type: "event_callback",
      event_id: newId(world, "Ev"),
      event_time: Math.floor(world.now() / 1000),
      authorizations: [
        {
          enterprise_id: team.enterprise?.id ?? null,
          team_id: team.orgWide ? null : team.id,
          user_id: team.botUser,
          is_bot: true,
          is_enterprise_install: team.orgWide,
        },
      ],
      is_ext_shared_channel: isShared,
      event_context: newId(world, "4-"),
    },
  } as const;
}

function hears(world: World, team: Team, event: Json): boolean {
  const type =
    event.type === "message" ? `message.${pluralOf(stringIn(event.channel_type))}` : String(event.type);
  if (team.standing === "uninstalled" && type !== "app_uninstalled" && type !== "tokens_revoked")
    return false;
  if (world.manifest.events !== null && !world.manifest.events.includes(type)) return false;
  const scope = scopeOf[type];
  return scope === undefined || team.scopes.has(scope);
}

function pluralOf(kind: string): string {
  return kind === "im" ? "im" : `${kind}s`;
}
