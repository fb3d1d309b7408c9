import { describe, expect, test } from "vitest";
import { channelId } from "../../src/core/ids.js";
import { fakeChannel, fakePerson } from "../support/fake-platform.js";
import { type FakeStage, openFake } from "../support/fake-stage.js";
import { see } from "../support/plain-message.js";
import { right, signals } from "./signals.js";
import { berlin, newest, questions } from "./telling.js";

const other = channelId("fake:w/other");
const ada = { id: fakePerson("ada"), name: "Ada", mayManage: true };

/** Two channels with a daily at nine; Monday's questions are out. */
async function twoChannels(): Promise<FakeStage> {
  const stage = await openFake({ notes: signals(30), now: berlin("2026-03-09 08:00") });
  const words = "daily set 09:00 Europe/Berlin mon-fri";
  for (const id of [fakeChannel, other]) {
    const place = { kind: "channel", id, name: `#${id.split("/")[1]}` } as const;
    await stage.platform.send({ at: stage.now(), person: ada, place, did: { kind: "command", words } });
  }
  await stage.walkTo(berlin("2026-03-09 09:00"));
  return stage;
}

const inOther = (stage: FakeStage) =>
  stage.platform
    .inChannel(other)
    .map(({ message }) => see(message))
    .filter((seen) => seen.options.length > 0);

async function end(stage: FakeStage): Promise<void> {
  expect(await stage.miscounted()).toEqual([]);
  expect(stage.faults).toEqual([]);
  await stage.close();
}

describe("one channel and another", () => {
  test("a channel that refuses takes nothing from the other", async () => {
    const stage = await twoChannels();
    stage.platform.goWrong("post", fakeChannel, "refused");
    await stage.walkTo(berlin("2026-03-10 09:00"));
    expect(inOther(stage)).toHaveLength(2);
    expect(await questions(stage)).toHaveLength(1);
    await stage.walkTo(berlin("2026-03-11 09:00"));
    expect(inOther(stage)).toHaveLength(3);
    await end(stage);
  });

  test("while one post hangs the other channel gets its question and its reveal, and the keeper's words hang alone", async () => {
    const stage = await twoChannels();
    await stage.walkTo(berlin("2026-03-10 08:59"));
    let letGo = () => {};
    const until = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    stage.platform.goWrong("post", fakeChannel, { until });
    const walk = stage.walkTo(berlin("2026-03-10 09:00"));
    await expect.poll(() => inOther(stage).length).toBe(2);
    await expect.poll(() => inOther(stage)[1]?.text).toContain("The key");
    expect(await questions(stage)).toHaveLength(1);
    letGo();
    await walk;
    expect(await questions(stage)).toHaveLength(2);
    await end(stage);
  });

  test("a reveal that failed is tried again until the key stands there", async () => {
    const stage = await twoChannels();
    await stage.walkTo(berlin("2026-03-10 08:59"));
    stage.platform.goWrong("edit", fakeChannel, "cut", { later: berlin("2026-03-10 09:20") });
    await stage.walkTo(berlin("2026-03-10 09:00"));
    const first = async () => (await questions(stage))[1]?.text;
    expect(await first()).not.toContain("The key");
    expect(inOther(stage)[1]?.text).toContain("The key");
    await stage.walkTo(berlin("2026-03-10 09:19"));
    expect(await first()).not.toContain("The key");
    await stage.walkTo(berlin("2026-03-10 09:20"));
    expect(await first()).toContain("The key");
    await end(stage);
  });

  test("an answer that counts but comes late corrects the count once more, and only once", async () => {
    const stage = await twoChannels();
    const late = await stage.actor("Ben").hold(right);
    await stage.walkTo(berlin("2026-03-10 09:01"));
    const edits = stage.platform.edits.length;
    await late({ at: berlin("2026-03-10 08:59:58") });
    await stage.walkTo(berlin("2026-03-10 10:00"));
    expect((await questions(stage))[1]?.text).toContain("One answer");
    expect(stage.platform.edits.length).toBe(edits + 1);
    await end(stage);
  });
});

describe("presses that nobody was given", () => {
  test("unknown keys, other channels' buttons and forged masks are told so and write nothing (faults 26 to 28)", async () => {
    const stage = await twoChannels();
    const ben = { id: fakePerson("ben"), name: "Ben", mayManage: false };
    const press = (words: string, id = fakeChannel) =>
      stage.platform.send({
        at: stage.now(),
        person: ben,
        place: { kind: "channel", id },
        did: { kind: "press", press: words },
      });
    const key = stage.platform.inChannel(fakeChannel).at(0)?.key ?? "";
    const forged = [
      "p0",
      "pzz",
      "pzzzz",
      "p-1",
      "p1e9",
      "pNaN",
      "s0",
      "w",
      "h",
      "n",
      "g1.0",
      "p",
      "",
      "p1.p1",
    ];
    const wild = [
      "",
      ".",
      "-.p1",
      "zzz.p1",
      `${key}.p1\n`,
      `${key}.${"p".repeat(10_000)}`,
      "x".repeat(10_000),
    ];
    for (const words of [...forged.map((one) => `${key}.${one}`), ...wild]) {
      const reply = await press(words);
      const shown = reply.whisper ?? reply.replace;
      expect(shown && see(shown).text, words.slice(0, 40)).toMatch(/no longer known|No result yet/);
    }
    expect(see((await press(`${key}.p1`, other)).whisper ?? { summary: "", blocks: [] }).text).toContain(
      "no longer known",
    );
    await stage.walkTo(berlin("2026-03-09 09:10"));
    expect((await newest(stage)).text).toContain("No answers yet.");
    expect((await stage.actor("Ben").type("streak"))?.text).toContain("No streak yet");
    await end(stage);
  });
});
