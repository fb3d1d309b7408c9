import fc from "fast-check";
import { expect, test } from "vitest";
import { personId } from "../../src/core/ids.js";
import { rank, type Tally } from "../../src/core/leaderboard.js";
import { placesByCounting } from "../support/oracle-board.js";
import { runs } from "./settings.js";

const line = fc
  .record({
    due: fc.nat(31),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    graded: fc.nat(31),
    right: fc.nat(31),
  })
  .map(({ due, part, ...most }) => {
    const answered = Math.floor(part * (due + 1)) % (due + 1);
    const graded = Math.min(most.graded, answered);
    return { due, answered, graded, right: Math.min(most.right, graded) };
  });
const board = fc.array(line, { maxLength: 40, size: "max" }).map((lines) =>
  lines.map(
    (one, at): Tally => ({
      ...one,
      person: personId(`web:${at}`),
      name: `member ${at}`,
      current: one.due % 7,
      longest: one.due % 11,
    }),
  ),
);

test("a place is one more than the members who are strictly better, in whole numbers", () => {
  fc.assert(
    fc.property(board, fc.nat(31), (tallies, rounds) => {
      const standings = rank(tallies, "month", rounds);
      const places = placesByCounting(tallies, rounds);
      expect(standings).toHaveLength(tallies.length);
      for (const standing of standings) {
        const index = tallies.findIndex((tally) => tally.person === standing.person);
        expect(standing.place).toBe(places[index]);
      }
      expect(standings.map((one) => one.place)).toEqual([...places].sort((a, b) => a - b));
    }),
    runs(400),
  );
});

test("who is asked first changes nobody's place", () => {
  fc.assert(
    fc.property(board, fc.constantFrom("month", "streak", "longest"), (tallies, view) => {
      const one = rank(tallies, view, 20);
      const other = rank([...tallies].reverse(), view, 20);
      expect(other).toEqual(one);
    }),
    runs(150),
  );
});

test("streak boards rank by that number alone", () => {
  fc.assert(
    fc.property(board, fc.constantFrom("current", "longest"), (tallies, measure) => {
      for (const standing of rank(tallies, measure === "current" ? "streak" : "longest", 20)) {
        expect(standing.place).toBe(1 + tallies.filter((one) => one[measure] > standing[measure]).length);
      }
    }),
    runs(150),
  );
});
