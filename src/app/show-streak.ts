import type { Day } from "../core/calendar.js";
import { addDays, dayIn } from "../core/calendar.js";
import { type Channel, stateWithoutRound } from "../core/channel.js";
import type { ChannelId, PersonId } from "../core/ids.js";
import type { Member, MemberDay } from "../core/member.js";
import type { QuietDay } from "../core/opening.js";
import { foldStreak, type Ledger, type LedgerDay } from "../core/streak.js";
import { ledgerMessage, type StreakPart, streakMessage } from "../views/streak.js";
import { type App, pictureFor } from "./app.js";
import type { Event, Reply } from "./platform.js";

/** `/streak`: here, or everywhere where it is asked for in private. */
export async function showStreak(app: App, event: Event): Promise<Reply> {
  const parts: StreakPart[] = [];
  for (const member of await membersFor(app, event)) {
    const found = await ledgerOf(app, member, event.at);
    if (!found) continue;
    const part = partOf(found.channel, member, found.ledger);
    const picture = await pictureFor(app, event.person.id, (pictures) => pictures.year(part.days));
    parts.push({ ...part, ...picture });
  }
  return { whisper: streakMessage(parts) };
}

/** `/streak why`: each day and its state, in words; in private, of the channel where they answered last. */
export async function showLedger(app: App, event: Event): Promise<Reply> {
  const members = await membersFor(app, event);
  const last = members.length > 1 ? await app.store.lastChannel(event.person.id) : null;
  const member = members.find(({ channel }) => channel === last) ?? members[0];
  const found = member ? await ledgerOf(app, member, event.at) : null;
  const others = await Promise.all(
    members.filter((one) => one !== member).map(({ channel }) => app.store.channel(channel)),
  );
  const names = others.flatMap((one) => (one ? [one.name] : []));
  return { whisper: ledgerMessage(found?.channel.name ?? "", found?.ledger.lines ?? [], names) };
}

async function membersFor(app: App, { person, place }: Event): Promise<readonly Member[]> {
  if (place.kind !== "channel") return await app.store.memberships(person.id);
  const member = await app.store.member(place.id, person.id);
  return member ? [member] : [];
}

async function ledgerOf(
  app: App,
  member: Member,
  now: Date,
): Promise<{ channel: Channel; ledger: Ledger } | null> {
  const { channel: id, person } = member;
  const channel = await app.store.channel(id);
  if (!channel?.schedule) return null;
  const [rounds, quiet] = await Promise.all([memberDays(app, id, person), app.store.quietDays(id)]);
  const days = everyDay({ channel, joined: member.joined, rounds, quiet }, dayIn(channel.schedule.zone, now));
  return { channel, ledger: foldStreak(days) };
}

async function memberDays(app: App, id: ChannelId, person: PersonId): Promise<readonly MemberDay[]> {
  return await app.store.memberDays(id, person);
}

/**
 * Rounds and the days between them; what is not written yet is read off the schedule in force. Of days to come only
 * rounds are told: a zone was changed, or a clock ran ahead.
 */
function everyDay(
  {
    channel,
    joined,
    rounds,
    quiet,
  }: {
    readonly channel: Channel;
    readonly joined: Day;
    readonly rounds: readonly MemberDay[];
    readonly quiet: readonly QuietDay[];
  },
  today: Day,
): readonly LedgerDay[] {
  const byDay = new Map<Day, LedgerDay>();
  for (const { day, state } of quiet) byDay.set(day, { day, state });
  for (const { day, state, right } of rounds) byDay.set(day, { day, state, right });
  const days: LedgerDay[] = [];
  for (let day = joined; day <= today; day = addDays(day, 1)) {
    const known = byDay.get(day);
    if (known) days.push(known);
    else if (day < today && channel.schedule)
      days.push({ day, state: stateWithoutRound(channel.schedule, day) });
  }
  return [...days, ...rounds.filter(({ day }) => day > today)];
}

function partOf(channel: Channel, member: Member, { lines, streak }: Ledger): StreakPart {
  return {
    channel: channel.name,
    streak,
    answered: member.answered,
    right: member.right,
    since: member.joined,
    days: lines.map(({ day, state, right }) => ({ day, state, ...(right === undefined ? {} : { right }) })),
  };
}
