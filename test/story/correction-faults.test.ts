import { describe, expect, test } from "vitest";
import { fakeChannel, fakePerson } from "../support/fake-platform.js";
import { type FakeStage, openFake } from "../support/fake-stage.js";
import { keyed, right, signals, wrong } from "./signals.js";
import { berlin, corrections, questions, signalIn } from "./telling.js";

/** Tuesday after nine: Monday's question is closed, and answered rightly by Ada and wrongly by Ben and Chidi. */
async function tuesday(count = 4): Promise<FakeStage & { correct(): Promise<void> }> {
  const stage = await openFake({ notes: signals(count), now: berlin("2026-03-09 08:00") });
  await stage.actor("Ada").type("daily set 09:00 Europe/Berlin mon-fri");
  await stage.walkTo(berlin("2026-03-09 09:00"));
  await stage.actor("Ada").answer(right);
  for (const name of ["Ben", "Chidi"] as const) await stage.actor(name).answer(wrong);
  await stage.walkTo(berlin("2026-03-10 09:01"));
  const signal = signalIn((await questions(stage))[1]);
  return { ...stage, correct: () => stage.editNotes(keyed(signals(count), signal, wrong)) };
}

async function end(stage: FakeStage): Promise<void> {
  expect(await stage.miscounted()).toEqual([]);
  expect(stage.faults).toEqual([]);
  await stage.close();
}

const board = async (stage: FakeStage) => {
  const seen = await stage.actor("Ada").type("leaderboard");
  return (seen?.text ?? "").replace(/\s+/g, " ");
};

describe("fault 59: the word about a corrected key", () => {
  test.each([
    ["whose answer is lost", "lost answer"],
    ["that does not get out", "cut"],
    ["that is to wait", { later: berlin("2026-03-10 09:20") }],
  ] as const)("%s is said once", async (_, mishap) => {
    const stage = await tuesday();
    await stage.correct();
    stage.platform.goWrong("post", fakeChannel, mishap);
    await stage.walkTo(berlin("2026-03-10 09:10"));
    await stage.restart();
    await stage.walkTo(berlin("2026-03-10 10:00"));
    expect(await corrections(stage)).toHaveLength(1);
    expect(await board(stage)).toContain("1 Ada (you) 1 of 1 1/1 1 Ben 1 of 1 1/1 1 Chidi 1 of 1 1/1");
    await end(stage);
  });

  test("that may not be said is let go: the daily goes on", async () => {
    const stage = await tuesday();
    await stage.correct();
    stage.platform.goWrong("post", fakeChannel, "refused");
    await stage.walkTo(berlin("2026-03-11 09:00"));
    expect(await corrections(stage)).toHaveLength(0);
    expect(await questions(stage)).toHaveLength(3);
    await end(stage);
  });

  test("is said though the old message can no longer be edited", async () => {
    const stage = await tuesday();
    await stage.correct();
    stage.platform.goWrong("edit", fakeChannel, "refused");
    await stage.walkTo(berlin("2026-03-10 10:00"));
    expect(await corrections(stage)).toHaveLength(1);
    expect((await questions(stage))[1]?.text).not.toContain("was corrected");
    await end(stage);
  });

  test("is said after any number of deaths, and by a bot that was away when the notes were edited", async () => {
    const stage = await tuesday();
    await stage.correct();
    for (let deaths = 0; deaths < 5; deaths += 1) await stage.restart();
    await stage.sleepUntil(berlin("2026-03-10 14:00"));
    for (let deaths = 0; deaths < 5; deaths += 1) await stage.restart();
    await stage.walkTo(berlin("2026-03-10 14:30"));
    expect(await corrections(stage)).toHaveLength(1);
    await end(stage);
  });

  test("waits for a question that is open again, so that nothing leaks", async () => {
    const stage = await tuesday(1);
    await stage.actor("Ada").type("daily pause");
    await stage.correct();
    await stage.walkTo(berlin("2026-03-10 20:00"));
    expect(await corrections(stage)).toHaveLength(0);
    expect((await stage.channel()).filter(({ text }) => text.includes("was corrected"))).toEqual([]);
    expect((await stage.actor("Ben").press("My result"))?.text).toContain("Not this one");
    await stage.actor("Dana").answer(wrong);
    await stage.walkTo(berlin("2026-03-11 10:00"));
    const [told, ...more] = await corrections(stage);
    expect(told).toContain("The key of Mon 9 March was corrected");
    expect(more).toEqual([]);
    expect((await stage.actor("Ben").press("My result"))?.text).toContain("Right");
    expect((await stage.actor("Dana").press("My result", 1))?.text).toContain("Right");
    await end(stage);
  });

  test("counts answers of people who were forgotten, and gives nobody a name or a place for them", async () => {
    const stage = await tuesday();
    await stage.actor("Ben").type("mydata delete");
    await stage.actor("Ben").pressPrivate("Delete everything about me");
    await stage.correct();
    await stage.walkTo(berlin("2026-03-10 10:00"));
    expect((await corrections(stage))[0]).toContain(
      "2 answers are right now that were not, and nobody loses.",
    );
    expect((await questions(stage))[1]?.text).toContain("3 of 3 right");
    expect(await board(stage)).not.toContain("Ben");
    await end(stage);
  });

  test("of fewer than three answers does not say how many gained", async () => {
    const stage = await openFake({ notes: signals(4), now: berlin("2026-03-09 08:00") });
    await stage.actor("Ada").type("daily set 09:00 Europe/Berlin mon-fri");
    await stage.walkTo(berlin("2026-03-09 09:00"));
    await stage.actor("Ben").answer(wrong);
    await stage.walkTo(berlin("2026-03-10 09:01"));
    await stage.editNotes(keyed(signals(4), signalIn((await questions(stage))[1]), wrong));
    await stage.walkTo(berlin("2026-03-10 10:00"));
    const [told] = await corrections(stage);
    expect(told).toContain("Any answer that matches it counts as right now, and nobody loses.");
    expect(told).not.toMatch(/\d answer/);
    await end(stage);
  });

  test("leaves memory alone: what was learnt by the old key is asked again in its time", async () => {
    const stage = await tuesday();
    const cards = async () =>
      JSON.stringify([...(await stage.app().store.cards(fakePerson("Ben"))).values()]);
    const before = await cards();
    await stage.correct();
    await stage.walkTo(berlin("2026-03-10 10:00"));
    expect(await cards()).toBe(before);
    await end(stage);
  });
});
