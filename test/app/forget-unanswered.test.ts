import { afterEach, expect, test } from "vitest";
import { forgetUnanswered } from "../../src/app/forget-unanswered.js";
import { answerAsk } from "../../src/core/ask.js";
import { freeze } from "../../src/core/asked.js";
import { keyOf } from "../../src/core/ids.js";
import { remember } from "../../src/core/memory.js";
import { aQuestion, at, person } from "../store/school.js";
import { anApp, type BareApp } from "../support/app.js";

let app: BareApp;
afterEach(() => app.store.close());

async function ask(who: string, nth: number, isAnswered = false): Promise<void> {
  const key = keyOf(`${who}${nth}${isAnswered ? "a" : ""}`);
  const asked = freeze({ question: aQuestion("q"), version: 1, retired: false }, key);
  const one = { key, person: person(who), channel: null, purpose: "quiz" as const, run: null, asked };
  await app.store.meet({ id: person(who), name: who }, at(nth));
  await app.store.openAsk({ ...one, askedAt: at(nth) });
  const press = { person: person(who), name: who, at: at(nth), key, answer: { kind: "unknown" } as const };
  if (isAnswered) await app.store.answerAsk(press, (open) => answerAsk(open, press), remember);
}
const isKept = async (...keys: readonly string[]) =>
  await Promise.all(keys.map(async (key) => (await app.store.ask(keyOf(key))) !== null));

test("questions that were never answered are forgotten after thirty days, each day a few; answers never are", async () => {
  app = await anApp();
  await ask("ada", 0);
  await ask("ada", 0, true);
  await ask("ben", 5);
  for (let nth = 0; nth < 450; nth += 1) await ask(`p${nth}`, 0);
  await forgetUnanswered(app, at(29));
  expect(await isKept("ada0", "ada0a", "ben5", "p4490")).toEqual([true, true, true, true]);
  await forgetUnanswered(app, at(30, -1));
  await forgetUnanswered(app, at(30));
  expect(await isKept("ada0", "p00")).toEqual([true, true]);
  await forgetUnanswered(app, at(31));
  expect(await isKept("ada0", "ada0a", "ben5", "p00", "p2490", "p4490")).toEqual([
    ...[false, true, true],
    ...[false, false, false],
  ]);
  for (let nth = 32; nth <= 36; nth += 1) await forgetUnanswered(app, at(nth));
  expect(await isKept("ada0a", "ben5")).toEqual([true, false]);
});

test("a clock that runs ahead a year for some minutes makes nothing forgotten", async () => {
  app = await anApp();
  await forgetUnanswered(app, at(-1));
  await ask("ada", 0);
  await forgetUnanswered(app, at(0, 10));
  await forgetUnanswered(app, at(365));
  await forgetUnanswered(app, at(365, 5));
  await forgetUnanswered(app, at(0, 20));
  await forgetUnanswered(app, at(1, 20));
  expect(await isKept("ada0")).toEqual([true]);
  for (let nth = 2; nth <= 31; nth += 1) await forgetUnanswered(app, at(nth, 20));
  expect(await isKept("ada0")).toEqual([false]);
});
