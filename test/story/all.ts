import { alone } from "./alone.js";
import { away } from "./away.js";
import { board } from "./board.js";
import { chosenTopics } from "./chosen-topics.js";
import { clocks } from "./clocks.js";
import { correctedKeys } from "./corrected-keys.js";
import { daysOff } from "./days-off.js";
import { downtime } from "./downtime.js";
import { editedNotes } from "./edited-notes.js";
import { keeper } from "./keeper.js";
import { month } from "./month.js";
import { options } from "./options.js";
import { people } from "./people.js";
import { practiceRuns } from "./practice-runs.js";
import { presses } from "./presses.js";
import { reminders } from "./reminders.js";
import type { Stories } from "./telling.js";
import { threeDays } from "./three-days.js";
import { typed } from "./typed.js";
import { wrongQuestions } from "./wrong-questions.js";

/** Those that are soon told. */
export const shortStories: Stories = {
  ...threeDays,
  ...presses,
  ...clocks,
  ...daysOff,
  ...away,
  ...downtime,
  ...people,
  ...editedNotes,
  ...alone,
  ...options,
  ...chosenTopics,
  ...keeper,
  ...typed,
  ...wrongQuestions,
  ...correctedKeys,
  ...board,
  ...reminders,
  ...practiceRuns,
};

/** Every story that is told on each platform, unedited. */
export const allStories: Stories = { ...shortStories, ...month };
