import type { Action } from "../core/action.js";
import type { Ask } from "../core/ask.js";
import { hour } from "../core/calendar.js";
import { parseCommand } from "../core/command.js";
import { lastSlot } from "../core/reminder.js";
import { readRun } from "../core/run.js";
import { readSaid, type Said } from "../core/said.js";
import {
  noSuchLetterMessage,
  notAnsweredMessage,
  nothingWaitsMessage,
  pressLetterMessage,
} from "../views/said.js";
import { answerTyped, isNamed } from "./answer-typed.js";
import { type App, platformFor } from "./app.js";
import type { Event, Reply } from "./platform.js";
import { stopRun } from "./practise.js";
import { waitingFor } from "./remind.js";

/** What the inbox does with a press and with a command line. */
export type Deeds = {
  readonly press: (action: Action) => Promise<Reply>;
  readonly command: (words: string) => Promise<Reply>;
};

/**
 * Something written to the bot alone: an answer by its name to the newest question there, which may be called “Daily”; a
 * command, which a slash makes of any words; else another answer, else help.
 */
export async function hearSaid(
  app: App,
  event: Event,
  text: string,
  { press, command }: Deeds,
): Promise<Reply> {
  const { person, place } = event;
  const typed = text.trim();
  const words = typed.replace(/^\//, "");
  const wish = parseCommand(words);
  if (place.kind !== "direct") return await command(words);
  const where = platformFor(app, person.id)?.onePane ? "anywhere" : "alone";
  const ask = await app.store.newestAsk(person.id, where);
  const isAnswered = ask !== null && words === typed && isNamed(app, ask, typed);
  const isCommand = wish.kind !== "misread" || wish.fault.kind !== "command";
  if (isCommand && !isAnswered) return await command(words);
  const said = isAnswered ? null : readSaid(words, ask);
  const mayAnswer = said ? isAnswer(said) : ask !== null && ask.attempt === null;
  if (mayAnswer && (await cameUnderReminder(app, event, ask))) {
    return { whisper: pressLetterMessage() };
  }
  switch (said?.kind) {
    case undefined:
      return (await answerTyped(app, event, ask, typed)) ?? (await command(words));
    case "action":
      return await press(said.action);
    case "grade": {
      if (!ask) return { whisper: nothingWaitsMessage(ask) };
      const reviews = readRun(ask.run ?? "")?.reviews ?? 0;
      return await press({ kind: "grade", key: ask.key, grade: said.grade, reviews });
    }
    case "stop":
      return ask && isGoing(ask, event.at)
        ? await stopRun(app, event, ask)
        : { whisper: nothingWaitsMessage(ask) };
    case "no such letter":
      return { whisper: noSuchLetterMessage(said.last) };
    case "not answered":
      return { whisper: ask ? notAnsweredMessage(ask) : nothingWaitsMessage(ask) };
    case "nothing waits":
      return { whisper: nothingWaitsMessage(ask) };
  }
}

/** A run whose last card is answered long since is over. */
function isGoing({ attempt, askedAt }: Ask, now: Date): boolean {
  return attempt === null || now.getTime() - askedAt.getTime() < hour;
}

function isAnswer(said: Said): boolean {
  if (said.kind !== "action") return said.kind === "no such letter" || said.kind === "nothing waits";
  return said.action.kind !== "next card" && said.action.kind !== "next question";
}

/** Whether a reminder has come since the newest question there: what is typed may be meant for either. */
async function cameUnderReminder(app: App, { person, at }: Event, ask: Ask | null): Promise<boolean> {
  const reminder = await app.store.reminder(person.id);
  if (!reminder || (ask && lastSlot(reminder, at) < ask.askedAt)) return false;
  return (await waitingFor(app, person.id, at)).length > 0;
}
