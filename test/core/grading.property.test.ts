import fc from "fast-check";
import { expect, test } from "vitest";
import { freeze } from "../../src/core/asked.js";
import { personId } from "../../src/core/ids.js";
import { answerRound, judge } from "../../src/core/round.js";
import { isExactly, possiblePicks } from "../support/oracle-grading.js";
import { runs } from "./settings.js";
import { anEntry, aQuestion, at, choice } from "./things.js";

const keyed = fc
  .array(fc.boolean(), { minLength: 2, maxLength: 8, size: "max" })
  .filter((marks) => marks.includes(true));
const anyPicks = fc.oneof(
  fc.integer({ min: -2, max: 300 }),
  fc.double(),
  fc.constantFrom(Number.NaN, 1e9, 2 ** 31, 2 ** 32 + 1, -0, Number.POSITIVE_INFINITY),
);
const asked = (marks: readonly boolean[]) =>
  freeze(
    anEntry(aQuestion("t/q", choice(...marks.map((mark, i) => `${mark ? "*" : ""}words ${i}`)))),
    "seed",
  );

test("a set of letters is right only if it is exactly the key; what no hand can pick is nonsense", () => {
  fc.assert(
    fc.property(keyed, anyPicks, (marks, picks) => {
      const frozen = asked(marks);
      const shown = frozen.form.kind === "choice" ? frozen.form.options : [];
      const key = [...shown.keys()].filter((option) => shown[option]?.correct);
      const set = possiblePicks(marks.length).get(picks);
      const expected = set ? isExactly(set, key) : "nonsense";
      expect(judge(frozen, { kind: "picked", picks })).toBe(expected);
    }),
    runs(1500),
  );
});

const closesAt = at("2026-03-11T08:00:00Z");
const presses = fc.array(
  fc.record({ second: fc.integer({ min: -5, max: 5 }), picks: fc.integer({ min: 1, max: 3 }) }),
  { maxLength: 6 },
);

test("of all presses the first before the close stands, and no other ever counts", () => {
  const closed = fc.option(fc.integer({ min: -3, max: 3 }));
  fc.assert(
    fc.property(presses, closed, (pressed, written) => {
      const last = Math.min(0, written ?? 0);
      const closedAt = written === null ? null : new Date(closesAt.getTime() + written * 1000);
      const round = { asked: asked([true, false]), closesAt, closedAt };
      let attempt = null;
      for (const { second, picks } of pressed) {
        const press = {
          person: personId("web:ada"),
          at: new Date(closesAt.getTime() + second * 1000),
          answer: { kind: "picked" as const, picks },
        };
        const outcome = answerRound(round, attempt, press);
        if (attempt) expect(outcome).toEqual({ kind: "repeated", attempt });
        else expect(outcome.kind).toBe(second < last ? "answered" : "closed");
        if (outcome.kind === "answered") attempt = outcome.attempt;
      }
      const first = pressed.find(({ second }) => second < last);
      expect(attempt?.answer).toEqual(first && { kind: "picked", picks: first.picks });
    }),
    runs(300),
  );
});
