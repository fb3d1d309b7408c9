import { isAway } from "../core/away.js";
import { dayIn } from "../core/calendar.js";
import { keyOf, type PersonId, workspaceOf } from "../core/ids.js";
import { putOff, type Reminder, takeReminder } from "../core/reminder.js";
import { fingerprint } from "../core/seed.js";
import { reminderMessage, type Waiting } from "../views/reminder.js";
import { type App, platformFor } from "./app.js";
import type { Posting } from "./platform.js";

/** So many milliseconds into a tick no more reminders begin: what hangs must not hold up the next minute's dailies. */
const longest = 20_000;

/**
 * One person's reminder, where its hour has come: at most once a day, whatever breaks, and only while a question waits.
 * While the connection is dead it waits, for as long as it is in time.
 */
export async function remind(app: App, person: PersonId, now: Date): Promise<void> {
  if (app.clock().getTime() - now.getTime() > longest) return;
  const platform = platformFor(app, person);
  const { slot, reminder } = await app.store.changeReminder(person, (old) => {
    if (!old) return { slot: null, reminder: null };
    const taken = takeReminder(old, now);
    return taken.slot && !platform?.connected() ? { slot: null, reminder: old } : taken;
  });
  if (!slot || !reminder || !platform) return;
  const [first, ...others] = await waitingFor(app, person, now);
  if (!first) return;
  const key = keyOf(fingerprint(`reminder ${person} ${slot.toISOString()}`));
  const posting = await platform.post({ kind: "direct", person }, reminderMessage(first, others), key);
  await settle(app, person, { slot, reminder }, posting);
}

/** What may have got out is never sent again; closed direct messages end it, as somebody who closes them wishes. */
async function settle(
  app: App,
  person: PersonId,
  taken: { readonly slot: Date; readonly reminder: Reminder },
  posting: Posting,
): Promise<void> {
  switch (posting.kind) {
    case "posted":
      return;
    case "doubt":
      return app.log.info("a reminder may have got out or not: it is not sent again", { person });
    case "later":
      await app.store.changeReminder(person, (now) => ({ reminder: putOff(now, taken, posting.notBefore) }));
      return;
    case "refused":
      if (posting.reason !== "direct-closed") {
        return app.log.warn(`a reminder was refused: ${posting.reason}`, { person });
      }
      await app.store.changeReminder(person, () => ({ reminder: null }));
      return app.log.warn(
        "direct messages are closed: this person is reminded no more until they ask again",
        {
          person,
        },
      );
  }
}

/** Never while away, read as each channel's own dates, and never of a channel that the bot cannot reach. */
export async function waitingFor(app: App, person: PersonId, now: Date): Promise<readonly Waiting[]> {
  const away = await app.store.away(person);
  const waiting: Waiting[] = [];
  for (const round of await app.store.waiting(person, now)) {
    const channel = await app.store.channel(round.channel);
    if (!channel?.schedule || channel.schedule.paused?.by === "refusal") continue;
    if (app.workspaces && !app.workspaces.has(workspaceOf(channel.id))) continue;
    if (!isAway(away, dayIn(channel.schedule.zone, now))) waiting.push({ channel: channel.name, round });
  }
  return waiting;
}
