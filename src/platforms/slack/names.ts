import {
  type ChannelId,
  channelId,
  type PersonId,
  personId,
  type WorkspaceId,
  workspaceOf,
} from "../../core/ids.js";
import type { Receipt } from "../../core/message.js";
import { cut } from "./cut.js";
import { oneLine } from "./escape.js";
import { longestName } from "./limits.js";

export const personOf = (team: string, user: string): PersonId => personId(`slack:${team}/${user}`);
export const channelOf = (team: string, channel: string): ChannelId => channelId(`slack:${team}/${channel}`);
export const teamOf = (team: string): WorkspaceId => workspaceOf(channelId(`slack:${team}/`));

/** `C111` in `slack:T024/C111`; null for whatever is no channel of this workspace. */
export function readChannel(team: string, id: ChannelId): string | null {
  return readId(team, id);
}

/** `U061` in `slack:T024/U061`. */
export function readPerson(team: string, id: PersonId): string | null {
  return readId(team, id);
}

/** `T024` in `slack:T024/C111`; null for whatever is none of Slack’s. */
export function readTeam(id: ChannelId | PersonId): string | null {
  return /^slack:([A-Z0-9]{1,30})\//.exec(id)?.[1] ?? null;
}

/** Where a message stands: two workspaces that share a channel have the same id for it. */
export function receiptOf(team: string, channel: string, message: string): Receipt {
  return { channel: `${team}/${channel}`, message };
}

/** `team`: null for a receipt of the days when there was but one. */
export function readReceipt({ channel, message }: Receipt) {
  const [, team = null, own = channel] = /^([A-Z0-9]{1,30})\/(.*)$/.exec(channel) ?? [];
  return { team, channel: own, ts: message };
}

function readId(team: string, id: string): string | null {
  const [, of, own] = /^slack:([A-Z0-9]{1,30})\/([A-Z0-9]{1,30})$/.exec(id) ?? [];
  return of === team && own ? own : null;
}

/** The user group that a message may tell: an id, or a mention of it. */
export function groupIn(tell: string | undefined): string | null {
  return /^(?:<!subteam\^)?(S[A-Z0-9]{2,30})(?:\|[^<>]*)?>?$/.exec(tell ?? "")?.[1] ?? null;
}

/** A name as it is shown: one line, cut, nothing that turns the reading direction round. */
export function shownName(name: string): string {
  const short = cut(oneLine(name), longestName.units, longestName.graphemes);
  return short === "" ? "Somebody" : short;
}

/** When something happened by Slack's own clock: `1712345678.123456`. */
export function timeOf(stamp: string): Date | null {
  const seconds = Number(stamp);
  return /^\d{1,12}(\.\d+)?$/.test(stamp) ? new Date(Math.floor(seconds * 1000)) : null;
}
