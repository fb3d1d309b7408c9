import { askKey } from "../core/ask.js";
import { freeze } from "../core/asked.js";
import type { TopicId } from "../core/ids.js";
import { namesOf } from "../core/names.js";
import { chooseQuiz, type QuizRun, readQuiz, writeQuiz } from "../core/quiz.js";
import { canType } from "../core/short-answer.js";
import { findTopics } from "../core/topics.js";
import { askMessage } from "../views/question.js";
import { noQuestionMessage, unknownPressMessage } from "../views/trouble.js";
import { unknownTopicMessage } from "../views/unknown-topic.js";
import { type App, platformFor } from "./app.js";
import type { Event, Reply } from "./platform.js";

/** `/quiz [topic] [n]`: questions now, for one person alone; words of a topic (none: the weakest), and how many. */
export async function askTopic(app: App, event: Event, run: QuizRun): Promise<Reply> {
  const { topic } = run;
  const bank = app.bank.now;
  let topics: readonly TopicId[] = [];
  if (topic !== "") {
    const match = findTopics(bank, topic);
    if (match.kind === "unknown") return { whisper: unknownTopicMessage(topic, match) };
    topics = match.topics;
  }
  const { person, place } = event;
  const channel = place.kind === "channel" ? place.id : null;
  await app.store.meet(person, event.at);
  const key = askKey(person.id, event.id);
  const barred = await app.store.openFor(person.id, channel);
  const entry = chooseQuiz(bank, { topics, barred, seed: `quiz ${key}` }, await app.store.results(person.id));
  if (!entry) return { whisper: noQuestionMessage(barred.size > 0) };
  const ask = await app.store.openAsk({
    key,
    person: person.id,
    channel,
    purpose: "quiz",
    run: writeQuiz(run),
    asked: freeze(entry, `ask ${key}`),
    askedAt: event.at,
  });
  const isHeard = place.kind === "direct" || platformFor(app, person.id)?.onePane === true;
  const alone = isHeard && !ask.turned && canType(ask.asked.form, namesOf(app.terms.now));
  return { whisper: askMessage(ask, { canType: alone, part: run.of > 1 ? run : null }) };
}

/** The next of several. */
export async function askNext(app: App, event: Event, words: string): Promise<Reply> {
  const run = readQuiz(words);
  return run ? await askTopic(app, event, run) : { whisper: unknownPressMessage() };
}
