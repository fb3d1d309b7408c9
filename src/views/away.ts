import { mostAway } from "../core/away.js";
import type { Day, DayRange } from "../core/calendar.js";
import { heading, type Message, note } from "../core/message.js";
import { text } from "../core/prose.js";
import { counted, dayWords } from "./words.js";

const say = (title: string, words: string): Message => ({
  summary: `${title}. ${words}`,
  blocks: [heading(title), note(text(words))],
});

export function awayMessage({ from, to }: DayRange, today: Day): Message {
  const days =
    from === to ? `on ${dayWords(from, today)}` : `from ${dayWords(from, today)} to ${dayWords(to, today)}`;
  return say(
    "Have a good time",
    `You are away ${days}, in all channels. Those days break no streak and spend no freeze; what you answer all the same counts. /streak away off ends it.`,
  );
}

export function awayOverMessage(): Message {
  return say("Welcome back", "You are no longer away: the next question counts again.");
}

export function awayClosedMessage(day: Day): Message {
  return say(
    "That day is over",
    `The question of ${dayWords(day)} is closed, and what happened stays. Choose days whose question is still open or to come.`,
  );
}

export function awayPastMessage(): Message {
  return say(
    "Those days are over",
    "What happened on them stays. Choose days that are to come, or whose question is still open.",
  );
}

export function awayTooLongMessage(spent: number): Message {
  const already = spent > 0 ? ` ${counted(spent, "day")} of it are spent already.` : "";
  return say(
    "That is too long",
    `You can be away for ${mostAway.days} days in any ${mostAway.within}.${already} Choose fewer days; a streak that ends can begin anew.`,
  );
}
