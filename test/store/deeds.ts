import fc from "fast-check";
import { person, winds } from "./school.js";

/** Rounds lie five days apart, so that a run crosses months. */
export const apart = 5;
export const people = ["ada", "ben", "chidi"].map(person);
/** Few questions, so that one is asked again while it is open, and after its key was corrected. */
export const questions = ["q0", "q1"];
/** And few of their options, so that keys and answers meet. */
const picked = winds.slice(0, 3);

/** One thing that happens; `back`: so many rounds before the newest. */
export const deed = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("open" as const),
      reveal: fc.constantFrom("at-once" as const, "at-close" as const),
      question: fc.constantFrom(...questions),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("correct" as const),
      question: fc.constantFrom(...questions),
      key: fc.constantFrom(...picked),
    }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("close" as const), outage: fc.nat(3) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("answer" as const),
      who: fc.nat(people.length - 1),
      back: fc.nat(4),
      pick: fc.constantFrom(...picked),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("away" as const),
      who: fc.nat(people.length - 1),
      rounds: fc.nat(3),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("withdraw" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("erase" as const), who: fc.nat(people.length - 1) }),
  },
);
export type Deed = typeof deed extends fc.Arbitrary<infer Made> ? Made : never;
