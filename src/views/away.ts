import { mostAway } from "../core/away.js";
import type { Day, DayRange } from "../core/calendar.js";
import { heading, type Message, note } from "../core/message.js";
import { text, time } from "../core/prose.js";
import type { Waiting } from "./reminder.js";
import { titled } from "./titled.js";
import { counted, dayWords, listed, prose } from "./words.js";

/** `all`: every range that is not over, this one among them. */
export function awayMessage(wish: DayRange, today: Day, all: readonly DayRange[]): Message {
  const whole =
    all.length > 1 ? ` All that is set: ${listed(all.map((range) => rangeWords(range, today)))}.` : "";
  return titled(
    "Have a good time",
    `You are away ${rangeWords(wish, today)}, in all channels. Those days break no streak and spend no freeze; what you answer all the same counts. /streak away off ends it.${whole}`,
  );
}

/** What is set, and how to set it. */
export function awaySetMessage(all: readonly DayRange[], today: Day): Message {
  const how = "the first and the last date: /streak away 2026-08-01..2026-08-14 (one date is one day)";
  return all.length === 0
    ? titled("You are not away", `To be away without losing a streak, say ${how}.`)
    : titled(
        "Your days away",
        `You are away ${listed(all.map((range) => rangeWords(range, today)))}. To add more, say ${how}; /streak away off ends all of it.`,
      );
}

/** `before`: what was set and is not over; `waiting`: questions that are open and unanswered now. */
export function awayOverMessage(
  before: readonly DayRange[],
  today: Day,
  waiting: readonly Waiting[],
): Message {
  if (before.length === 0)
    return titled("You are not away", "No days away were set, so nothing was changed.");
  if (!before.some(({ from }) => from <= today)) {
    return titled("Taken back", "Your days away to come are taken back: every question counts.");
  }
  const words = "You are no longer away: from today on every question counts again.";
  const open = waiting.map(({ channel, round }) =>
    note(
      ...prose(
        "The one that is open in ",
        text(channel),
        " too: answer it until ",
        time(round.closesAt),
        ".",
      ),
    ),
  );
  return { summary: `Welcome back. ${words}`, blocks: [heading("Welcome back"), note(text(words)), ...open] };
}

function rangeWords({ from, to }: DayRange, today: Day): string {
  return from === to
    ? `on ${dayWords(from, today)}`
    : `from ${dayWords(from, today)} to ${dayWords(to, today)}`;
}

export function awayClosedMessage(day: Day): Message {
  return titled(
    "That day is over",
    `The question of ${dayWords(day)} is closed, and what happened stays. Choose days whose question is still open or to come.`,
  );
}

export function awayPastMessage(): Message {
  return titled(
    "Those days are over",
    "What happened on them stays. Choose days that are to come, or whose question is still open.",
  );
}

export function awayTooLongMessage(spent: number): Message {
  const already =
    spent > 0 ? ` ${counted(spent, "day")} of it ${spent === 1 ? "is" : "are"} spent already.` : "";
  return titled(
    "That is too long",
    `You can be away for ${mostAway.days} days in any ${mostAway.within}.${already} Choose fewer days; a streak that ends can begin anew.`,
  );
}
