import { expect, test } from "vitest";
import { makeInbox } from "../../src/app/inbox.js";
import { zoneOf } from "../../src/app/zone-of.js";
import { channelId, personId } from "../../src/core/ids.js";
import { answer, at, enrol, openRound, picksOf } from "../store/school.js";
import { anApp } from "../support/app.js";

const [here, there] = [channelId("fake:w/here"), channelId("fake:w/there")];
const ben = { id: personId("fake:w/ben"), name: "Ben", mayManage: false };

test("a person's zone: as the platform gives it, as they gave it, that of the channel last answered in, UTC", async () => {
  const app = await anApp();
  const { store } = app;
  expect(await zoneOf(app, ben)).toBe("UTC");
  for (const [id, zone] of [
    [here, "Asia/Tokyo"],
    [there, "America/Lima"],
  ] as const) {
    await enrol(store, id);
    await store.changeChannel(id, at(0), ({ channel }) => {
      if (!channel?.schedule) return null;
      const schedule = { ...channel.schedule, zone: zone as typeof channel.schedule.zone };
      return { channel: { ...channel, schedule }, dueAt: null, days: [], settled: null };
    });
  }
  const rounds = [await openRound(store, 0, here), await openRound(store, 1, there)];
  for (const [nth, round] of rounds.entries()) {
    await answer(store, round.key, { who: ben.id, picks: picksOf(round).right, when: at(nth, 5) });
    expect(await zoneOf(app, ben)).toBe(nth === 0 ? "Asia/Tokyo" : "America/Lima");
  }
  await store.meet({ ...ben, zone: "Europe/Paris" }, at(2));
  expect(await zoneOf(app, ben)).toBe("Europe/Paris");
  expect(await zoneOf(app, { ...ben, zone: "Africa/Cairo" })).toBe("Africa/Cairo");
  expect(await zoneOf(app, { ...ben, zone: "nowhere" })).toBe("Europe/Paris");
});

test("a reminder keeps its zone where only its hour is changed, whatever the platform says of the person's", async () => {
  const inbox = makeInbox(await anApp(at(0)));
  const say = async (words: string, zone: string) => {
    const [place, did] = [{ kind: "direct", person: ben.id } as const, { kind: "command", words } as const];
    return (await inbox({ id: words, at: at(0), person: { ...ben, zone }, place, did })).whisper?.summary;
  };
  expect(await say("reminder 17:30", "Europe/Berlin")).toContain("17:30 (Europe/Berlin)");
  expect(await say("reminder 17:30 Asia/Tokyo", "Europe/Berlin")).toContain("17:30 (Asia/Tokyo)");
  expect(await say("reminder 18:00", "Europe/Berlin")).toContain("18:00 (Asia/Tokyo)");
  expect(await say("reminder Africa/Cairo", "Europe/Berlin")).toContain("18:00 (Africa/Cairo)");
});
