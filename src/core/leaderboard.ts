import type { PersonId } from "./ids.js";

/** What a member has done in the time that the board looks at. */
export type Tally = {
  readonly person: PersonId;
  readonly name: string;
  readonly answered: number;
  /** Answers that were right or wrong: a scenario's answer merely shown is neither. */
  readonly graded: number;
  readonly right: number;
  /** Rounds that could count: skipped days left out. */
  readonly due: number;
  readonly current: number;
  readonly longest: number;
};

export type BoardView = "month" | "streak" | "longest";

/** A member's place on the leaderboard. */
export type Standing = Tally & { readonly place: number };

/** A newcomer's few answers weigh little until so many rounds were due. */
const fullWeight = 5;

/**
 * Ties share a place (1, 2, 2, 4), by name within it; never by speed. `rounds`: the channel's scheduled rounds of the
 * month so far.
 */
export function rank(tallies: readonly Tally[], view: BoardView, rounds: number): readonly Standing[] {
  const scored = tallies.map((tally) => ({ tally, score: scoreOf(tally, view, rounds) }));
  scored.sort((a, b) => compare(b.score, a.score) || byName.compare(a.tally.name, b.tally.name));
  let place = 0;
  return scored.map(({ tally, score }, index) => {
    const before = scored[index - 1];
    if (!before || compare(before.score, score) !== 0) place = index + 1;
    return { ...tally, place };
  });
}

const byName = new Intl.Collator("en");

function scoreOf(tally: Tally, view: BoardView, rounds: number): readonly number[] {
  switch (view) {
    case "month":
      return [
        tally.answered / Math.max(tally.due, Math.min(fullWeight, rounds), 1),
        tally.graded === 0 ? 0 : tally.right / tally.graded,
      ];
    case "streak":
      return [tally.current];
    case "longest":
      return [tally.longest];
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (Math.abs(difference) > 1e-12) return difference;
  }
  return 0;
}
