import { describe, expect, test } from "vitest";
import { keyOf } from "../../src/core/ids.js";
import { channelOf, personOf } from "../../src/platforms/slack/names.js";
import { reportForm } from "../../src/views/report.js";
import { anAsked, aQuestion, aReport } from "../core/things.js";
import { type LineOptions, openLine, says, slowly } from "./slack/line.js";
import { wordsOf } from "./slack/words.js";
import { theDaily, theToggles, theVerdict } from "./web/gallery.js";

const theForm = reportForm(keyOf("r41"), anAsked(aQuestion("a/b")), aReport({ words: "two fit" }));

async function openStudy(options: LineOptions = {}) {
  const line = await openLine(options);
  const id = channelOf(line.acme.id, line.study.id);
  await line.platform.post({ kind: "channel", id }, theDaily(0), keyOf("r41"));
  const [daily] = line.study.messages();
  if (!daily) throw new Error("the daily was not posted");
  return { ...line, id, daily };
}

for (const mode of ["socket", "http"] as const) {
  describe(`a press on the daily, in ${mode} mode`, () => {
    test("becomes an event with Slack's own time, and a whisper", async () => {
      const { ada, acme, daily, study, id, events, reply, slack } = await openStudy({ mode });
      reply({ whisper: theVerdict });
      const seen = await ada.presses(daily, "C");
      expect(wordsOf(seen.message?.blocks ?? [])).toContain("# ❌ Not this one");
      expect(seen.message?.only).toBe(ada.id);
      expect(study.messages()).toHaveLength(1);
      expect(events).toEqual([
        {
          id: expect.any(String),
          at: expect.any(Date),
          person: { id: personOf(acme.id, ada.id), name: "Ada", mayManage: false, zone: "Europe/Berlin" },
          place: { kind: "channel", id, name: "#study" },
          on: { channel: `${acme.id}/${study.id}`, message: daily.ts },
          did: { kind: "press", press: "r41.2" },
        },
      ]);
      expect(Math.abs((events[0]?.at.getTime() ?? 0) - slack.world.now())).toBeLessThan(2000);
    });

    test("is stored before it is acknowledged, and acknowledged in time however slow that is", async () => {
      const { ada, daily, reply, slack } = await openStudy({ mode });
      let isStored = false;
      reply(async () => {
        isStored = true;
        return await slowly({ whisper: theVerdict }, 100);
      });
      slack.calm.linger = 400;
      expect((await ada.presses(daily, "B")).trouble).toBeNull();
      expect(isStored).toBe(true);
      slack.calm.linger = 2500;
      reply(() => slowly({ whisper: theVerdict }, 3200));
      const seen = await ada.presses(daily, "B");
      expect(seen.trouble).toBeNull();
      await ada.sees("Not this one", 4000);
    });

    test("fault 24: what comes twice is done once", async () => {
      const { ada, daily, reply, slack, events } = await openStudy({ mode });
      reply({ whisper: theVerdict });
      slack.delivery.copies = 3;
      await ada.presses(daily, "B");
      expect(events).toHaveLength(1);
      expect(ada.ephemerals()).toHaveLength(1);
    });
  });
}

describe("choose two", () => {
  test("the toggles are a whisper that changes in place", async () => {
    const { ada, daily, events, reply, id } = await openStudy();
    reply({ whisper: theToggles(0) });
    const first = await ada.presses(daily, "A");
    reply({ replace: theToggles(1) });
    const second = await ada.presses(first, "A");
    expect(second.message?.ts).toBe(first.message?.ts);
    expect(second.buttons).toEqual(["✓ A", "B", "C", "D", "Submit"]);
    expect(events[1]).toMatchObject({ place: { kind: "channel", id }, did: { kind: "press", press: "x.1" } });
    expect(events[1]?.on).toBeUndefined();
    expect(ada.ephemerals()).toHaveLength(1);
  });

  test("what would replace a public message is whispered instead", async () => {
    const { ada, daily, reply, study } = await openStudy();
    reply({ replace: theVerdict });
    expect((await ada.presses(daily, "A")).message?.only).toBe(ada.id);
    expect(study.messages()[0]?.edits).toEqual([]);
  });
});

describe("a form", () => {
  test("opens as a modal and comes back with its fields, also those filled in before, answered where it was asked for", async () => {
    const { ada, daily, events, reply, id } = await openStudy();
    reply({ ask: theForm });
    const form = await ada.presses(daily, "A");
    expect(form.view?.content.title).toMatchObject({ text: "Report this question" });
    reply({ whisper: says("Thank you") });
    const answer = await ada.submits(form, { letters: " A, B " });
    expect(wordsOf(answer.message?.blocks ?? [])).toBe("# Thank you");
    expect(answer.message?.only).toBe(ada.id);
    expect(events[1]).toMatchObject({
      place: { kind: "channel", id },
      did: {
        kind: "answered",
        press: "r41.f",
        fields: { fault: "unclear", letters: "A, B", words: "two fit" },
      },
    });
  });

  test("that comes too late to open says so", async () => {
    const { ada, daily, reply, slack } = await openStudy();
    slack.calm.linger = 5000;
    reply(() => slowly({ ask: theForm }, 3200));
    const seen = await ada.presses(daily, "A");
    expect(wordsOf(seen.message?.blocks ?? [])).toContain("Please press again");
  });
});

describe("direct messages", () => {
  test("practice goes to direct messages and on in place there", async () => {
    const { ada, study, acme, events, reply } = await openLine();
    reply({ direct: theToggles(0), whisper: says("Look there") });
    const seen = await ada.types(study, "/practice");
    expect(wordsOf(seen.message?.blocks ?? [])).toBe("# Look there");
    const [card] = ada.directMessages();
    if (!card) throw new Error("no card");
    reply({ replace: theToggles(1) });
    const next = await ada.presses(card, "A");
    expect(next.message?.ts).toBe(card.ts);
    expect(next.buttons[0]).toBe("✓ A");
    expect(events[1]?.place).toEqual({ kind: "direct", person: personOf(acme.id, ada.id) });
  });

  test("where they are refused, it is whispered instead", async () => {
    const { ada, study, reply, slack } = await openLine();
    slack.next("conversations.open", { error: "user_not_found" });
    reply({ direct: theToggles(0), whisper: says("Look there"), instead: says("Closed") });
    expect(wordsOf((await ada.types(study, "/practice")).message?.blocks ?? [])).toBe("# Closed");
  });

  test("commands and typed words are answered right there", async () => {
    const { ada, acme, events, reply } = await openLine();
    reply({ direct: says("A card") });
    await ada.types("direct", "/practice");
    await ada.writes("streak & <more>");
    expect(ada.directMessages().map(({ blocks, bot }) => (bot ? wordsOf(blocks) : "…"))).toEqual([
      "# A card",
      "…",
      "# A card",
    ]);
    expect(events.map(({ place }) => place)).toEqual(
      [0, 1].map(() => ({ kind: "direct", person: personOf(acme.id, ada.id) })),
    );
    expect(events[1]?.did).toEqual({ kind: "said", text: "streak & <more>" });
  });
});

describe("the home tab", () => {
  test("is an event when it is opened, and shows what is replied and what is published", async () => {
    const { ada, acme, events, reply, platform } = await openLine();
    reply({ replace: theToggles(0) });
    const home = await ada.opensHome();
    expect(events[0]?.did).toEqual({ kind: "opened-home" });
    expect(wordsOf(home?.content.blocks as unknown[])).toContain("# Storage › FSx");
    if (!home) throw new Error("no home");
    reply({ replace: theToggles(1) });
    expect((await ada.presses(home, "A")).buttons[0]).toBe("✓ A");
    reply({ whisper: says("A word") });
    expect(wordsOf((await ada.presses(home, "B")).message?.blocks ?? [])).toBe("# A word");
    await platform.home?.(personOf(acme.id, ada.id), says("Fresh"));
    expect(wordsOf(ada.home()?.content.blocks as unknown[])).toBe("# Fresh");
  });
});
