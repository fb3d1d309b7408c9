import { readFileSync } from "node:fs";
import { createEmptyCard, type Card as FsrsCard, type Grade as FsrsGrade, fsrs } from "ts-fsrs";
import { describe, expect, test } from "vitest";
import { type Card, type Grade, newCard, review } from "../../src/core/card.js";
import { questionId } from "../../src/core/ids.js";
import { settingWords } from "../../src/core/practice-settings.js";
import { at } from "./things.js";

/** Months of four people's practice, card by card; some clocks went back in between. */
const histories = JSON.parse(readFileSync("test/core/histories.json", "utf8")) as readonly {
  readonly person: string;
  readonly question: string;
  readonly reviews: readonly (readonly [instant: string, grade: Grade])[];
}[];

/** As the store keeps it: JSON and whole milliseconds. */
function kept(card: Card): Card {
  const { due, metAt, memory, ...rest } = card;
  return {
    ...rest,
    due: new Date(due.getTime()),
    metAt: new Date(metAt.getTime()),
    memory: JSON.parse(JSON.stringify(memory)) as Card["memory"],
  };
}

test("the histories are many, and hold clocks that went back", () => {
  const all = histories.flatMap(({ reviews }) => reviews);
  const back = histories.flatMap(({ reviews }) =>
    reviews.filter(([instant], nth) => nth > 0 && instant < (reviews[nth - 1]?.[0] ?? "")),
  );
  expect(new Set(histories.map(({ person }) => person)).size).toBe(4);
  expect(all.length).toBeGreaterThan(500);
  expect(back.length).toBeGreaterThan(15);
});

describe("every review of the histories comes back just when ts-fsrs says", () => {
  const { least, most } = settingWords.retention;
  const shares = Array.from({ length: most - least + 1 }, (_, nth) => least + nth);
  test.each(shares)("where %i of 100 memories are to hold", (retention) => {
    const scheduler = fsrs({ request_retention: retention / 100, enable_fuzz: false });
    for (const { question, reviews } of histories) {
      const first = at(reviews[0]?.[0] ?? "");
      let ours = newCard(questionId(question), first);
      let theirs: FsrsCard = createEmptyCard(first);
      for (const [instant, grade] of reviews) {
        const now = at(instant);
        const last = theirs.last_review ?? now;
        theirs = scheduler.next(theirs, now < last ? last : now, grade as FsrsGrade).card;
        ours = kept(review(ours, { grade, now, retention }));
        expect(ours.due).toEqual(theirs.due);
      }
      expect(ours.reviews).toBe(reviews.length);
    }
  });

  test("and the wished share matters: the higher, the sooner", () => {
    const days = ["2026-03-01T08:00:00Z", "2026-03-02T08:00:00Z", "2026-03-06T08:00:00Z"].map(at);
    const dueAt = (retention: number) =>
      days.reduce(
        (card, now) => review(card, { grade: 3, now, retention }),
        newCard(questionId("q"), at("2026-03-01T07:00:00Z")),
      ).due;
    const dues = [70, 80, 90, 97].map((share) => dueAt(share).getTime());
    expect(dues).toEqual([...dues].sort((one, other) => other - one));
    expect(new Set(dues).size).toBe(4);
  });
});
