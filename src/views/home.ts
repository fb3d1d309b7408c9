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
  readonly due: number;
  readonly topics: number;
  readonly hidden: boolean;
  readonly reminder: Reminder | null;
  readonly settings: PracticeSettings;
}): Message {
  const due = home.due === 0 ? "Nothing is due." : `${counted(home.due, "card")} due.`;
  const say = (label: string, words: string) => ({ label, press: encodeAction({ kind: "say", words }) });
  return {
    summary: `Your desk. ${due}`,
    blocks: [
      heading("Your streaks"),
      ...(home.parts.length === 0
        ? [note(...prose("None yet: a streak begins with your first answer in a channel."))]
        : []),
      ...home.parts.flatMap(partBlocks),
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
      note(
        ...prose(
          home.hidden ? "You are hidden from every board." : "You are on the boards of your channels.",
        ),
      ),
      buttons(
        home.hidden
          ? say("Show me on the boards", "mydata show")
          : say("Hide me from the boards", "mydata hide"),
        say("Delete everything about me…", "mydata delete"),
      ),
    ],
  };
}

function partBlocks({ channel, streak, open }: HomePart): readonly Block[] {
  const running = streak.current === 0 ? "no streak running" : `${counted(streak.current, "day")} in a row`;
  const line = note(strong(`${channel}:`), text(` ${running}, ${counted(streak.freezes, "freeze")} held.`));
  return open
    ? [line, note(...prose("A question waits for your answer there, open until ", time(open), "."))]
    : [line];
}
