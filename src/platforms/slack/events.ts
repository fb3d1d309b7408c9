import type { Event, Place } from "../../app/platform.js";
import type { Act } from "./acts.js";
import type { Known } from "./known.js";
import { channelOf, personOf } from "./names.js";

/** What somebody did, in our words: with their name, their rights, and what the channel is called. */
export async function eventOf(act: Act, team: string, known: Known): Promise<Event> {
  const [person, place, did] = await Promise.all([
    known.person(act.user, act.handle),
    placeOf(act, team, known),
    didOf(act, team, known),
  ]);
  const { id, at, on } = act;
  return { id, at, person: { id: personOf(team, act.user), ...person }, place, did, ...(on ? { on } : {}) };
}

/** With the bot alone: its direct conversation and its home tab. */
export function isDirect({ channel }: Pick<Act, "channel">): boolean {
  return channel === null || channel.id.startsWith("D");
}

async function placeOf(act: Act, team: string, known: Known): Promise<Place> {
  if (isDirect(act) || act.channel === null) return { kind: "direct", person: personOf(team, act.user) };
  const { id } = act.channel;
  // A press needs no name: whoever pressed is waiting.
  const name = act.channel.name ?? (act.by === "command" ? await known.channelName(id) : null);
  return { kind: "channel", id: channelOf(team, id), ...(name === null ? {} : { name }) };
}

/** Channels and groups that were typed by name, where Slack did not turn them into mentions. */
async function didOf({ did }: Act, team: string, known: Known): Promise<Event["did"]> {
  if (did.kind !== "command") return did;
  const move = /^(daily move )#(\S+)$/i.exec(did.words);
  if (move) {
    const found = await known.channelCalled(move[2] ?? "");
    return found === null
      ? did
      : { kind: "command", words: `${move[1]}${channelOf(team, found)} #${move[2]}` };
  }
  const unnamed = /^daily move slack:\w+\/(\w+)$/i.exec(did.words);
  const name = unnamed && (await known.channelName(unnamed[1] ?? ""));
  if (name) return { kind: "command", words: `${did.words} ${name}` };
  const tell = /^(daily options .*?\btell=)@([\w.-]+)(.*)$/is.exec(did.words);
  const group = tell && (await known.groupCalled(tell[2] ?? ""));
  return tell && group ? { kind: "command", words: `${tell[1]}<!subteam^${group}>${tell[3]}` } : did;
}
