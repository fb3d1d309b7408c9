import { afterEach, expect, test } from "vitest";
import { answerAsk } from "../../src/core/ask.js";
import { type Asked, freeze } from "../../src/core/asked.js";
import { newCard } from "../../src/core/card.js";
import { keyOf } from "../../src/core/ids.js";
import { closeFor } from "../../src/core/member.js";
import { remember } from "../../src/core/memory.js";
import type { Answer } from "../../src/core/round.js";
import { writeRun } from "../../src/core/run.js";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import type { Store } from "../../src/store/store.js";
import { answer, aQuestion, at, enrol, openRound, person, picksOf } from "./school.js";

let store: Store;
afterEach(() => store.close());
const ada = person("ada");
const askedOf = (name: string) =>
  freeze({ question: aQuestion(name), version: 1, retired: false }, "seed") satisfies Asked;

async function ask(name: string, when: Date, run: string | null, given: Answer | null): Promise<void> {
  const key = keyOf(`${name}${when.getTime().toString(36)}`.replace(/[^0-9a-z]/g, ""));
  const open = { key, person: ada, channel: null, purpose: "practice" as const, run, asked: askedOf(name) };
  await store.openAsk({ ...open, askedAt: when });
  const press = { person: ada, name: "Ada", at: when, key, answer: given ?? { kind: "unknown" } };
  if (given) await store.answerAsk(press, (one) => answerAsk(one, press), remember);
}

test("how a question went is not known before its key is told", async () => {
  store = await openStore(":memory:");
  await enrol(store);
  const round = await openRound(store, 0, undefined, { reveal: "at-close" });
  await answer(store, round.key, { who: ada, picks: picksOf(round).wrong, when: at(0, 5) });
  const how = async () => (await store.results(ada)).get(round.asked.question)?.right;
  expect(await how()).toBeNull();
  await store.closeRound(
    round.key,
    ({ members }) => ({ outage: false, members: members.map((member) => closeFor(member, false)) }),
    remember,
  );
  expect(await how()).toBe(false);
});

test("new cards are counted from midnight to midnight: a card of a clock that ran ahead takes nobody's place", async () => {
  store = await openStore(":memory:");
  for (const [name, nth] of [
    ["yesterday", -1],
    ["today", 0],
    ["next year", 365],
  ] as const)
    await store.changeCard(ada, aQuestion(name).id, () => newCard(aQuestion(name).id, at(nth)));
  expect(await store.metBetween(ada, at(0, -60), at(1, -60))).toBe(1);
});

test("the answers of a run are its own, in their order, though the clock went back in it", async () => {
  store = await openStore(":memory:");
  const run = { since: at(0), topic: "harbour" };
  const words = (reviews: number) => writeRun({ ...run, reviews });
  await ask("a", at(0, 1), words(0), { kind: "unknown" });
  await ask("b", at(0, -30), words(0), { kind: "picked", picks: 1 });
  await ask("c", at(0, 2), words(3), null);
  await ask("d", at(0, 3), writeRun({ ...run, topic: "misses", reviews: 0 }), { kind: "unknown" });
  await ask("e", at(0, 4), writeRun({ ...run, since: at(0, 1), reviews: 0 }), { kind: "unknown" });
  await ask("f", at(0, 5), null, { kind: "unknown" });
  await ask("a", at(0, 6), words(1), { kind: "picked", picks: 1 });
  const answers = await store.runAnswers(ada, run);
  expect(answers.map(({ asked }) => asked.question.replace("harbour/", ""))).toEqual(["a", "b", "a"]);
  expect(await store.runAnswers(person("ben"), run)).toEqual([]);
});
