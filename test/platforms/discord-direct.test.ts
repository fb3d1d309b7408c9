import { createRequire } from "node:module";
import { REST } from "discord.js";
import { describe, expect, onTestFinished, test } from "vitest";
import { buttons, heading, type Message, note } from "../../src/core/message.js";
import { text } from "../../src/core/prose.js";
import type { Callback } from "../../src/platforms/discord/callback.js";
import { personOf } from "../../src/platforms/discord/names.js";
import { renderAll } from "../../src/platforms/discord/render.js";
import { openTurn } from "../../src/platforms/discord/turn.js";
import { textOf } from "../fakes/discord/text-of.js";
import { says } from "./discord/line.js";
import { openDaily } from "./discord/study.js";
import { theDaily, theToggles } from "./web/gallery.js";

describe("in direct messages", () => {
  test("letters and words go to the inbox as they are, and the answer stands there", async () => {
    const { ada, events, reply } = await openDaily();
    reply({ whisper: says("Right") });
    expect((await ada.writes("B")).text).toBe("## Right");
    expect(events[0]).toMatchObject({
      place: { kind: "direct", person: personOf(ada.id) },
      did: { kind: "said", text: "B" },
    });
  });

  test("a card takes the place of the one before", async () => {
    const { ada, reply } = await openDaily();
    reply({ direct: theDaily(0) });
    const run = await ada.types(ada.dm(), "/practice");
    expect(run.kind).toBe("reply");
    reply({ replace: theToggles(0) });
    const next = await ada.presses(run.message, "B");
    expect(next).toMatchObject({ kind: "updated" });
    expect(ada.directMessages()).toHaveLength(1);
  });
});

test("fault 48: a display name is cut, and nothing in it turns the reading direction round", async () => {
  const { fake, study, events, reply } = await openDaily();
  reply({ whisper: says("Hi") });
  const name = `\u202eEve\n${"👩‍👩‍👧‍👦".repeat(40)}`;
  await fake.person(name).types(study, "/streak");
  expect(events[0]?.person.name).toMatch(/^Eve (👩‍👩‍👧‍👦)+…$/u);
  expect(events[0]?.person.name.length).toBeLessThanOrEqual(128);
});

test("the private part and what is said aloud can come together, and a file with them, beside Slack’s library too", async () => {
  const undici = createRequire(createRequire(import.meta.url).resolve("@slack/bolt"))("undici");
  const shared = undici.getGlobalDispatcher();
  undici.setGlobalDispatcher(new undici.Agent());
  onTestFinished(() => undici.setGlobalDispatcher(shared));
  const { ada, daily, study, reply } = await openDaily();
  const file: Message = {
    summary: "Yours",
    blocks: [
      heading("Yours"),
      { kind: "file", name: "me ✨.json", bytes: new Uint8Array([123, 125]) },
      { kind: "picture", png: new Uint8Array([1, 2]), alt: "A year" },
      note(text("Only you see this.")),
      buttons({ label: "Go on", press: "-.e" }),
    ],
  };
  reply({ whisper: file, say: says("Aloud") });
  const seen = await ada.presses(daily, "A");
  expect(seen.message?.attachments.map(({ filename }) => filename)).toEqual(["1-me_.json", "2-picture.png"]);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(study.read().map(textOf)[0]).toBe("## Aloud");
});

test("what two people see in their own direct messages stays hidden from the other", async () => {
  const sent: unknown[] = [];
  const send = async (_to: object, { body }: Callback) => void sent.push(body);
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const interaction = {
    id: "1",
    token: "t",
    application_id: "2",
    type: 2,
    context: 2,
    channel: { id: "3", type: 1 },
  };
  await openTurn(interaction as never, { rest: new REST(), send, log }).whisper(renderAll(says("For you")));
  expect(sent).toMatchObject([{ type: 4, data: { flags: 32768 | 64 } }]);
});
