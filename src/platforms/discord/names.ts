import {
  type ChannelId,
  channelId,
  type PersonId,
  personId,
  type WorkspaceId,
  workspaceOf,
} from "../../core/ids.js";
import { cut } from "./cut.js";
import { clean } from "./escape.js";
import { limits, longestName } from "./limits.js";

/** Discord's ids stay strings: as numbers above 2^53 they would merge people. */
export const personOf = (user: string): PersonId => personId(`discord:${user}`);
export const channelOf = (guild: string, channel: string): ChannelId =>
  channelId(`discord:${guild}/${channel}`);
export const guildOf = (guild: string): WorkspaceId => workspaceOf(channelId(`discord:${guild}/`));

/** `9001` in `discord:4411/9001`; null for whatever is no channel of Discord's. */
export function readChannel(id: ChannelId): { readonly guild: string; readonly channel: string } | null {
  const [, guild, channel] = /^discord:(\d{1,20})\/(\d{1,20})$/.exec(id) ?? [];
  return guild && channel ? { guild, channel } : null;
}

/** `8035` in `discord:8035`. */
export function readPerson(id: PersonId): string | null {
  return /^discord:(\d{1,20})$/.exec(id)?.[1] ?? null;
}

/** The role that a message may tell: an id, or a mention of it. */
export function roleIn(tell: string | undefined): string | null {
  return /^(?:<@&)?(\d{17,20})>?$/.exec(tell ?? "")?.[1] ?? null;
}

/** A name as it is shown: one line, cut, nothing that turns the reading direction round. */
export function shownName(name: string): string {
  const line = clean(name).replace(/\s+/g, " ").trim();
  const short = cut(line, longestName.units, longestName.graphemes);
  return short === "" ? "Somebody" : short;
}

/** Plain letters, as an attachment is referred to by its name; the index keeps two of them apart. */
export function fileName(name: string, index: number): string {
  const plain = clean(name)
    .replace(/[^\w.-]+/g, "_")
    .replace(/^[._]+/, "");
  return `${index}-${plain === "" ? "file" : plain.slice(-(limits.fileName - 10))}`;
}

/** When a snowflake was made. */
export function timeOf(snowflake: string): Date {
  return new Date(Number((BigInt(snowflake) >> 22n) + epoch));
}

/** The first snowflake of an instant. */
export function snowflakeAt(at: Date): string {
  const since = BigInt(at.getTime()) - epoch;
  return String((since > 0n ? since : 0n) << 22n);
}

/** 2015-01-01 in milliseconds. */
const epoch = 1_420_070_400_000n;
