import { describe, expect, test } from "vitest";
import { fakeChannel, fakePerson } from "../support/fake-platform.js";
import { type FakeStage, openFake } from "../support/fake-stage.js";
import { see } from "../support/plain-message.js";
import { right, signals } from "./signals.js";
import { berlin, ledger, newest, questions } from "./telling.js";

const ada = fakePerson("ada");
const told = (stage: FakeStage, words: string) =>
  stage.platform.toPerson(ada).filter(({ message }) => see(message).text.includes(words)).length;
const triesAt = (stage: FakeStage, what: string) =>
  stage.platform.tries.filter((one) => one.what === what && one.where === fakeChannel).length;

/** A channel with a daily at nine and Ben in it since Monday; it is Tuesday, a minute before nine. */
async function tuesday(): Promise<FakeStage> {
  const stage = await openFake({ notes: signals(30), now: berlin("2026-03-09 08:00") });
  await stage.actor("Ada").type("daily set 09:00 Europe/Berlin mon-fri");
  await stage.walkTo(berlin("2026-03-09 09:00"));
  await stage.actor("Ben").answer(right);
  await stage.walkTo(berlin("2026-03-10 08:59"));
  return stage;
}

async function end(stage: FakeStage): Promise<void> {
  expect(await stage.miscounted()).toEqual([]);
  expect(stage.faults).toEqual([]);
  await stage.close();
}

describe("posting the question", () => {
  test("refused for good: the daily is paused with its reason, the keeper hears it once, nothing is deleted (fault 35)", async () => {
    const stage = await tuesday();
    const ben = stage.actor("Ben");
    stage.platform.goWrong("post", fakeChannel, "refused");
    await stage.walkTo(berlin("2026-03-10 09:30"));
    await stage.restart();
    const tries = triesAt(stage, "post");
    await stage.walkTo(berlin("2026-03-11 10:00"));
    expect(triesAt(stage, "post")).toBe(tries);
    expect(told(stage, "The daily in #study is paused")).toBe(1);
    const shown = await stage.actor("Ada").type("daily show");
    expect(shown?.text).toContain("Paused: I am not allowed to post there.");
    expect((await ben.type("streak"))?.text).toContain("1 day in a row");
    await stage.actor("Ada").type("daily resume");
    await stage.walkTo(berlin("2026-03-12 09:00"));
    expect((await ben.answer(right))?.text).toContain("2 days in a row");
    await stage.actor("Ada").type("daily set thu,fri");
    expect((await ledger(ben)).find((line) => line.startsWith("Tue 10"))).toContain("no question");
    await end(stage);
  });

  test("to be tried later: not before, and then once (fault 32)", async () => {
    const stage = await tuesday();
    stage.platform.goWrong("post", fakeChannel, { later: berlin("2026-03-10 09:10") });
    await stage.walkTo(berlin("2026-03-10 09:00"));
    const tries = stage.platform.tries.length;
    await stage.walkTo(berlin("2026-03-10 09:09"));
    expect(stage.platform.tries.length).toBe(tries);
    expect(await questions(stage)).toHaveLength(1);
    await stage.walkTo(berlin("2026-03-10 09:20"));
    expect(await questions(stage)).toHaveLength(2);
    await end(stage);
  });

  test("the platform's answer was lost: the message is found and adopted, there is one (fault 4)", async () => {
    const stage = await tuesday();
    stage.platform.goWrong("post", fakeChannel, "lost answer");
    await stage.walkTo(berlin("2026-03-10 09:00"));
    await stage.restart();
    await stage.walkTo(berlin("2026-03-10 09:05"));
    expect(await questions(stage)).toHaveLength(2);
    expect((await stage.actor("Ben").answer(right))?.text).toContain("2 days in a row");
    await stage.walkTo(berlin("2026-03-10 09:10"));
    expect((await newest(stage)).text).toContain("1 answer so far.");
    await end(stage);
  });

  test("nobody can tell whether it got out: the keeper is told, it is not posted again, a press adopts it (fault 2)", async () => {
    const stage = await tuesday();
    stage.platform.goWrong("post", fakeChannel, "lost answer");
    stage.platform.readable = false;
    await stage.walkTo(berlin("2026-03-10 12:00"));
    expect(await questions(stage)).toHaveLength(2);
    expect(told(stage, "Did the question of Tue 10 March appear in #study?")).toBe(1);
    expect((await stage.actor("Ben").answer(right))?.text).toContain("2 days in a row");
    const looks = triesAt(stage, "find");
    await stage.walkTo(berlin("2026-03-10 13:00"));
    expect((await newest(stage)).text).toContain("1 answer so far.");
    expect(triesAt(stage, "find")).toBe(looks);
    await stage.walkTo(berlin("2026-03-11 09:00"));
    const [next, adopted] = await questions(stage);
    expect(next?.text).toContain("No answers yet.");
    expect(adopted?.text).toContain("The key");
    await end(stage);
  });

  test("it never got out and nobody can tell: no streak ends, the next day goes on, and the looking grows rare", async () => {
    const stage = await tuesday();
    stage.platform.goWrong("post", fakeChannel, "cut");
    stage.platform.readable = false;
    await stage.walkTo(berlin("2026-03-11 09:00"));
    expect(await questions(stage)).toHaveLength(2);
    expect((await stage.actor("Ben").answer(right))?.text).toContain("2 days in a row");
    expect((await ledger(stage.actor("Ben")))[1]).toMatch(/^Tue 10 March outage/);
    const looks = triesAt(stage, "find");
    await stage.walkTo(berlin("2026-03-13 08:00"));
    expect(triesAt(stage, "find") - looks).toBeLessThan(10);
    await end(stage);
  });

  test("it stayed out for six hours: no question that day, and the keeper hears it once", async () => {
    const stage = await tuesday();
    stage.connection("dead");
    await stage.walkTo(berlin("2026-03-10 15:30"));
    stage.connection("alive");
    await stage.walkTo(berlin("2026-03-10 16:00"));
    expect(await questions(stage)).toHaveLength(1);
    expect(told(stage, "The question of Tue 10 March did not get out")).toBe(1);
    await stage.walkTo(berlin("2026-03-11 09:00"));
    expect((await stage.actor("Ben").answer(right))?.text).toContain("2 days in a row");
    await end(stage);
  });

  test("the keeper's direct messages are closed: it is said in the channel, once", async () => {
    const stage = await tuesday();
    stage.platform.goWrong("post", ada, "refused");
    await stage.sleepUntil(berlin("2026-03-10 17:00"));
    await stage.restart();
    expect(told(stage, "No question in #study")).toBe(0);
    const said = (await stage.channel()).filter((seen) => seen.text.includes("No question in #study"));
    expect(said).toHaveLength(1);
    await end(stage);
  });

  test("a keeper who was forgotten is not written to: it is said in the channel", async () => {
    const stage = await tuesday();
    await stage.actor("Ada").type("mydata delete");
    await stage.actor("Ada").pressPrivate("Delete everything about me");
    await stage.sleepUntil(berlin("2026-03-10 17:00"));
    const said = (await stage.channel()).filter((seen) => seen.text.includes("No question in #study"));
    expect(said).toHaveLength(1);
    await end(stage);
  });

  test("the keeper cannot be told now: it is tried again, over a restart too, and said once", async () => {
    const stage = await tuesday();
    stage.platform.goWrong("post", ada, { later: berlin("2026-03-10 17:10") }, "cut", "lost answer");
    await stage.sleepUntil(berlin("2026-03-10 17:00"));
    await stage.restart();
    await stage.walkTo(berlin("2026-03-10 17:09"));
    expect(told(stage, "No question in #study")).toBe(0);
    await stage.walkTo(berlin("2026-03-10 17:30"));
    expect(told(stage, "No question in #study")).toBe(1);
    expect((await stage.channel()).filter((seen) => seen.text.includes("No question"))).toHaveLength(0);
    await end(stage);
  });

  test("a keeper who cannot be told for a day is left in peace, and the log says what was to be told", async () => {
    const stage = await tuesday();
    const mornings = ["11", "12"].map((date) => ({ later: berlin(`2026-03-${date} 08:00`) }));
    stage.platform.goWrong("post", ada, ...mornings);
    await stage.sleepUntil(berlin("2026-03-10 17:00"));
    await stage.walkTo(berlin("2026-03-12 09:00"));
    expect(told(stage, "No question in #study")).toBe(0);
    expect((await stage.app().store.errandsDue(berlin("2027-01-01 00:00"))).notices).toEqual([]);
    await end(stage);
  });
});
