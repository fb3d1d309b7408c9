import { afterEach, expect, test } from "vitest";
import { answerAsk } from "../../src/core/ask.js";
import { freeze } from "../../src/core/asked.js";
import { type Grade, newCard, review } from "../../src/core/card.js";
import { keyOf } from "../../src/core/ids.js";
import { closeFor } from "../../src/core/member.js";
import { remember } from "../../src/core/memory.js";
import { usual } from "../../src/core/practice-settings.js";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import type { Store } from "../../src/store/store.js";
import { answer, aQuestion, at, enrol, openRound, person, picksOf } from "./school.js";

let store: Store;
afterEach(() => store.close());

const [ada, ben] = [person("ada"), person("ben")];

/** What a card is after these grades with this share. */
function cardAfter(question: string, grades: readonly (readonly [Grade, Date])[], retention: number) {
  const first = grades[0]?.[1] ?? at(0);
  const fresh = newCard(aQuestion(question).id, first);
  return grades.reduce((card, [grade, now]) => review(card, { grade, now, retention }), fresh);
}

test("every answer feeds memory with the share that its person wishes: dailies, kept keys, quizzes, practice", async () => {
  store = await openStore(":memory:");
  await enrol(store);
  expect(await store.settings(ada)).toEqual(usual);
  for (const who of [ada, ben]) await store.meet({ id: who, name: "Somebody" }, at(0));
  expect(await store.changeSettings(ada, { retention: 75 })).toEqual({ freshADay: 10, retention: 75 });
  expect(await store.changeSettings(ada, { freshADay: 0 })).toEqual({ freshADay: 0, retention: 75 });
  expect(await store.settings(ben)).toEqual(usual);

  const days = [0, 20, 40];
  for (const nth of days) {
    const same = freeze({ question: aQuestion("q"), version: 1, retired: false }, `seed ${nth}`);
    const reveal = nth === 20 ? "at-close" : "at-once";
    const round = await openRound(store, nth, undefined, { asked: same, reveal });
    for (const who of [ada, ben]) {
      await answer(store, round.key, { who, picks: picksOf(round).right, when: at(nth, 5) });
    }
    await store.closeRound(
      round.key,
      ({ members }) => ({ outage: false, members: members.map((member) => closeFor(member, false)) }),
      remember,
    );
  }
  const asked = freeze({ question: aQuestion("q"), version: 1, retired: false }, "ask");
  for (const [nth, who] of [ada, ben].entries()) {
    const key = keyOf(`ask${nth}`);
    const open = { key, person: who, channel: null, purpose: "quiz" as const, run: null, asked };
    await store.openAsk({ ...open, askedAt: at(60) });
    const press = { person: who, name: "Somebody", at: at(60, 1), key, answer: { kind: "unknown" } as const };
    await store.answerAsk(press, (ask) => answerAsk(ask, press), remember);
    await store.changeCard(who, aQuestion("q").id, (card, retention) =>
      card ? review(card, { grade: 4, now: at(61), retention }) : null,
    );
  }

  const grades = [
    ...days.map((nth) => [3, at(nth, 5)] as const),
    [1, at(60, 1)] as const,
    [4, at(61)] as const,
  ];
  const dueOf = async (who: typeof ada) => (await store.cards(who)).get(aQuestion("q").id)?.due;
  expect(await dueOf(ada)).toEqual(cardAfter("q", grades, 75).due);
  expect(await dueOf(ben)).toEqual(cardAfter("q", grades, 90).due);
  expect(await dueOf(ada)).not.toEqual(await dueOf(ben));
});
