import { afterEach, describe, expect, test } from "vitest";
import { exportMine, largestFile } from "../../src/app/export-mine.js";
import type { Event, Reply } from "../../src/app/platform.js";
import { answerAsk } from "../../src/core/ask.js";
import { freeze } from "../../src/core/asked.js";
import { keyOf } from "../../src/core/ids.js";
import { remember } from "../../src/core/memory.js";
import { aQuestion } from "../store/school.js";
import { right, signals, wrong } from "../story/signals.js";
import { berlin } from "../story/telling.js";
import { fakeChannel, fakePerson } from "../support/fake-platform.js";
import { type FakeStage, openFake } from "../support/fake-stage.js";

let stage: FakeStage;
afterEach(() => stage.close());
const ben = { id: fakePerson("ben"), name: "Ben", mayManage: false };
const direct = { kind: "direct", person: ben.id } as const;

/** As a platform sends `/mydata export`, and what the file says. */
async function exported(words = "mydata export"): Promise<Reply> {
  return await stage.platform.send({
    at: stage.now(),
    person: ben,
    place: direct,
    did: { kind: "command", words },
  });
}

type Json = Record<string, unknown>;
function fileIn(reply: Reply) {
  const block = reply.direct?.blocks.find((one) => one.kind === "file");
  if (block?.kind !== "file") throw new Error("there is no file");
  const json = JSON.parse(new TextDecoder().decode(block.bytes)) as Json & { answers: Json[]; asks: Json[] };
  return { name: block.name, size: block.bytes.length, json };
}

/** A Monday in which Ben does everything that leaves something behind; Tuesday's question keeps its key. */
async function aLife(): Promise<void> {
  stage = await openFake({ notes: signals(6), now: berlin("2026-03-09 08:00") });
  const [ada, her] = [stage.actor("Ada"), stage.actor("Ben")];
  await ada.type("daily set 09:00 Europe/Berlin daily");
  await stage.walkTo(berlin("2026-03-09 09:00"));
  await her.answer(right);
  await her.pressPrivate("Report this question");
  await her.fill({ fault: "unclear", words: "Which ship?" });
  await her.type("reminder 17:30 Europe/Paris");
  await her.type("practice set new=3 retention=85");
  await her.type("streak away 2026-04-01..2026-04-05");
  await stage.walkTo(berlin("2026-03-09 10:00"));
  await her.type("quiz north");
  await her.pressPrivate("I don’t know");
  await stage.walkTo(berlin("2026-03-09 10:01"));
  await her.type("quiz south");
  await ada.type("daily options reveal=at-close");
  await stage.walkTo(berlin("2026-03-10 09:00"));
}

describe("everything that is kept", () => {
  test("stands in the file, with instants as ISO and a number for the format", async () => {
    await aLife();
    const { name, json } = fileIn(await exported());
    expect(name).toBe("cuecard-2026-03-10.json");
    expect(json).toMatchObject({
      ...{ format: 1, part: 1, writtenAt: "2026-03-10T08:00:00.000Z" },
      person: { id: "fake:w/ben", name: "Ben", zone: "Europe/Berlin", hidden: false },
      settings: { newCardsADay: 3, retention: 85 },
      reminder: { time: "17:30", zone: "Europe/Paris", next: "2026-03-10T16:30:00.000Z" },
      away: [{ from: "2026-04-01", to: "2026-04-05" }],
      channels: [
        {
          ...{ channel: "fake:w/study", joined: "2026-03-09", answered: 1, right: 1 },
          streak: { current: 1, longest: 1, freezes: 2, gap: 0 },
          months: { "2026-03": { answered: 1, graded: 1, right: 1, due: 1 } },
        },
      ],
      reports: [{ fault: "unclear", words: "Which ship?", version: 1 }],
      ...{ proposedNames: [], changesToChannels: [] },
    });
    expect((json.person as Json).metAt).toBe("2026-03-09T08:00:00.000Z");
    expect(json.cards).toHaveLength(2);
    expect((json.cards as Json[])[0]).toMatchObject({
      ...{ reviews: 1, due: expect.stringMatching(/^2026-03-09T\d\d:\d\d:00.000Z$/) },
      memory: { reps: 1, lastReview: expect.stringMatching(/^2026-03-09T/) },
    });
    const [first] = json.answers;
    const letters = (first?.answer as { letters?: string[] } | undefined)?.letters ?? [];
    expect(first).toMatchObject({
      ...{ channel: "fake:w/study", day: "2026-03-09", kind: "scheduled", right: true, selfGrade: null },
      ...{ prompt: expect.stringContaining("Off the cape"), answeredAt: "2026-03-09T08:00:00.000Z" },
      ...{ answer: { kind: "picked", letters: [expect.stringMatching(/^[A-C]$/)] }, key: letters },
    });
    expect((first?.options as Record<string, string> | undefined)?.[letters[0] ?? ""]).toContain(right);
    expect(json.asks).toMatchObject([
      { purpose: "quiz", right: false, answer: { kind: "unknown" }, key: [expect.any(String)] },
      { purpose: "quiz", answer: null },
    ]);
    expect(json.asks[1]).not.toHaveProperty("key");
  });

  test("but for what a member is not told yet: the key of an open round that keeps it", async () => {
    await aLife();
    await stage.actor("Ben").answer(wrong);
    const open = fileIn(await exported()).json;
    expect(open.answers).toHaveLength(2);
    expect(open.answers[1]).toMatchObject({ day: "2026-03-10", right: null, answer: { kind: "picked" } });
    expect(open.answers[1]).not.toHaveProperty("key");
    expect(open.channels).toMatchObject([{ answered: 2, right: 1 }]);
    expect(open.channels).toMatchObject([{ months: { "2026-03": { answered: 2, right: 1, graded: 1 } } }]);
    expect((open.cards as Json[]).map(({ question }) => question)).not.toContain(open.answers[1]?.question);
    await stage.walkTo(berlin("2026-03-11 09:00"));
    const closed = fileIn(await exported()).json;
    expect(closed.answers[1]).toMatchObject({ right: false, key: [expect.any(String)] });
  });

  test("is sent to direct messages, and nothing of it is said in the channel", async () => {
    await aLife();
    const place = { kind: "channel", id: fakeChannel, name: "#study" } as const;
    const did = { kind: "command", words: "mydata export" } as const;
    const reply = await stage.platform.send({ at: stage.now(), person: ben, place, did });
    expect(reply.whisper?.blocks.some(({ kind }) => kind === "file")).toBe(false);
    expect([reply.say, reply.instead?.summary]).toEqual([undefined, expect.stringContaining("cannot write")]);
    expect(fileIn(reply).json.person).toMatchObject({ id: ben.id });
  });

  test("of somebody who was never met is nothing", async () => {
    stage = await openFake({ notes: signals(1), now: berlin("2026-03-09 08:00") });
    const { json } = fileIn(await exported());
    expect(json).toMatchObject({ person: null, channels: [], cards: [], answers: [], asks: [] });
  });
});

/** So many answered questions, with prompts of this length. */
async function practised(count: number, length: number): Promise<void> {
  stage = await openFake({ notes: signals(1), now: berlin("2026-03-09 08:00") });
  const { store } = stage.app();
  await store.meet(ben, stage.now());
  const question = aQuestion("q", "ä".repeat(length));
  for (let nth = 0; nth < count; nth += 1) {
    const key = keyOf(`ask${nth}`);
    const asked = freeze({ question, version: 1, retired: false }, key);
    const one = { key, person: ben.id, channel: null, purpose: "practice" as const, run: null, asked };
    const at = new Date(stage.now().getTime() + Math.floor(nth / 3) * 1000);
    const press = { person: ben.id, name: "Ben", at, key, answer: { kind: "unknown" } as const };
    void store.openAsk({ ...one, askedAt: at });
    await store.answerAsk(press, (open) => answerAsk(open, press), remember);
  }
}

describe("a big history", () => {
  const event = (): Event => ({
    ...{ id: "e", at: stage.now(), person: ben, place: direct },
    did: { kind: "command", words: "mydata export" },
  });

  test("comes in parts that each fit, ask for the next, and hold every answer once", async () => {
    await practised(70, 60);
    const keys: unknown[] = [];
    let words: string | null = null;
    for (let part = 1; ; part += 1) {
      const reply = await exportMine(stage.app(), event(), words, 5000);
      const { name, size, json } = fileIn(reply);
      expect(size).toBeLessThanOrEqual(5000);
      expect([name, json.part, json.format]).toEqual([`cuecard-2026-03-09-part-${part}.json`, part, 1]);
      expect("person" in json).toBe(part === 1);
      keys.push(...json.asks.map(({ ask }) => ask));
      const button = reply.direct?.blocks.flatMap((one) => (one.kind === "buttons" ? one.buttons : []))[0];
      if (!button) break;
      expect(button.label).toBe("Send me the next part");
      words = /mydata export (.*)$/.exec(button.press)?.[1] ?? null;
      if (part === 1) expect(fileIn(await exported(`mydata export ${words}`)).json.part).toBe(2);
    }
    expect(keys.length).toBe(70);
    expect(new Set(keys).size).toBe(70);
  });

  test("is written out a few answers at a time: others have their turn in between", async () => {
    await practised(1200, 20);
    let turns = 0;
    let isOver = false;
    const others = () => {
      turns += 1;
      if (!isOver) setImmediate(others);
    };
    setImmediate(others);
    const { json, size } = fileIn(await exportMine(stage.app(), event(), null));
    isOver = true;
    expect([json.asks.length, size < largestFile]).toEqual([1200, true]);
    expect(turns).toBeGreaterThanOrEqual(12);
  });

  test.each(["2.rounds.x", "0.asks.a.b", "1.cards.a.b", "9999999.asks.a.b", "__proto__"])(
    "a mark that was never written gets a word: %s",
    async (mark) => {
      stage = await openFake({ notes: signals(1), now: berlin("2026-03-09 08:00") });
      const reply = await exported(`mydata export ${mark}`);
      expect(reply.direct).toBeUndefined();
      expect(reply.whisper?.summary).toContain("no longer known");
    },
  );
});
