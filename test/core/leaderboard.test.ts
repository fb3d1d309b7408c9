import { expect, test } from "vitest";
import { personId } from "../../src/core/ids.js";
import { rank, type Tally } from "../../src/core/leaderboard.js";

function tally(name: string, change: Partial<Tally>): Tally {
  return {
    person: personId(`web:${name}`),
    name,
    answered: 0,
    graded: change.answered ?? 0,
    right: 0,
    due: 0,
    current: 0,
    longest: 0,
    ...change,
  };
}
const places = (board: readonly Tally[], rounds: number) =>
  rank(board, "month", rounds).map((one) => `${one.place} ${one.name}`);

test("fault 56: equals share a place, and the next place is left out", () => {
  const half = { answered: 10, right: 5, due: 20 };
  const board = [
    tally("Dana", { answered: 1, due: 20 }),
    tally("Chidi", half),
    tally("Ben", half),
    tally("Ada", { answered: 20, right: 20, due: 20 }),
  ];
  expect(places(board, 20)).toEqual(["1 Ada", "2 Ben", "2 Chidi", "4 Dana"]);
});

test("a newcomer's three of three weigh three fifths on the 20th, and all on the 3rd", () => {
  const newcomer = tally("Newcomer", { answered: 3, right: 3, due: 3 });
  const old = (answered: number, due: number) => tally("Old hand", { answered, right: 0, due });
  expect(places([newcomer, old(13, 20)], 20)).toEqual(["1 Old hand", "2 Newcomer"]);
  expect(places([newcomer, old(11, 20)], 20)).toEqual(["1 Newcomer", "2 Old hand"]);
  expect(places([newcomer, old(2, 3)], 3)).toEqual(["1 Newcomer", "2 Old hand"]);
  expect(places([newcomer, old(3, 3)], 3)).toEqual(["1 Newcomer", "2 Old hand"]);
});

test("an answer that was merely shown is neither right nor wrong", () => {
  const shown = tally("Shown", { answered: 4, graded: 2, right: 2, due: 4 });
  const wrong = tally("Wrong", { answered: 4, graded: 4, right: 3, due: 4 });
  expect(places([wrong, shown], 4)).toEqual(["1 Shown", "2 Wrong"]);
});

test("share answered comes before share right", () => {
  const steady = tally("Steady", { answered: 20, right: 0, due: 20 });
  const clever = tally("Clever", { answered: 19, right: 19, due: 20 });
  expect(places([clever, steady], 20)).toEqual(["1 Steady", "2 Clever"]);
});

test("skipped days are due to nobody: who was away is not behind", () => {
  const away = tally("Away", { answered: 6, right: 6, due: 6 });
  const here = tally("Here", { answered: 20, right: 20, due: 20 });
  expect(places([away, here], 20)).toEqual(["1 Away", "1 Here"]);
});

test("a month without any round has one place for all", () => {
  expect(places([tally("Ada", {}), tally("Ben", {})], 0)).toEqual(["1 Ada", "1 Ben"]);
  expect(rank([], "month", 0)).toEqual([]);
});

test("thirds that computers cannot write are equal all the same", () => {
  const one = tally("Ada", { answered: 10, right: 7, due: 30 });
  const other = tally("Ben", { answered: 20, right: 14, due: 60 });
  expect(places([one, other], 30)).toEqual(["1 Ada", "1 Ben"]);
});

test("the boards of streaks", () => {
  const board = [tally("Ada", { current: 1, longest: 9 }), tally("Ben", { current: 2, longest: 9 })];
  expect(rank(board, "streak", 20).map((one) => one.name)).toEqual(["Ben", "Ada"]);
  expect(rank(board, "longest", 20).map((one) => one.place)).toEqual([1, 1]);
});
