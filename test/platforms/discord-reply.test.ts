import { describe, expect, test } from "vitest";
import type { Reply } from "../../src/app/platform.js";
import { keyOf } from "../../src/core/ids.js";
import { personOf } from "../../src/platforms/discord/names.js";
import { reportForm } from "../../src/views/report.js";
import { anAsked, aQuestion, aReport } from "../core/things.js";
import { textOf } from "../fakes/discord/text-of.js";
import { says } from "./discord/line.js";
import { openDaily } from "./discord/study.js";
import { theDaily, theToggles, theVerdict } from "./web/gallery.js";

const theForm = reportForm(keyOf("r41"), anAsked(aQuestion("a/b")), aReport({ words: "two fit" }));
const callback = "POST /interactions/:i/:token/callback";

describe("a press on the daily", () => {
  test("becomes an event with Discord's own time, and a whisper", async () => {
    const { ada, daily, study, id, events, reply, fake } = await openDaily();
    reply({ whisper: theVerdict });
    const seen = await ada.presses(daily, "C");
    expect(seen.kind).toBe("whisper");
    expect(seen.text).toContain("## ❌ Not this one");
    expect(study.read()).toHaveLength(1);
    expect(events).toEqual([
      {
        id: expect.stringMatching(/^\d{17,20}$/),
        at: expect.any(Date),
        person: { id: personOf(ada.id), name: "Ada", mayManage: false },
        place: { kind: "channel", id, name: "#study" },
        on: { channel: study.id, message: daily?.id },
        did: { kind: "press", press: "r41.2" },
      },
    ]);
    expect(Math.abs((events[0]?.at.getTime() ?? 0) - fake.world.now().getTime())).toBeLessThan(2000);
  });

  test("a slow answer is waited for: the whisper comes all the same", async () => {
    const { ada, daily, reply } = await openDaily();
    reply(() => slowly({ whisper: theVerdict }));
    expect(await ada.presses(daily, "B")).toMatchObject({ kind: "whisper" });
  });

  test("fault 30: an answer that comes too late is stored and swallowed", async () => {
    const { ada, daily, reply, fake, logged, events } = await openDaily();
    reply({ whisper: theVerdict });
    fake.next(callback, { delay: 50, status: 404, code: 10062, message: "Unknown interaction" });
    expect((await ada.presses(daily, "B")).kind).toBe("failed");
    expect(events).toHaveLength(1);
    expect(logged.filter((line) => line.startsWith("error"))).toEqual([]);
    expect((await ada.presses(daily, "B")).kind).toBe("whisper");
  });

  test("fault 31: where Discord's yes to an answer is lost, it is answered once", async () => {
    const { ada, daily, reply, fake, logged } = await openDaily();
    reply({ whisper: theVerdict });
    fake.next(callback, { cut: "after" });
    expect((await ada.presses(daily, "B")).kind).toBe("whisper");
    expect(ada.whispers()).toHaveLength(1);
    expect(logged.filter((line) => line.startsWith("error"))).toEqual([]);
  });

  test("where Discord asks to wait, the answer comes after that", async () => {
    const { ada, daily, reply, fake, logged } = await openDaily();
    reply({ whisper: theVerdict });
    fake.next(callback, { status: 429, retryAfter: 200 });
    expect((await ada.presses(daily, "B")).kind).toBe("whisper");
    expect(fake.requestsTo(callback).map(({ status }) => status)).toEqual([429, 204]);
    expect(logged.filter((line) => !line.startsWith("info"))).toEqual([]);
  });
});

describe("choose two", () => {
  test("the toggles are a whisper that changes in place, and a press in it counts for the channel", async () => {
    const { ada, daily, events, reply, id } = await openDaily();
    reply({ whisper: theToggles(0) });
    const first = await ada.presses(daily, "A");
    reply({ replace: theToggles(1) });
    const second = await ada.presses(first.message, "A");
    expect(second).toMatchObject({ kind: "updated" });
    expect(second.message?.id).toBe(first.message?.id);
    expect(events[1]?.place).toEqual({ kind: "channel", id, name: "#study" });
    reply(() => slowly({ replace: theToggles(3) }));
    expect((await ada.presses(second.message, "✓ A")).kind).toBe("updated");
    expect(ada.whispers()).toHaveLength(1);
  });

  test("what would replace a public message is whispered instead", async () => {
    const { ada, daily, reply, study } = await openDaily();
    reply({ replace: theVerdict });
    expect((await ada.presses(daily, "A")).kind).toBe("whisper");
    expect(study.read()[0]?.edits).toBe(0);
  });
});

describe("a form", () => {
  test("opens as a modal and comes back with its fields, what was said before among them", async () => {
    const { ada, daily, events, reply } = await openDaily();
    reply({ ask: theForm });
    const { modal } = await ada.presses(daily, "A");
    expect(modal?.title).toBe("Report this question");
    reply({ whisper: says("Thank you") });
    const sent = { "What is wrong with it?": "unclear", "Which letters are right?": "A, B" };
    expect((await ada.submits(modal, sent)).text).toBe("## Thank you");
    expect(events[1]?.did).toEqual({
      kind: "answered",
      press: "r41.f",
      fields: { fault: "unclear", letters: "A, B", words: "two fit" },
    });
  });

  test("that comes too late to open says so", async () => {
    const { ada, daily, reply } = await openDaily();
    reply(() => slowly({ ask: theForm }));
    expect((await ada.presses(daily, "A")).text).toContain("Please press again");
  });
});

describe("commands", () => {
  test("arrive as the line that a member would have typed, and are completed while they are", async () => {
    const { ada, study, events, reply } = await openDaily();
    reply(({ did }) =>
      did.kind === "typing"
        ? { suggest: [{ words: "quiz aws/kinesis", note: "Kinesis, 6 questions" }] }
        : { whisper: says("A question") },
    );
    expect((await ada.completes(study, "/quiz kine")).choices).toEqual([
      { name: "aws/kinesis · Kinesis, 6 questions", value: "aws/kinesis" },
    ]);
    expect((await ada.types(study, "/quiz topic:aws/kinesis n:3")).text).toBe("## A question");
    expect(events.map(({ did }) => did)).toEqual([
      { kind: "typing", words: "quiz kine" },
      { kind: "command", words: "quiz aws/kinesis 3" },
    ]);
  });

  test("whoever the server lets use /daily may manage; others do not even see it", async () => {
    const { ada, study, harbour, events, reply } = await openDaily();
    reply({ say: says("Set") });
    await expect(async () => ada.types(study, "/daily show")).rejects.toThrow("not offered");
    harbour.opens("daily", ada);
    expect((await ada.types(study, "/daily set time:09:00 zone:Europe/Berlin")).kind).toBe("reply");
    expect(events[0]).toMatchObject({
      person: { mayManage: true },
      did: { kind: "command", words: "daily set 09:00 Europe/Berlin" },
    });
    expect(study.read().map(textOf)[0]).toBe("## Set");
  });

  test("what is said aloud after a long wait is seen by all", async () => {
    const { ada, study, reply } = await openDaily();
    reply(() => slowly({ say: says("The board") }));
    await ada.types(study, "/leaderboard");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(study.read().map(textOf)[0]).toBe("## The board");
    expect(ada.whispers().filter(({ deleted }) => !deleted)).toEqual([]);
  });

  test("a practice run goes to direct messages; a closed door is told in the channel", async () => {
    const { ada, study, reply, fake } = await openDaily();
    const ben = fake.person("Ben", { closedDirect: true });
    reply({ direct: theDaily(0), whisper: says("Sent"), instead: says("Closed") });
    expect((await ada.types(study, "/practice")).text).toBe("## Sent");
    expect(ada.directMessages()).toHaveLength(1);
    expect((await ben.types(study, "/practice")).text).toBe("## Closed");
  });

  test("brought along by a person into a server that is not served, it counts as direct messages", async () => {
    const { fake, events, reply } = await openDaily();
    const foreign = fake.server({ name: "Foreign", joined: false });
    const lounge = foreign.channel({ name: "lounge" });
    const eve = fake.person("Eve", { installed: true });
    reply({ whisper: says("Hm") });
    expect((await eve.types(lounge, "/quiz")).kind).toBe("whisper");
    expect(events[0]?.place).toEqual({ kind: "direct", person: personOf(eve.id) });
  });
});

/** Later than Discord would wait without a word. */
async function slowly(reply: Reply): Promise<Reply> {
  await new Promise((resolve) => setTimeout(resolve, 1800));
  return reply;
}
