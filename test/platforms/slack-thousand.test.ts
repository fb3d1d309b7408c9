import { expect, test } from "vitest";
import { keyOf } from "../../src/core/ids.js";
import { channelOf } from "../../src/platforms/slack/names.js";
import { openLine, says } from "./slack/line.js";
import { theDaily } from "./web/gallery.js";

const crowd = 600;
/** Slack, the bot and the crowd share one event loop here, and that with other tests. */
const sharing = { patience: 8000 };

for (const mode of ["socket", "http"] as const) {
  test(`${crowd} presses at once, in ${mode} mode: none lost, none double, all acknowledged`, async () => {
    const { slack, acme, study, platform, events, reply } = await openLine({
      mode,
      pace: "real",
      ...sharing,
    });
    const people = Array.from({ length: crowd }, (_, at) => acme.person(`Member ${at}`));
    const id = channelOf(acme.id, study.id);
    await platform.post({ kind: "channel", id }, theDaily(0), keyOf("r41"));
    const [daily] = study.messages();
    if (!daily) throw new Error("the daily was not posted");
    reply({ whisper: says("Right") });
    slack.calm.linger = 0;
    const seen = await Promise.all(people.map((one) => one.presses(daily, "B")));
    await slack.calm.until(() => people.every((one) => one.ephemerals().length === 1), 15_000);
    expect(seen.filter(({ trouble }) => trouble !== null)).toEqual([]);
    expect(new Set(events.map(({ person }) => person.id)).size).toBe(crowd);
    expect(events).toHaveLength(crowd);
    expect(slack.limited).toBe(0);
  });
}
