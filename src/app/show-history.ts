import { type Bank, topicTitle } from "../core/bank.js";
import type { TopicScore } from "../core/message.js";
import type { PastAnswer } from "../store/store.js";
import { historyMessage } from "../views/history.js";
import { type App, pictureFor } from "./app.js";
import type { Event, Reply } from "./platform.js";

/** So many of the last answers are counted: years of them. */
const most = 1000;

/** `/quiz history`: how it goes by topic, and what was answered lately, dailies too. */
export async function showHistory(app: App, { person }: Event): Promise<Reply> {
  const answers = await app.store.answers(person.id, most);
  const scores = scoresOf(answers, app.bank.now);
  const picture = await pictureFor(app, person.id, (pictures) => pictures.accuracy(scores));
  return { whisper: historyMessage(answers, { scores, ...picture }) };
}

/**
 * Right answers by topic, the weakest first; where the share is the same, what was answered more often. A question
 * counts where it lies now: a renamed topic keeps its answers. What a member was not told yet counts nowhere.
 */
function scoresOf(answers: readonly PastAnswer[], bank: Bank): readonly TopicScore[] {
  const scores = new Map<string, { label: string; right: number; answered: number }>();
  for (const { asked, right } of answers) {
    if (right === null) continue;
    const now = bank.byId.get(asked.question)?.question;
    const topic = now?.topic ?? asked.topic;
    const score = scores.get(topic) ?? {
      label: now ? topicTitle(now) : asked.topicTitle,
      right: 0,
      answered: 0,
    };
    score.answered += 1;
    if (right) score.right += 1;
    scores.set(topic, score);
  }
  return [...scores.values()].sort(
    (a, b) =>
      a.right / a.answered - b.right / b.answered || b.answered - a.answered || (a.label < b.label ? -1 : 1),
  );
}
