import { type Bank, covers, type Topic, topicsOf } from "./bank.js";
import type { TopicId } from "./ids.js";

/** What typed words mean among the topics: one or more topics or a folder of them, else those that come near, and all. */
export type TopicMatch =
  | { readonly kind: "found"; readonly topics: readonly TopicId[]; readonly title: string }
  | ({ readonly kind: "unknown" } & Others);

/** What there is instead: `near` may hold nothing. */
export type Others = { readonly near: readonly Topic[]; readonly all: readonly Topic[] };

/** `kinesis`, `aws/storage`, `Fan-out`: an id, a folder of ids, or words of an id or a title. */
export function findTopics(bank: Bank, words: string): TopicMatch {
  const topics = topicsOf(bank);
  const wanted = words.trim().toLowerCase().replace(/\/+$/, "");
  const below = topics.filter((topic) => covers(wanted as TopicId, topic.id));
  // The folder itself is kept: what comes to lie below it later belongs to it too.
  if (below.length > 0) return { ...found(below, wanted), topics: [wanted as TopicId] };
  const holding = matching(topics, wanted);
  const exact = holding.filter(
    (topic) => topic.id.endsWith(`/${wanted}`) || topic.title.toLowerCase() === wanted,
  );
  if (exact.length > 0) return found(exact, wanted);
  if (holding.length > 0) return found(holding, wanted);
  return { kind: "unknown", near: near(topics, wanted), all: topics };
}

/** Topics whose id or title holds every word, as completions while a command is typed. */
export function matching(topics: readonly Topic[], words: string): readonly Topic[] {
  const parts = words
    .toLowerCase()
    .split(/[\s/]+/)
    .filter(Boolean);
  return topics.filter((topic) => {
    const text = `${topic.id} ${topic.title}`.toLowerCase();
    return parts.every((part) => text.includes(part));
  });
}

function found(topics: readonly Topic[], wanted: string): Extract<TopicMatch, { kind: "found" }> {
  const title = topics.length === 1 ? (topics[0]?.title ?? wanted) : wanted;
  return { kind: "found", topics: topics.map((topic) => topic.id), title };
}

/** Up to five that share a third of the letter pairs or more, those that share most first. */
function near(topics: readonly Topic[], wanted: string): readonly Topic[] {
  const pairs = pairsOf(wanted);
  const score = (topic: Topic) =>
    [...pairsOf(`${topic.id} ${topic.title}`.toLowerCase())].filter((pair) => pairs.has(pair)).length;
  return topics
    .map((topic) => ({ topic, score: score(topic) }))
    .filter((one) => one.score > 0 && one.score * 3 >= pairs.size)
    .sort((a, b) => b.score - a.score)
    .slice(0, 5)
    .map(({ topic }) => topic);
}

function pairsOf(words: string): Set<string> {
  return new Set(
    [...words.slice(0, 200)].map((_, at) => words.slice(at, at + 2)).filter((pair) => /\w\w/.test(pair)),
  );
}
