import type { Mutant } from "./mutant.js";

type Break = readonly [breaks: string, file: string, find: string, replace: string];

/** Breaks of what the store keeps of corrected keys: totals must differ from a naive count of the same life. */
const breaks: readonly Break[] = [
  ["the month gains nothing", "gain", "month.right} + 1", "month.right} + 0"],
  ["the member gains nothing", "gain", "member.right} + 1", "member.right} + 0"],
  [
    "a round that never got out is counted",
    "gain",
    "row.withdrawnAt === null && row.key !== untold",
    "row.key !== untold",
  ],
  ["what was kept to the close gains twice", "gain", " && row.key !== untold", ""],
  ["a key that was right gains again", "gain", "eq(attempt.right, false)", "eq(attempt.round, row.key)"],
  [
    "a channel in which it is open does not wait",
    "corrections",
    ".filter((row) => !waiting.has(row.channel))",
    "",
  ],
  [
    "at the close the question is corrected though it is open again",
    "corrections",
    "if (openHere.get({ channel: where.channel, question: id })) return;",
    "",
  ],
  [
    "what waited for the close waits for ever",
    "round-store",
    "correction.here(closing.asked.question, here);",
    "void here;",
  ],
  [
    "what waited for a round that never got out waits for ever",
    "round-store",
    "correction.here(gone.asked.question, { channel: gone.channel, now, untold: null });",
    "",
  ],
  ["the old key is still what is frozen", "rounds", "frozen.forget(key);", ""],
];

export const storeMutants: readonly Mutant[] = breaks.map(([breaks, file, find, replace]) => ({
  ...{ test: "test/store/totals.property.test.ts", file: `src/store/sqlite/${file}.ts` },
  ...{ breaks, find, replace },
}));
