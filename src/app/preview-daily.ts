import { type Day, dayIn, nextSlot, readDay } from "../core/calendar.js";
import type { Channel } from "../core/channel.js";
import type { QuestionId } from "../core/ids.js";
import { changeSchedule, chooseFor, putAside } from "../core/opening.js";
import { leftOut } from "../core/round.js";
import { nothingToAskMessage, scheduleMissingMessage } from "../views/daily.js";
import { previewMessage } from "../views/preview.js";
import { notAllowedMessage, unknownPressMessage } from "../views/trouble.js";
import type { App } from "./app.js";
import { saved } from "./not-saved.js";
import type { Event, Reply } from "./platform.js";

/** `/daily preview`: the next question, for the keeper's eyes. */
export async function previewDaily(app: App, event: Event, channel: Channel | null): Promise<Reply> {
  if (!channel?.schedule) return { whisper: scheduleMissingMessage() };
  const day = await nextDay(app, channel, event.at);
  return day
    ? { whisper: await preview(app, channel, day) }
    : { whisper: nothingToAskMessage(leftOut(app.bank.now, channel.schedule)) };
}

/** *Take another*: the one that was seen is put aside for that date. */
export async function previewAnother(app: App, event: Event, words: string): Promise<Reply> {
  const day = readDay(words);
  const channel = event.place.kind === "channel" ? await app.store.channel(event.place.id) : null;
  if (!channel?.schedule || !day) return { whisper: unknownPressMessage() };
  if (!event.person.mayManage && channel.keeper !== event.person.id)
    return { whisper: notAllowedMessage(channel) };
  const bank = app.bank.now;
  const history = await app.store.history(channel.id);
  const open = await openIn(app, channel);
  const changed = await saved(
    app.store.changeChannel(channel.id, event.at, (state) => {
      const schedule = state.channel?.schedule;
      const seen = state.channel && chooseFor(state.channel, { bank, history, day });
      if (!state.channel || !schedule || !seen) return null;
      const before = schedule.aside?.day === day ? schedule.aside.questions : [];
      const questions = putAside(schedule, { bank, before, seen: seen.question.id, open });
      const aside = { day, questions };
      return changeSchedule(state, { ...state.channel, schedule: { ...schedule, aside } }, event.at);
    }),
  );
  return changed ? { replace: await preview(app, changed, day) } : { whisper: unknownPressMessage() };
}

async function preview(app: App, channel: Channel, day: Day) {
  const { schedule } = channel;
  const history = await app.store.history(channel.id);
  const entry = chooseFor(channel, { bank: app.bank.now, history, day });
  if (!schedule || !entry) return nothingToAskMessage(schedule ? leftOut(app.bank.now, schedule) : 0);
  const { id } = entry.question;
  const last = history.questions.get(id);
  return previewMessage(channel, entry.question, {
    day,
    last: last ? dayIn(schedule.zone, last) : null,
    isOpen: (await openIn(app, channel)).has(id),
  });
}

/** What the channel has before its eyes. */
async function openIn(app: App, { id }: Channel): Promise<ReadonlySet<QuestionId>> {
  return new Set((await app.store.openRounds(id)).map(({ asked }) => asked.question));
}

async function nextDay(app: App, { id, schedule }: Channel, now: Date): Promise<Day | null> {
  const dueAt = await app.store.dueAt(id);
  if (!schedule || !dueAt) return null;
  return nextSlot(schedule, new Date(Math.max(now.getTime(), dueAt.getTime() - 1)))?.day ?? null;
}
