import fc from "fast-check";
import { createEmptyCard, type Card as FsrsCard, type Grade as FsrsGrade, fsrs } from "ts-fsrs";
import { describe, expect, test } from "vitest";
import { type Card, type Grade, newCard, review } from "../../src/core/card.js";
import { personId, questionId } from "../../src/core/ids.js";
import { gradeOf, remember } from "../../src/core/memory.js";
import { usual } from "../../src/core/practice-settings.js";
import type { Answer } from "../../src/core/round.js";
import { runs } from "./settings.js";
import { at } from "./things.js";

const question = questionId("t/q");
const start = at("2026-03-10T08:00:00Z");
const fresh = newCard(question, start);
const { retention } = usual;
const regrade = (card: Card, grade: Grade, now: Date) => review(card, { grade, now, retention });

test("a new card is due at once and has no reviews", () => {
  expect(fresh).toMatchObject({ question, due: start, reviews: 0, metAt: start });
  expect(fresh.memory).toMatchObject({ lastReview: null, reps: 0, lapses: 0 });
});

test("good comes back later than again, easy later than good", () => {
  const [again, hard, good, easy] = ([1, 2, 3, 4] as const).map((grade) => regrade(fresh, grade, start).due);
  if (!again || !hard || !good || !easy) throw new Error("four grades");
  expect(again < hard && hard < good && good < easy).toBe(true);
});

const steps = fc.array(
  fc.record({ grade: fc.constantFrom<Grade[]>(1, 2, 3, 4), minutes: fc.nat(60 * 24 * 90) }),
  { minLength: 1, maxLength: 12 },
);

test("a card is scheduled just as ts-fsrs schedules it", () => {
  const scheduler = fsrs({ request_retention: 0.9, enable_fuzz: false });
  fc.assert(
    fc.property(steps, (graded) => {
      let [ours, theirs, now]: [Card, FsrsCard, Date] = [fresh, createEmptyCard(start), start];
      for (const { grade, minutes } of graded) {
        now = new Date(now.getTime() + minutes * 60_000);
        ours = regrade(ours, grade, now);
        theirs = scheduler.next(theirs, now, grade as FsrsGrade).card;
        expect(ours.due).toEqual(theirs.due);
        expect(ours.memory).toEqual({
          stability: theirs.stability,
          difficulty: theirs.difficulty,
          scheduledDays: theirs.scheduled_days,
          learningSteps: theirs.learning_steps,
          reps: theirs.reps,
          lapses: theirs.lapses,
          state: theirs.state,
          lastReview: now.getTime(),
        });
      }
      expect(ours).toMatchObject({ reviews: graded.length, metAt: start, question });
    }),
    runs(200),
  );
});

test("fault 9: a clock that goes back never throws, and never takes a review back in time", () => {
  const jumps = fc.array(
    fc.record({
      grade: fc.constantFrom<Grade[]>(1, 2, 3, 4),
      minutes: fc.integer({ min: -600_000, max: 60_000 }),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(jumps, (graded) => {
      let [card, now] = [fresh, start.getTime()];
      for (const { grade, minutes } of graded) {
        now += minutes * 60_000;
        const next = regrade(card, grade, new Date(now));
        const last = Math.max(now, card.memory.lastReview ?? now);
        expect(next.memory.lastReview).toBe(last);
        expect(next.due.getTime()).toBeGreaterThan(last);
        card = next;
      }
    }),
    runs(200),
  );
});

test("a card survives being kept as JSON", () => {
  const kept = regrade(fresh, 3, start);
  const read = JSON.parse(JSON.stringify(kept)) as { due: string; metAt: string } & Omit<
    Card,
    "due" | "metAt"
  >;
  const card = { ...read, due: at(read.due), metAt: at(read.metAt) };
  expect(regrade(card, 3, at("2026-03-12T08:00:00Z"))).toEqual(regrade(kept, 3, at("2026-03-12T08:00:00Z")));
});

describe("what an answer says to memory", () => {
  const attempt = (
    answer: Answer,
    right: boolean | null,
    selfGrade: "had it" | "not this time" | null = null,
  ) => {
    return { person: personId("web:ada"), at: start, answer, right, selfGrade };
  };
  const typed = { kind: "typed", words: "so", picks: 0, right: true, as: null } as const;
  test.each([
    ["right is good", attempt({ kind: "picked", picks: 1 }, true), 3],
    ["wrong is again", attempt({ kind: "picked", picks: 1 }, false), 1],
    ["I don't know is again", attempt({ kind: "unknown" }, false), 1],
    ["typed and read as right is good", attempt(typed, true), 3],
    ["typed and refused is again", attempt(typed, false), 1],
    ["drafted options say nothing", attempt({ kind: "picked", picks: 1 }, null), null],
    ["an answer merely shown says nothing", attempt({ kind: "shown" }, null), null],
    ["I had it is good", attempt({ kind: "shown" }, null, "had it"), 3],
    ["not this time is again", attempt({ kind: "shown" }, null, "not this time"), 1],
  ])("%s", (_, made, grade) => {
    expect(gradeOf(made)).toBe(grade);
    expect(remember(null, { question, attempt: made, retention })?.due ?? null).toEqual(
      grade === null ? null : regrade(fresh, grade as Grade, start).due,
    );
  });
});
