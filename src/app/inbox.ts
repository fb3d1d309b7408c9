import { type Action, decodeAction } from "../core/action.js";
import { parseCommand } from "../core/command.js";
import { workspaceOf } from "../core/ids.js";
import { keepNewest } from "../core/memo.js";
import { helpMessage } from "../views/help.js";
import { misreadMessage } from "../views/misread.js";
import { settingsForm } from "../views/practice-settings.js";
import { failureMessage, notSavedMessage, notServedMessage, unknownPressMessage } from "../views/trouble.js";
import { answerAsk } from "./answer-ask.js";
import { answerRound } from "./answer-round.js";
import type { App } from "./app.js";
import { askNext, askTopic } from "./ask-topic.js";
import { completeCommand } from "./complete-command.js";
import { exportMine } from "./export-mine.js";
import { hearSaid } from "./hear-said.js";
import { aboutMe, confirmErasure, eraseMe, keepMine, setHidden } from "./my-data.js";
import { NotSaved } from "./not-saved.js";
import type { Event, Inbox, Reply } from "./platform.js";
import { gradeCard, nextInRun, startRun } from "./practise.js";
import { previewAnother } from "./preview-daily.js";
import { askReport, takeReport } from "./report-question.js";
import { setAway, showAway, stopAway } from "./set-away.js";
import { setDaily } from "./set-daily.js";
import { setPractice, takeSettings } from "./set-practice.js";
import { setReminder } from "./set-reminder.js";
import { showHistory } from "./show-history.js";
import { homeOf, keepHome } from "./show-home.js";
import { showBoardAloud, showBoardOf, showLeaderboard } from "./show-leaderboard.js";
import { showLedger, showStreak } from "./show-streak.js";

/** The one door: what a person did becomes what the bot says. It never throws. */
export function makeInbox(app: App): Inbox {
  const lately = keepNewest<string, Promise<Reply>>(mostLately);
  return (event) => {
    const name = `${event.person.id} ${event.id}`;
    const before = lately.get(name);
    if (before) return before;
    const reply = answer(app, event, () => lately.forget(name)).finally(() => keepHome(app, event));
    if (event.did.kind !== "typing") lately.put(name, reply);
    return reply;
  };
}

/**
 * The same event twice is one event, with one reply; what failed may be tried again. So many are remembered: platforms
 * deliver one twice within minutes, if at all.
 */
const mostLately = 10_000;

async function answer(app: App, event: Event, failed: () => void): Promise<Reply> {
  try {
    return await receive(app, event);
  } catch (cause) {
    failed();
    app.log.error(`an event of kind ${event.did.kind} failed`, cause);
    return { whisper: cause instanceof NotSaved ? notSavedMessage() : failureMessage() };
  }
}

async function receive(app: App, event: Event): Promise<Reply> {
  if (!(await isServed(app, event)))
    return event.did.kind === "typing" ? {} : { whisper: notServedMessage() };
  const { did } = event;
  switch (did.kind) {
    case "press": {
      const action = decodeAction(did.press);
      return action ? await press(app, event, action) : { whisper: unknownPressMessage() };
    }
    case "command":
      return await command(app, event, did.words);
    case "said":
      return await hearSaid(app, event, did.text, {
        press: (action) => press(app, event, action),
        command: (words) => command(app, event, words),
      });
    case "typing":
      return { suggest: completeCommand(app, did.words) };
    case "answered": {
      const action = decodeAction(did.press);
      if (action?.kind === "settings") return await takeSettings(app, event, did.fields);
      if (action?.kind !== "report") return { whisper: unknownPressMessage() };
      return await takeReport(app, event, { key: action.key, fields: did.fields });
    }
    case "opened-home":
      return { whisper: await homeOf(app, event.person.id) };
  }
}

/** Only the workspaces that the settings name; in private, only people met in one of them. */
async function isServed(app: App, { place, person }: Event): Promise<boolean> {
  if (!app.workspaces) return true;
  if (place.kind === "channel") return app.workspaces.has(workspaceOf(place.id));
  return (await app.store.person(person.id)) !== null;
}

async function press(app: App, event: Event, action: Action): Promise<Reply> {
  switch (action.kind) {
    case "next question":
      return await askNext(app, event, action.words);
    case "next card":
      return await nextInRun(app, event, action.words);
    case "grade":
      return await gradeCard(app, event, action);
    case "aloud":
      return await showBoardAloud(app, event, action.words);
    case "board":
      return await showBoardOf(app, event, action.words);
    case "erase":
      return await eraseMe(app, event);
    case "keep":
      return keepMine();
    case "say":
      return await command(app, event, action.words);
    case "another":
      return await previewAnother(app, event, action.words);
    case "settings":
      return { ask: settingsForm(await app.store.settings(event.person.id)) };
    case "report":
      return await askReport(app, event, action.key);
    default:
      return (
        (await answerRound(app, event, action)) ??
        (await answerAsk(app, event, action)) ?? { whisper: unknownPressMessage() }
      );
  }
}

async function command(app: App, event: Event, words: string): Promise<Reply> {
  const wish = parseCommand(words);
  switch (wish.kind) {
    case "quiz":
      return await askTopic(app, event, { topic: wish.topic, nth: 1, of: wish.count });
    case "quiz history":
      return await showHistory(app, event);
    case "practice":
      return await startRun(app, event, wish.topic);
    case "practice set":
      return await setPractice(app, event, wish.settings);
    case "streak":
      return await showStreak(app, event);
    case "streak why":
      return await showLedger(app, event);
    case "streak away":
      return await setAway(app, event, wish.range);
    case "streak away show":
      return await showAway(app, event);
    case "streak away off":
      return await stopAway(app, event);
    case "leaderboard":
      return await showLeaderboard(app, event, wish.view);
    case "reminder":
      return await setReminder(app, event, wish.wish);
    case "daily":
      return await setDaily(app, event, wish.wish);
    case "my data":
      if (wish.wish === "about") return aboutMe();
      return wish.wish === "delete"
        ? confirmErasure(app, event)
        : await setHidden(app, event, wish.wish === "hide");
    case "my data export":
      return await exportMine(app, event, wish.mark);
    case "help":
      return { whisper: helpMessage(event.place.kind === "channel") };
    case "misread":
      return { whisper: misreadMessage(wish.words, wish.fault) };
  }
}
