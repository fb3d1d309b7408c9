import fc from "fast-check";
import { expect, test } from "vitest";
import type { Asked } from "../../src/core/asked.js";
import { correctKey, gains } from "../../src/core/correction.js";
import { plainPassages } from "../../src/core/prose.js";
import { judge } from "../../src/core/round.js";
import { isRightByAny } from "../support/oracle-correction.js";
import { possiblePicks } from "../support/oracle-grading.js";
import { runs } from "./settings.js";
import { anAsked, anEntry, anOption, aQuestion } from "./things.js";

const words = ["north", "east", "south", "west", "up"];
/** A question as it stands in the notes one day: the order of its options, and which are right. */
const edition = (count: number) =>
  fc.record({
    order: fc.shuffledSubarray(words.slice(0, count), { minLength: count, maxLength: count }),
    key: fc.subarray(words.slice(0, count), { minLength: 1 }),
  });
const life = fc
  .integer({ min: 2, max: words.length })
  .chain((count) => fc.array(edition(count), { minLength: 1, maxLength: 5 }));

type Edition = { readonly order: readonly string[]; readonly key: readonly string[] };
const written = ({ order, key }: Edition) => {
  const options = order.map((word) =>
    anOption(word, key.includes(word), { why: [...anOption(key.join(" "), true).body] }),
  );
  return aQuestion("wind/whence", { kind: "choice", options });
};
const letters = (asked: Asked) =>
  asked.form.kind === "choice" ? asked.form.options.map((option) => plainPassages(option.body)) : [];
const keyOf = (asked: Asked) =>
  asked.form.kind === "choice"
    ? asked.form.options.filter((option) => option.correct).map((option) => plainPassages(option.body))
    : [];

test("whatever was once right stays right, what is right now is right, and nothing else ever is", () => {
  fc.assert(
    fc.property(life, ([first, ...later]) => {
      if (!first) return;
      let asked = anAsked(written(first));
      const keys = [first.key];
      for (const [nth, edition] of later.entries()) {
        const moved = [...edition.key].sort().join() !== [...(keys.at(-1) ?? [])].sort().join();
        const corrected = correctKey(asked, { question: written(edition), version: nth + 2 });
        expect(corrected !== null).toBe(moved);
        if (corrected === null) continue;
        keys.push(edition.key);
        for (const [picks, places] of possiblePicks(first.order.length)) {
          const picked = places.map((place) => first.order[place] ?? "");
          const [before, now] = [
            isRightByAny({ picked, keys: keys.slice(0, -1) }),
            isRightByAny({ picked, keys }),
          ];
          const answer = { kind: "picked", picks } as const;
          expect(judge(corrected, answer)).toBe(now);
          expect(gains(corrected, { right: before, answer })).toBe(now && !before);
        }
        expect(gains(corrected, { right: false, answer: { kind: "unknown" } })).toBe(false);
        asked = corrected;
      }
      expect(letters(asked)).toEqual(first.order);
      expect(keyOf(asked).sort()).toEqual([...(keys.at(-1) ?? [])].sort());
    }),
    runs(400),
  );
});

test("where more than marks changed nothing is corrected, nor where two options cannot be told apart", () => {
  const changes = fc.constantFrom("prompt", "option", "one more", "one less", "drafted", "alike");
  fc.assert(
    fc.property(edition(4), edition(4), changes, (before, after, change) => {
      const then = written(before);
      const now = written(after);
      if (then.form.kind !== "choice" || now.form.kind !== "choice") return;
      const [first, ...rest] = now.form.options;
      if (!first) return;
      const twin = { ...first, correct: !first.correct };
      const options = {
        prompt: now.form.options,
        option: [{ ...first, body: anOption("nowhere", true).body }, ...rest],
        "one more": [...now.form.options, anOption("nowhere", false)],
        "one less": rest,
        drafted: [{ ...first, origin: "drafted" as const }, ...rest],
        alike: [...now.form.options, twin],
      }[change];
      const prompt = change === "prompt" ? anOption("Whither?", true).body : now.prompt;
      const question = { ...now, prompt, form: { kind: "choice" as const, options } };
      const shown = change === "alike" ? [...then.form.options, twin] : then.form.options;
      const asked = anAsked({ ...then, form: { kind: "choice", options: shown } });
      expect(correctKey(asked, anEntry(question, { version: 2 }))).toBeNull();
    }),
    runs(200),
  );
});
