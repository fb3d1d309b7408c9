import type { QuestionId, TopicId } from "./ids.js";
import type { Question } from "./question.js";

/** A question with what the store knows of it: its version, and whether the notes still hold it. */
export type BankEntry = { readonly question: Question; readonly version: number; readonly retired: boolean };

/** A section of the notes that questions belong to. */
export type Topic = { readonly id: TopicId; readonly title: string; readonly questions: number };

/** Every question that the notes hold, retired ones too. */
export type Bank = {
  readonly entries: readonly BankEntry[];
  readonly byId: ReadonlyMap<QuestionId, BankEntry>;
};

export function makeBank(entries: readonly BankEntry[]): Bank {
  return { entries, byId: new Map(entries.map((entry) => [entry.question.id, entry])) };
}

/** The live questions of these topics; every live question where no topic is named. */
export function inTopics(bank: Bank, topics: readonly TopicId[]): readonly BankEntry[] {
  return bank.entries.filter(
    ({ retired, question }) =>
      !retired && (topics.length === 0 || topics.some((topic) => covers(topic, question.topic))),
  );
}

/** A topic covers itself and what lies below it: `aws/storage` covers `aws/storage/efs`. */
export function covers(topic: TopicId, other: TopicId): boolean {
  return other === topic || other.startsWith(`${topic}/`);
}

/** The live topics with their number of questions, by id. */
export function topicsOf(bank: Bank): readonly Topic[] {
  const topics = new Map<TopicId, { id: TopicId; title: string; questions: number }>();
  for (const { retired, question } of bank.entries) {
    if (retired) continue;
    const topic = topics.get(question.topic);
    if (topic) topic.questions += 1;
    else topics.set(question.topic, { id: question.topic, title: topicTitle(question), questions: 1 });
  }
  return [...topics.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** How a topic is called to people: its headings, `Storage › EFS`. */
export function topicTitle(question: Question): string {
  return question.source.headings.join(" › ") || question.source.file;
}
