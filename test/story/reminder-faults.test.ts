import { describe, expect, test } from "vitest";
import { remind } from "../../src/app/remind.js";
import { personId } from "../../src/core/ids.js";
import { fakeChannel, fakePerson } from "../support/fake-platform.js";
import { type FakeStage, openFake } from "../support/fake-stage.js";
import { see } from "../support/plain-message.js";
import { right, signals } from "./signals.js";
import { berlin } from "./telling.js";

const waits = "A question waits for you";
const reminded = (stage: FakeStage, name: string) =>
  stage.platform.toPerson(fakePerson(name)).filter(({ message }) => see(message).text.includes(waits)).length;
const tries = (stage: FakeStage, name: string) =>
  stage.platform.tries.filter(({ what, where }) => what === "post" && where === fakePerson(name)).length;
const [halfPast, ben] = [berlin("2026-03-10 17:30"), fakePerson("ben")];

/** Ada, Ben and Chidi wish to be reminded at half past five; it is Tuesday, and a question waits for all of them. */
async function tuesday(): Promise<FakeStage> {
  const stage = await openFake({ notes: signals(30), now: berlin("2026-03-09 08:00") });
  await stage.actor("Ada").type("daily set 09:00 Europe/Berlin daily");
  await stage.walkTo(berlin("2026-03-09 09:00"));
  for (const name of ["Ada", "Ben", "Chidi"] as const) {
    await stage.actor(name).answer(right);
    await stage.actor(name).type("reminder 17:30");
  }
  await stage.walkTo(berlin("2026-03-10 17:29"));
  return stage;
}

async function end(stage: FakeStage): Promise<void> {
  expect(await stage.miscounted()).toEqual([]);
  expect(stage.faults).toEqual([]);
  await stage.close();
}

describe("sending a reminder", () => {
  test("the platform's answer was lost, or the line was cut: it may have got out, so it is not sent again", async () => {
    const stage = await tuesday();
    stage.platform.goWrong("post", ben, "lost answer");
    stage.platform.goWrong("post", fakePerson("chidi"), "cut");
    await stage.walkTo(berlin("2026-03-10 20:00"));
    await stage.restart();
    expect(["ada", "ben", "chidi"].map((name) => reminded(stage, name))).toEqual([1, 1, 0]);
    expect(["ada", "ben", "chidi"].map((name) => tries(stage, name))).toEqual([1, 1, 1]);
    await stage.walkTo(berlin("2026-03-11 20:00"));
    expect(["ada", "ben", "chidi"].map((name) => reminded(stage, name))).toEqual([2, 2, 1]);
    await end(stage);
  });

  test("to be tried later: not before, once, and within the hour; what was answered meanwhile needs none", async () => {
    const stage = await tuesday();
    for (const name of ["ada", "ben"])
      stage.platform.goWrong("post", fakePerson(name), { later: berlin("2026-03-10 18:10") });
    stage.platform.goWrong("post", fakePerson("chidi"), { later: berlin("2026-03-10 18:31") });
    await stage.walkTo(berlin("2026-03-10 18:09"));
    expect(tries(stage, "ben")).toBe(1);
    await stage.actor("Ada").answer(right);
    await stage.restart();
    await stage.walkTo(berlin("2026-03-10 21:00"));
    expect(["ada", "ben", "chidi"].map((name) => tries(stage, name))).toEqual([1, 2, 1]);
    expect(["ada", "ben", "chidi"].map((name) => reminded(stage, name))).toEqual([0, 1, 0]);
    await stage.walkTo(berlin("2026-03-11 17:30"));
    expect(["ada", "ben", "chidi"].map((name) => reminded(stage, name))).toEqual([1, 2, 1]);
    await end(stage);
  });

  test("closed direct messages end it; whatever else refuses is tried again the next day", async () => {
    const stage = await tuesday();
    stage.platform.goWrong("post", ben, "closed");
    stage.platform.goWrong("post", fakePerson("chidi"), "refused");
    await stage.walkTo(berlin("2026-03-12 20:00"));
    expect(["ada", "ben", "chidi"].map((name) => tries(stage, name))).toEqual([3, 1, 3]);
    expect((await stage.actor("Ben").type("reminder"))?.text).toContain("No reminder is set");
    expect((await stage.actor("Chidi").type("reminder"))?.text).toContain("Each day at 17:30");
    await end(stage);
  });

  test("one that hangs holds up neither the others nor a channel's question", async () => {
    const stage = await tuesday();
    await stage.actor("Ada").type("daily set 17:30");
    let letGo = () => {};
    const until = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await stage.walkTo(berlin("2026-03-11 17:29"));
    stage.platform.goWrong("post", ben, { until });
    const before = stage.platform.inChannel(fakeChannel).length;
    const walk = stage.walkTo(berlin("2026-03-11 17:30"));
    await expect.poll(() => stage.platform.inChannel(fakeChannel).length).toBe(before + 1);
    await expect.poll(() => reminded(stage, "chidi")).toBe(2);
    letGo();
    await walk;
    expect(reminded(stage, "ben")).toBe(2);
    await end(stage);
  });

  test("a tick that has lasted long begins no more of them: the next minute does", async () => {
    const stage = await tuesday();
    await stage.walkTo(new Date(halfPast.getTime() - 1));
    const now = halfPast;
    const slow = { ...stage.app(), clock: () => new Date(now.getTime() + 21_000) };
    await remind(slow, ben, now);
    expect(tries(stage, "ben")).toBe(0);
    await stage.walkTo(new Date(now.getTime() + 60_000));
    expect(reminded(stage, "ben")).toBe(1);
    await end(stage);
  });

  test("while the connection is dead it waits, for an hour", async () => {
    const stage = await tuesday();
    stage.connection("dead");
    await stage.walkTo(berlin("2026-03-10 18:00"));
    expect(tries(stage, "ben")).toBe(0);
    stage.connection("alive");
    await stage.walkTo(berlin("2026-03-10 18:05"));
    expect(reminded(stage, "ben")).toBe(1);
    stage.connection("dead");
    await stage.walkTo(berlin("2026-03-11 18:31"));
    stage.connection("alive");
    await stage.walkTo(berlin("2026-03-11 20:00"));
    expect(reminded(stage, "ben")).toBe(1);
    await end(stage);
  });

  test("whoever the bot does not know any platform for wakes it no more than once a day", async () => {
    const stage = await tuesday();
    const { store } = stage.app();
    const gone = personId("elsewhere:ada");
    const [reminder] = [await store.reminder(ben)];
    await store.changeReminder(gone, () => ({ reminder }));
    await stage.walkTo(berlin("2026-03-10 18:31"));
    expect((await store.reminder(gone))?.dueAt).toEqual(berlin("2026-03-11 17:30"));
    expect((await store.errandsDue(stage.now())).reminders).toEqual([]);
    await end(stage);
  });
});
