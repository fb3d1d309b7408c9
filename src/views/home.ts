import { encodeAction } from "../core/action.js";
import { type Block, buttons, heading, type Message, note } from "../core/message.js";
import type { PracticeSettings } from "../core/practice-settings.js";
import { strong, text, time } from "../core/prose.js";
import type { Reminder } from "../core/reminder.js";
import type { Streak } from "../core/streak.js";
import { settingsButton, settingsLine } from "./practice-settings.js";
import { reminderLine } from "./reminder.js";
import { counted, prose } from "./words.js";

/** One channel as it stands for the person; `open`: when the question that waits for them closes. */
export type HomePart = { readonly channel: string; readonly streak: Streak; readonly open: Date | null };

/** The page that belongs to one person, where a platform has such a thing. */
export function homeMessage(home: {
  readonly parts: readonly HomePart[];
  /** Null: no card yet. */
  readonly due: number | null;
  readonly topics: number;
  readonly hidden: boolean;
  readonly reminder: Reminder | null;
  readonly settings: PracticeSettings;
}): Message {
  const due = dueWords(home.due);
  const say = (label: string, words: string) => ({ label, press: encodeAction({ kind: "say", words }) });
  return {
    summary: `Your desk. ${due}`,
    blocks: [
      heading("Your streaks"),
      ...(home.parts.length === 0
        ? [note(...prose("None yet: a streak begins with your first answer in a channel."))]
        : []),
      ...home.parts.map(partLine),
      heading("Reminder"),
      note(...(home.reminder ? reminderLine(home.reminder) : prose("None: I write to you only when asked."))),
      buttons(
        home.reminder ? say("Stop reminders", "reminder off") : say("Remind me at 17:30", "reminder 17:30"),
      ),
      heading("Practice"),
      note(...prose(`**${due}** The notes have ${counted(home.topics, "topic")}.`)),
      note(text(settingsLine(home.settings))),
      buttons(
        { ...say("Practise", "practice"), tone: "primary" },
        say("A question now", "quiz"),
        settingsButton(),
      ),
      heading("About you"),
      note(...prose(boardWords(home.hidden, home.parts.length > 0))),
      buttons(
        home.hidden
          ? say("Show me on the boards", "mydata show")
          : say("Hide me from the boards", "mydata hide"),
        say("Send me all that is kept about me", "mydata export"),
        say("Delete everything about me…", "mydata delete"),
      ),
    ],
  };
}

function partLine({ channel, streak, open }: HomePart): Block {
  const running = streak.current === 0 ? "no streak running" : `${counted(streak.current, "day")} in a row`;
  const longest = streak.longest > streak.current ? `, ${streak.longest} at the longest` : "";
  const held = `${counted(streak.freezes, "freeze")} held`;
  const waits = open ? [text(" A question waits for your answer, open until "), time(open), text(".")] : [];
  return note(strong(`${channel}:`), text(` ${running}${longest}, ${held}.`), ...waits);
}

function dueWords(due: number | null): string {
  if (due === null) return "No cards yet: each question that you answer becomes one.";
  return due === 0 ? "Nothing is due." : `${counted(due, "card")} due.`;
}

function boardWords(hidden: boolean, plays: boolean): string {
  if (hidden) return "You are hidden from every board.";
  return plays
    ? "You are on the boards of your channels."
    : "You are on no board yet: your first answer in a channel puts you there.";
}
