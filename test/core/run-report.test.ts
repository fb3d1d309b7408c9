import { expect, test } from "vitest";
import { freeze } from "../../src/core/asked.js";
import { readZone, utc } from "../../src/core/calendar.js";
import { type Card, newCard } from "../../src/core/card.js";
import { questionId } from "../../src/core/ids.js";
import { type RunAnswer, reportRun } from "../../src/core/run-report.js";
import { anEntry, aQuestion, at } from "./things.js";

const since = at("2026-03-10T20:00:00Z");
const now = at("2026-03-10T21:00:00Z");
const zone = readZone("Asia/Tokyo") ?? utc;
const answered = (
  name: string,
  right: boolean | null,
  selfGrade: RunAnswer["selfGrade"] = null,
): RunAnswer => ({
  ...{ asked: freeze(anEntry(aQuestion(`t/${name}`)), "seed"), right, selfGrade },
});
const card = (name: string, due: string, met = "2026-03-01T08:00:00Z"): Card => ({
  ...newCard(questionId(`t/${name}`), at(met)),
  due: at(due),
});

test("a card counts once, by how it was known in the end; what was missed at any time is to be read again", () => {
  const report = reportRun(
    [
      answered("a", false),
      answered("b", true),
      answered("c", null, "not this time"),
      answered("d", null, "had it"),
      answered("a", true),
      answered("drafted", null),
    ],
    [],
    { since, now, zone },
  );
  expect(report).toMatchObject({ done: 5, known: 3, missed: 1, fresh: 0, next: null, tomorrow: 0, week: 0 });
  expect(report.readAgain.map(({ question }) => question)).toEqual(["t/a", "t/c"]);
});

test("what comes back when goes by the person's own dates: here it is the 11th already", () => {
  const cards = [
    card("overdue", "2026-03-09T08:00:00Z"),
    card("today", "2026-03-11T14:59:00Z"),
    card("tomorrow", "2026-03-11T15:00:00Z"),
    card("tomorrow night", "2026-03-12T14:59:00Z"),
    card("the seventh day", "2026-03-18T14:59:00Z"),
    card("the eighth", "2026-03-18T15:00:00Z"),
  ];
  expect(reportRun([], cards, { since, now, zone })).toMatchObject({
    ...{ next: at("2026-03-11T14:59:00Z"), tomorrow: 2, week: 3 },
  });
});

test("new are those that were met in the run", () => {
  const cards = [
    card("a", "2026-04-01T00:00:00Z", "2026-03-10T20:30:00Z"),
    card("b", "2026-04-01T00:00:00Z", "2026-03-10T19:59:00Z"),
    card("c", "2026-04-01T00:00:00Z", "2026-03-10T20:30:00Z"),
  ];
  const answers = [answered("a", true), answered("b", true)];
  expect(reportRun(answers, cards, { since, now, zone })).toMatchObject({ done: 2, known: 2, fresh: 1 });
});
