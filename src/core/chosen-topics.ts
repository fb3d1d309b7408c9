import { type Bank, covers, topicsOf } from "./bank.js";
import type { TopicId } from "./ids.js";

/** A topic as a channel chose it, by what the notes hold of it now. */
export type ChosenTopic =
  /** `folder`: other topics lie below it, and those that are to come belong to it too. */
  | { readonly kind: "one" | "folder"; readonly id: TopicId }
  /** No topic any more; `now`: where its questions went, which keep the ids that they had in it. */
  | { readonly kind: "gone"; readonly id: TopicId; readonly now: readonly TopicId[] };

export function lookUpTopics(bank: Bank, topics: readonly TopicId[]): readonly ChosenTopic[] {
  const live = topicsOf(bank).map(({ id }) => id);
  return topics.map((id): ChosenTopic => {
    const held = live.filter((one) => covers(id, one));
    if (held.length === 0) return { kind: "gone", id, now: movedFrom(bank, id) };
    return { kind: held.some((one) => one !== id) ? "folder" : "one", id };
  });
}

/** The same choice in topics that there are: what moved is followed, what is gone is left out. */
export function topicsNow(chosen: readonly ChosenTopic[]): readonly TopicId[] {
  return [...new Set(chosen.flatMap((topic) => (topic.kind === "gone" ? topic.now : [topic.id])))];
}

function movedFrom({ entries }: Bank, topic: TopicId): readonly TopicId[] {
  const moved = entries.filter(({ retired, question }) => !retired && question.id.startsWith(`${topic}/`));
  return [...new Set(moved.map(({ question }) => question.topic))].sort();
}
