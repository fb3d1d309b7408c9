import type { News } from "../../app/platform.js";
import { type Body, objectIn, stringIn } from "./body.js";
import { channelOf, teamOf } from "./names.js";

/** What happens to the workspace and its channels; null for every other event. `me`: the bot's own user. */
export function newsOf(body: Body, team: string, me: string): News | null {
  if (body.type !== "event_callback") return null;
  const event = objectIn(body.event);
  const gone = (): News => ({ kind: "channel-gone", channel: channelOf(team, stringIn(event.channel)) });
  switch (event.type) {
    case "app_uninstalled":
      return { kind: "left", workspace: teamOf(team) };
    case "tokens_revoked":
      return isOurs(event, me) ? { kind: "left", workspace: teamOf(team) } : null;
    case "channel_archive":
    case "channel_deleted":
    case "channel_left":
    case "group_archive":
    case "group_deleted":
    case "group_left":
      return gone();
    case "member_left_channel":
      return event.user === me ? gone() : null;
    default:
      return null;
  }
}

function isOurs({ tokens }: Body, me: string): boolean {
  const { bot } = objectIn(tokens);
  return Array.isArray(bot) && bot.includes(me);
}
