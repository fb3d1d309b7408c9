import { topicsOf } from "../core/bank.js";
import type { PersonId } from "../core/ids.js";
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
    due: cards.filter((card) => card.due <= now).length,
    topics: topicsOf(app.bank.now).length,
    hidden: (await app.store.person(person))?.hidden === true,
  });
}

/** Who has opened their page since the start sees it change with what they do; where there are no such pages, nothing. */
export function keepHomes(app: App): { refresh(event: Event): void } {
  const opened = new Set<PersonId>();
  return {
    refresh({ person: { id }, did }) {
      if (did.kind === "opened-home") opened.add(id);
      else if (did.kind !== "typing" && opened.has(id)) void publish(app, id);
    },
  };
}

async function publish(app: App, person: PersonId): Promise<void> {
  try {
    await platformFor(app, person)?.home?.(person, await homeOf(app, person));
  } catch (cause) {
    app.log.error("a home page could not be refreshed", cause);
  }
}
