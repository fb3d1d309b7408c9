import { expect, test } from "vitest";
import { forgetUnanswered } from "../../src/app/forget-unanswered.js";
import { signals } from "../story/signals.js";
import { berlin } from "../story/telling.js";
import { fakePerson } from "../support/fake-platform.js";
import { openFake } from "../support/fake-stage.js";

test("a card that is called for from an old screen, after everything was deleted, is kept for thirty days like any other", async () => {
  const stage = await openFake({ notes: signals(6), now: berlin("2026-03-09 08:00") });
  const ben = stage.actor("Ben");
  await ben.type("practice");
  await ben.pressPrivate("I don’t know");
  const next = await ben.holdPrivate("Next card");
  await ben.type("mydata delete");
  await ben.pressPrivate("Delete everything about me");
  await next();
  const { store } = stage.app();
  const asks = async () => (await store.recordPage(fakePerson("Ben"), null, 9)).rows.length;
  expect(await asks()).toBe(1);
  expect(await store.record(fakePerson("Ben"))).toMatchObject({ person: { name: "Ben" } });
  for (const day of ["09", "10", "11"]) await forgetUnanswered(stage.app(), berlin(`2026-04-${day} 09:00`));
  expect(await asks()).toBe(0);
  await stage.close();
});
