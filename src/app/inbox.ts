import { type Action, decodeAction } from "../core/action.js";
import { parseCommand } from "../core/command.js";
import { helpMessage, misreadMessage } from "../views/help.js";
import { failureMessage, notSavedMessage, unknownPressMessage } from "../views/trouble.js";
import { answerAsk } from "./answer-ask.js";
import { answerRound } from "./answer-round.js";
import type { App } from "./app.js";
import { askTopic } from "./ask-topic.js";
import { completeCommand } from "./complete-command.js";
import { NotSaved } from "./not-saved.js";
import type { Event, Inbox, Reply } from "./platform.js";
import { setDaily } from "./set-daily.js";
import { showLeaderboard } from "./show-leaderboard.js";
import { showLedger, showStreak } from "./show-streak.js";

/** The one door: what a person did becomes what the bot says. It never throws. */
export function makeInbox(app: App): Inbox {
  return async (event) => {
    try {
      return await receive(app, event);
    } catch (cause) {
      app.log.error(`an event of kind ${event.did.kind} failed`, cause);
      return { whisper: cause instanceof NotSaved ? notSavedMessage() : failureMessage() };
    }
  };
}

async function receive(app: App, event: Event): Promise<Reply> {
  const { did } = event;
  switch (did.kind) {
    case "press": {
      const action = decodeAction(did.press);
      return action ? await press(app, event, action) : { whisper: unknownPressMessage() };
    }
    case "command":
    case "said":
      return await command(app, event, did.kind === "command" ? did.words : did.text);
    case "typing":
      return { suggest: completeCommand(app, did.words) };
    case "answered":
      return { whisper: unknownPressMessage() };
    case "opened-home":
      return {};
  }
}

async function press(app: App, event: Event, action: Action): Promise<Reply> {
  switch (action.kind) {
    case "next":
      return await command(app, event, action.words);
    case "aloud":
    case "grade":
    case "report":
      return { whisper: unknownPressMessage() };
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
      return await askTopic(app, event, wish);
    case "streak":
      return await showStreak(app, event);
    case "streak why":
      return await showLedger(app, event);
    case "leaderboard":
      return await showLeaderboard(app, event, wish.view);
    case "daily":
      return await setDaily(app, event, wish.wish);
    case "help":
      return { whisper: helpMessage(event.place.kind === "channel") };
    case "misread":
      return { whisper: misreadMessage(wish.words, wish.fault) };
    case "quiz history":
    case "practice":
    case "streak away":
    case "streak away off":
    case "my data":
      return { whisper: misreadMessage(words, { kind: "command" }) };
  }
}
