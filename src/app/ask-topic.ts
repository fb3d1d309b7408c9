import { askKey } from "../core/ask.js";
import { freeze } from "../core/asked.js";
import type { TopicId } from "../core/ids.js";
import { chooseQuiz } from "../core/quiz.js";
import { findTopics } from "../core/topics.js";
import { askMessage } from "../views/question.js";
import { noQuestionMessage, unknownTopicMessage } from "../views/trouble.js";
import type { App } from "./app.js";
import type { Event, Reply } from "./platform.js";

/** `/quiz [topic]`: one question now, for one person alone. */
export async function askTopic(app: App, event: Event, wish: { readonly topic: string }): Promise<Reply> {
  const bank = app.bank.now;
  let topics: readonly TopicId[] = [];
  if (wish.topic !== "") {
    const match = findTopics(bank, wish.topic);
    if (match.kind === "unknown") return { whisper: unknownTopicMessage(wish.topic, match.near) };
    topics = match.topics;
  }
  const { person, place } = event;
  const channel = place.kind === "channel" ? place.id : null;
  await app.store.meet(person, event.at);
  const key = askKey(person.id, event.id);
  const barred = await app.store.openFor(person.id, channel);
  const entry = chooseQuiz(bank, { topics, barred, seed: `quiz ${key}` }, await app.store.results(person.id));
  if (!entry) return { whisper: noQuestionMessage(barred.size > 0) };
  const asked = freeze(entry, `ask ${key}`);
  const fresh = {
    key,
    person: person.id,
    channel,
    purpose: "quiz",
    asked,
    askedAt: event.at,
    attempt: null,
  } as const;
  return { whisper: askMessage(await app.store.openAsk(fresh)) };
}
