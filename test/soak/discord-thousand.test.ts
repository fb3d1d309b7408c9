import { expect, test } from "vitest";
import { keyOf } from "../../src/core/ids.js";
import { channelOf } from "../../src/platforms/discord/names.js";
import { openLine } from "../platforms/discord/line.js";
import { theDaily, theReveal } from "../platforms/web/gallery.js";

test("fault 32: a thousand channels at nine are posted and revealed within the limits, without one 429", async () => {
  const { fake, platform } = await openLine();
  const servers = Array.from({ length: 10 }, (_, at) => fake.server({ name: `Server ${at}` }));
  const places = servers.flatMap((server) =>
    Array.from({ length: 100 }, (_, at) => {
      const channel = server.channel({ name: `study-${at}` });
      return { kind: "channel", id: channelOf(server.id, channel.id) } as const;
    }),
  );
  const posted = await Promise.all(
    places.map((place, at) => platform.post(place, theDaily(0), keyOf(`r${at}`))),
  );
  expect(posted.filter(({ kind }) => kind !== "posted")).toEqual([]);
  const revealed = await Promise.all(
    posted.map((one) => (one.kind === "posted" ? platform.edit(one.receipt, theReveal) : one)),
  );
  expect(revealed.filter(({ kind }) => kind !== "posted")).toEqual([]);
  expect(fake.limited()).toBe(0);
});

test("5,000 presses within seconds are all taken, each once", async () => {
  const { fake, platform, reply, events } = await openLine();
  const harbour = fake.server({ name: "Harbour" });
  const study = harbour.channel({ name: "study" });
  await platform.post({ kind: "channel", id: channelOf(harbour.id, study.id) }, theDaily(0), keyOf("r41"));
  reply({ whisper: { summary: "Stored", blocks: [] } });
  const people = Array.from({ length: 250 }, (_, at) => fake.person(`P${at}`));
  const daily = study.read()[0] ?? null;
  const seen: string[] = [];
  for (let round = 0; round < 20; round += 1) {
    const kinds = await Promise.all(people.map((person) => person.presses(daily, "B")));
    seen.push(...kinds.map(({ kind }) => kind));
  }
  expect(seen.filter((kind) => kind !== "whisper")).toEqual([]);
  expect(new Set(events.map(({ id }) => id)).size).toBe(5000);
});
