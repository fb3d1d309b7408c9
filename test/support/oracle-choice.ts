/** A question as the rule of choice sees it; `asked` and `topicAsked` are instants, null for never. */
export type Candidate = {
  readonly id: string;
  readonly topic: string;
  readonly kind: "choice" | "recall";
  readonly asked: number | null;
  readonly topicAsked: number | null;
};

/**
 * RULES §1.6 as one order over the whole pool: unasked choices, unasked scenarios, the rest; then whose topic waited
 * longest, or who waited longest. What is first of all, and its equals, may be asked.
 */
export function mayBeAsked(pool: readonly Candidate[]): readonly string[] {
  const worth = ({ kind, asked, topicAsked }: Candidate): readonly [number, number] => {
    if (asked !== null) return [2, asked];
    return [kind === "choice" ? 0 : 1, topicAsked ?? -1];
  };
  const sorted = [...pool].sort((a, b) => worth(a)[0] - worth(b)[0] || worth(a)[1] - worth(b)[1]);
  const [first] = sorted;
  if (!first) return [];
  return pool.filter((one) => String(worth(one)) === String(worth(first))).map((one) => one.id);
}
