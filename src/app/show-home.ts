import { topicsOf } from "../core/bank.js";
import type { ChannelId, PersonId } from "../core/ids.js";
import type { Message } from "../core/message.js";
import { type HomePart, homeMessage } from "../views/home.js";
import { type App, platformFor } from "./app.js";
import type { Event } from "./platform.js";

/** A person's own page: streaks, what is open, what is due, what is kept about them. */
export async function homeOf(app: App, person: PersonId): Promise<Message> {
  const now = app.clock();
  const parts: HomePart[] = [];
  for (const member of await app.store.memberships(person)) {
    const channel = await app.store.channel(member.channel);
    if (!channel?.schedule) continue;
    const streak = await app.store.streak(channel.id, person);
    const rounds = await app.store.openRounds(channel.id);
    const open = rounds.find((round) => round.kind === "scheduled" && round.postedAt !== null);
    const answered = open ? (await app.store.attempt(open.key, person)) !== null : false;
    parts.push({ channel: channel.name, streak, open: open && !answered ? open.closesAt : null });
  }
  const cards = [...(await app.store.cards(person)).values()];
  return homeMessage({
    parts,
    due: cards.length === 0 ? null : cards.filter((card) => card.due <= now).length,
    topics: topicsOf(app.bank.now).length,
    reminder: await app.store.reminder(person),
    settings: await app.store.settings(person),
    hidden: (await app.store.person(person))?.hidden === true,
  });
}

/** Who has opened their page since the start sees it change with what they do. */
export function keepHome(app: App, { person: { id }, did }: Event): void {
  if (did.kind === "opened-home") app.homes?.add(id);
  else if (did.kind !== "typing" && app.homes?.has(id)) void publish(app, id);
}

/** And with what is asked and closed in their channels. One after the other; nobody waits for it. */
export async function refreshHomes(app: App, channels: ReadonlySet<ChannelId>): Promise<void> {
  if (channels.size > 0) for (const person of app.homes ?? []) await publish(app, person, channels);
}

/** `only`: where nothing happened in a channel of theirs, nothing is to be shown. Never throws. */
async function publish(app: App, person: PersonId, only?: ReadonlySet<ChannelId>): Promise<void> {
  try {
    const theirs = only ? await app.store.memberships(person) : [];
    if (only && !theirs.some(({ channel }) => only.has(channel))) return;
    await platformFor(app, person)?.home?.(person, await homeOf(app, person));
  } catch (cause) {
    app.log.error("a home page could not be refreshed", cause);
  }
}
