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

/** `last`: the month before. */
export const boardViews = ["month", "last", "streak", "longest"] as const;
export type BoardView = (typeof boardViews)[number];

/** Null for what is no view. */
export function readBoardView(words: string): BoardView | null {
  return boardViews.find((view) => view === words) ?? null;
}

/** Ordered by what was answered in one month. */
export const isMonthly = (view: BoardView) => view === "month" || view === "last";

/** A member's place on the leaderboard. */
export type Standing = Tally & { readonly place: number };

/** A newcomer's few answers weigh little until so many rounds were due. */
const fullWeight = 5;

/**
 * Ties share a place (1, 2, 2, 4), by name within it; never by speed. `rounds`: the channel's scheduled rounds of the
 * month so far.
 */
export function rank(tallies: readonly Tally[], view: BoardView, rounds: number): readonly Standing[] {
  const scored = tallies.map((tally) => scoreOf(tally, view, rounds));
  scored.sort((a, b) => compare(b, a) || byName(a.tally.name, b.tally.name));
  let place = 0;
  return scored.map((score, index) => {
    const before = scored[index - 1];
    if (!before || compare(before, score) !== 0) place = index + 1;
    return placed(score.tally, place);
  });
}

/** Written out: spread a thousand times it takes as long as all the rest. */
function placed(
  { person, name, answered, graded, right, due, current, longest }: Tally,
  place: number,
): Standing {
  return { person, name, answered, graded, right, due, current, longest, place };
}

const { compare: byName } = new Intl.Collator("en");

/** Two numbers and no list: a thousand members are compared ten thousand times. */
type Score = { readonly tally: Tally; readonly first: number; readonly second: number };

function scoreOf(tally: Tally, view: BoardView, rounds: number): Score {
  switch (view) {
    case "month":
    case "last": {
      const first = tally.answered / Math.max(tally.due, Math.min(fullWeight, rounds), 1);
      return { tally, first, second: tally.graded === 0 ? 0 : tally.right / tally.graded };
    }
    case "streak":
      return { tally, first: tally.current, second: 0 };
    case "longest":
      return { tally, first: tally.longest, second: 0 };
  }
}

function compare(a: Score, b: Score): number {
  return differ(a.first, b.first) || differ(a.second, b.second);
}

/** 0 for thirds that computers cannot write. */
function differ(a: number, b: number): number {
  return Math.abs(a - b) > 1e-12 ? a - b : 0;
}
