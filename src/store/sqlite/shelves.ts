import { answers } from "./answers.js";
import { banks } from "./banks.js";
import { beats } from "./beats.js";
import { cards } from "./cards.js";
import { channels } from "./channels.js";
import type { CommitQueue } from "./commit-queue.js";
import { corrections } from "./corrections.js";
import { members } from "./members.js";
import type { Db } from "./open.js";
import { people } from "./people.js";
import { proposals } from "./proposals.js";
import { reminders } from "./reminders.js";
import { reports } from "./reports.js";
import { rounds } from "./rounds.js";
import { standings } from "./standings.js";

/** What the methods of the store are made of: the statements of each noun, and the one way to write. */
export type Shelves = ReturnType<typeof openShelves>;

export function openShelves(db: Db, queue: CommitQueue) {
  const [bank, round] = [banks(db), rounds(db)];
  return {
    ...{ db, queue, bank, round },
    correction: corrections({ db, bank, round }),
    channel: channels(db),
    member: members(db),
    answer: answers(db),
    person: people(db),
    beat: beats(db),
    standing: standings(db),
    card: cards(db),
    report: reports(db),
    proposal: proposals(db),
    reminder: reminders(db),
  };
}
