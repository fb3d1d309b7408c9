import { describe, expect, test } from "vitest";
import { pauseBefore } from "../../src/platforms/discord/identify.js";
import { channelOf, guildOf } from "../../src/platforms/discord/names.js";
import { type openLine, says, until } from "./discord/line.js";
import { openDaily } from "./discord/study.js";

async function openStored(options: Parameters<typeof openDaily>[0] = {}) {
  const daily = await openDaily(options);
  daily.reply({ whisper: says("Stored") });
  return daily;
}

describe("a gateway that breaks", () => {
  test.each([
    ["a drop", (fake: Fake) => fake.gateway.drop(4000)],
    ["a cut line", (fake: Fake) => fake.gateway.drop(1006)],
    ["op 7", (fake: Fake) => fake.gateway.reconnect()],
    ["op 9, resumable", (fake: Fake) => fake.gateway.invalidate(true)],
  ])("fault 37: after %s the presses that came meanwhile are there", async (_what, breakIt) => {
    const { fake, ada, daily, events, platform } = await openStored();
    breakIt(fake);
    await until(
      () => fake.gateway.sessions.every(({ socket }) => socket === null) || events.length > 0,
      500,
    ).catch(() => {});
    await ada.presses(daily, "B");
    await until(() => events.length === 1);
    await until(() => platform.connected());
    expect(fake.gateway.resumes.length + fake.gateway.identifies.length).toBeGreaterThan(1);
  });

  test("fault 37: a press that is replayed is the same event, and its late answer is swallowed", async () => {
    const { fake, ada, daily, events, logged } = await openStored();
    await ada.presses(daily, "B");
    fake.gateway.repeat = 1;
    fake.gateway.drop(4000);
    await until(() => events.length === 2, 8000);
    expect(events[1]?.id).toBe(events[0]?.id);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(logged.filter((line) => line.startsWith("error"))).toEqual([]);
  });

  test("fault 38: a forgotten session begins anew, and the bot answers again", async () => {
    const { fake, ada, daily, platform } = await openStored();
    fake.gateway.invalidate(false);
    await until(() => !platform.connected());
    await until(() => platform.connected(), 12_000);
    expect((await ada.presses(daily, "B")).text).toBe("## Stored");
    expect(fake.gateway.crowded).toBe(0);
  });

  test("fault 38: introductions slow down to less than 100 an hour and 1,000 a day", () => {
    const times: number[] = [];
    for (let now = 0; now < 24 * 3_600_000; now += 500) {
      if (pauseBefore(times.slice(-50), now) === 0 && now - (times.at(-1) ?? -5000) >= 5000) times.push(now);
    }
    expect(times.filter((at) => at < 3_600_000).length).toBeLessThan(100);
    expect(times.length).toBeLessThan(1000);
    expect(pauseBefore([], 0)).toBe(0);
    expect(pauseBefore([0], 1)).toBe(0);
  });

  test("a connection that is dead but looks alive is noticed", async () => {
    const { fake, platform, ada, daily, events } = await openStored({ heartbeat: 300 });
    fake.gateway.freeze();
    const pressed = ada.presses(daily, "B");
    await until(() => events.length === 1, 8000);
    await pressed;
    await until(() => platform.connected());
    expect(fake.gateway.resumes.length).toBeGreaterThan(0);
  });

  test("an outage of the gateway is outlived", async () => {
    const { fake, platform, ada, daily } = await openStored();
    fake.gateway.down = true;
    fake.gateway.drop(1006);
    await until(() => !platform.connected());
    await new Promise((resolve) => setTimeout(resolve, 1600));
    expect(platform.connected()).toBe(false);
    fake.gateway.down = false;
    await until(() => platform.connected(), 15_000);
    expect((await ada.presses(daily, "B")).text).toBe("## Stored");
  });

  test("while it is down for good the heartbeat is told", async () => {
    const { fake, platform, logged } = await openStored();
    fake.revoke();
    await until(() => !platform.connected());
    await until(() => logged.some((line) => line.includes("for good")));
    expect(logged.join("\n")).toContain("Reset Token");
  });
});

type Fake = Awaited<ReturnType<typeof openLine>>["fake"];

describe("news", () => {
  test("fault 36: joined and left are told, an outage is not", async () => {
    const { harbour, news } = await openStored();
    const joined = { kind: "joined", workspace: guildOf(harbour.id) };
    const left = { kind: "left", workspace: guildOf(harbour.id) };
    await until(() => news.length === 1);
    harbour.breaks();
    harbour.mends();
    harbour.kicks();
    await until(() => news.length === 2);
    harbour.invites();
    await until(() => news.length === 3);
    expect(news).toEqual([joined, left, joined]);
  });

  test("fault 35: a channel that was deleted is told", async () => {
    const { harbour, study, news } = await openStored();
    study.removed();
    await until(() => news.some(({ kind }) => kind === "channel-gone"));
    expect(news.at(-1)).toEqual({ kind: "channel-gone", channel: channelOf(harbour.id, study.id) });
  });
});

test("fault 40: stop answers what is under way and takes nothing new", async () => {
  const { platform, ada, daily, reply, events } = await openStored();
  reply(async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { whisper: says("Stored") };
  });
  const presses = Array.from({ length: 50 }, () => ada.presses(daily, "B"));
  await until(() => events.length === 50);
  await platform.stop();
  expect((await Promise.all(presses)).map(({ text }) => text)).toEqual(Array(50).fill("## Stored"));
  expect(platform.connected()).toBe(false);
});

test("several shards are one bot", async () => {
  const { fake, ada, study, events } = await openStored({ shards: 2 });
  await ada.types(study, "/streak");
  await ada.writes("streak");
  expect(fake.gateway.sessions).toHaveLength(2);
  expect(events).toHaveLength(2);
});
