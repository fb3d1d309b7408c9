import { describe, expect, test } from "vitest";
import { keyOf } from "../../src/core/ids.js";
import { buttons, heading, type Message } from "../../src/core/message.js";
import { channelOf, personOf } from "../../src/platforms/discord/names.js";
import { textOf } from "../fakes/discord/text-of.js";
import { says, until } from "./discord/line.js";
import { openStudy, receiptOf } from "./discord/study.js";
import { theDaily, theReveal } from "./web/gallery.js";

const key = keyOf("r41");

describe("the daily on Discord", () => {
  test("is posted with its options and its buttons, and edited in place", async () => {
    const { platform, place, study } = await openStudy();
    const receipt = receiptOf(await platform.post(place, theDaily(0), key));
    const [message] = study.read();
    expect(receipt).toEqual({ channel: study.id, message: message?.id });
    expect(message && textOf(message)).toContain("**B** An SNS topic, with an SQS queue of its own");
    expect(await platform.edit(receipt, theReveal)).toEqual({ kind: "posted", receipt });
    expect(study.read().map(textOf)).toEqual([expect.stringContaining("✓ **B** *The key.*")]);
  });

  test("tells one role and nobody else, and an edit without it tells nobody again", async () => {
    const { platform, place, study, harbour } = await openStudy();
    const role = harbour.role("students");
    const receipt = receiptOf(await platform.post(place, { ...theDaily(0), tell: `<@&${role.id}>` }, key));
    expect([...(study.read()[0]?.notified ?? [])]).toEqual([`<@&${role.id}>`]);
    study.read()[0]?.notified.clear();
    await platform.edit(receipt, theDaily(1));
    expect([...(study.read()[0]?.notified ?? [])]).toEqual([]);
  });

  test("calls a role by its name, and one that is gone by none", async () => {
    const { harbour, id, again } = await openStudy({ start: false });
    const role = harbour.role("_students_");
    const platform = await again();
    expect(await platform.groupName?.(id, `<@&${role.id}>`)).toBe("@_students_");
    expect(await platform.groupName?.(id, "<@&999999999999999999>")).toBeNull();
  });

  test("fault 2: posted again under the same key, over a restart too, it is one message, and can be found", async () => {
    const { platform, place, study, again, fake } = await openStudy();
    const since = fake.world.now();
    const first = receiptOf(await platform.post(place, theDaily(0), key));
    await platform.stop();
    const second = await again();
    expect(receiptOf(await second.post(place, theDaily(0), key))).toEqual(first);
    expect(study.read()).toHaveLength(1);
    expect(await second.find(place, key, since)).toEqual({ kind: "found", receipt: first });
    expect(await second.find(place, keyOf("r4"), since)).toEqual({ kind: "absent" });
  });

  test("is found beyond the nonce's minutes, among hundreds of other messages", async () => {
    const { platform, place, study, fake } = await openStudy();
    const ada = fake.person("Ada");
    const since = fake.world.now();
    for (let at = 0; at < 130; at += 1) void ada.writes(`before ${at}`, study);
    const receipt = receiptOf(await platform.post(place, theDaily(0), key));
    for (let at = 0; at < 130; at += 1) void ada.writes(`after ${at}`, study);
    expect(await platform.find(place, key, since)).toEqual({ kind: "found", receipt });
  });

  test("cannot be looked for where the history may not be read", async () => {
    const { platform, place, study, fake } = await openStudy();
    await platform.post(place, theDaily(0), key);
    study.permits(["ViewChannel", "SendMessages"]);
    await until(() => fake.gateway.sessions.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await platform.find(place, key, fake.world.now())).toEqual({ kind: "unreadable" });
  });

  test("its thread begins at the message, once", async () => {
    const { platform, place, study, fake } = await openStudy();
    const under = receiptOf(await platform.post(place, theDaily(0), key));
    const thread = { kind: "thread", under } as const;
    expect((await platform.post(thread, says("Talk here"), keyOf("t1"))).kind).toBe("posted");
    expect((await platform.post(thread, says("And here"), keyOf("t2"))).kind).toBe("posted");
    const message = study.read().at(-1);
    const opened = message && fake.threadOf(message);
    expect(opened?.read().map(textOf)).toEqual(["## And here", "## Talk here"]);
    expect(
      (
        await platform.post(
          { kind: "thread", under: { channel: under.message, message: opened?.read()[0]?.id ?? "" } },
          says("In it"),
          keyOf("t3"),
        )
      ).kind,
    ).toBe("posted");
  });

  test("goes into announcement channels and threads as into any other", async () => {
    const { platform, harbour } = await openStudy();
    const loud = harbour.channel({ name: "loud", type: "announcement" });
    const inLoud = { kind: "channel", id: channelOf(harbour.id, loud.id) } as const;
    const under = receiptOf(await platform.post(inLoud, theDaily(0), key));
    await platform.post({ kind: "thread", under }, says("Talk"), keyOf("t1"));
    const inThread = { kind: "channel", id: channelOf(harbour.id, under.message) } as const;
    expect((await platform.post(inThread, theDaily(0), keyOf("r42"))).kind).toBe("posted");
  });
});

describe("direct messages", () => {
  test("are sent once a person lets the bot in; a closed door is told apart", async () => {
    const { platform, fake } = await openStudy();
    const ada = fake.person("Ada");
    const ben = fake.person("Ben", { closedDirect: true });
    const to = (id: string) => ({ kind: "direct", person: personOf(id) }) as const;
    expect((await platform.post(to(ada.id), says("Hello"), key)).kind).toBe("posted");
    expect(ada.directMessages().map(textOf)).toEqual(["## Hello"]);
    expect(await platform.post(to(ben.id), says("Hello"), keyOf("n2"))).toMatchObject({
      kind: "refused",
      reason: "direct-closed",
    });
    expect(await platform.post(to("999999999999999999"), says("Hello"), keyOf("n3"))).toMatchObject({
      kind: "refused",
      reason: "direct-closed",
    });
  });

  test("a question of 9,000 characters comes in several messages, the buttons under the last", async () => {
    const { platform, fake } = await openStudy();
    const ada = fake.person("Ada");
    const long: Message = {
      summary: "long",
      blocks: [
        heading("Long"),
        {
          kind: "passage",
          passage: { kind: "prose", prose: [{ kind: "text", text: "word ".repeat(1800) }] },
        },
        buttons({ label: "A", press: `${key}.p1` }),
      ],
    };
    const receipt = receiptOf(await platform.post({ kind: "direct", person: personOf(ada.id) }, long, key));
    expect(ada.directMessages().length).toBeGreaterThan(2);
    expect(receipt.message).toBe(ada.directMessages()[0]?.id);
    const words = ada.directMessages().map(textOf).join(" ").match(/word/g);
    expect(words).toHaveLength(1800);
  });
});
