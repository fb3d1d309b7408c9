import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type FakeDiscord, startDiscord } from "./discord/discord.js";
import { isRecord } from "./discord/form.js";
import { button, many, row } from "./discord/parts.js";
import type { FakeChannel, FakeServer } from "./discord/place.js";
import { connect, fieldsIn, type RawSocket, send } from "./discord/raw.js";

let fake: FakeDiscord;
let server: FakeServer;
let channel: FakeChannel;
let socket: RawSocket;

beforeEach(async () => {
  fake = await startDiscord({ token: "abc" });
  server = fake.server({ name: "Harbour" });
  channel = server.channel({ name: "study" });
  const command = {
    name: "quiz",
    description: "A question",
    options: [{ type: 3, name: "topic", description: "About", autocomplete: true }],
  };
  await send(fake, `PUT /applications/${fake.bot.id}/commands`, [command]);
  await send(fake, `POST /channels/${channel.id}/messages`, {
    content: "What?",
    components: [row(button("a", { label: "A" }))],
  });
  socket = await connect(fake);
  socket.identify();
  await socket.until(({ t }) => t === "GUILD_CREATE");
});
afterEach(async () => {
  socket.close();
  await fake.close();
});

/** The newest interaction that came over the gateway. */
async function arrived(): Promise<{ id: string; token: string; d: Record<string, unknown> }> {
  await socket.until(({ t }) => t === "INTERACTION_CREATE");
  const d = socket.packets.filter(({ t }) => t === "INTERACTION_CREATE").at(-1)?.d;
  if (!isRecord(d)) throw new Error("no interaction");
  return { id: String(d.id), token: String(d.token), d };
}
const callback = ({ id, token }: { id: string; token: string }, type: number, data?: object) =>
  send(fake, `POST /interactions/${id}/${token}/callback`, { type, ...(data ? { data } : {}) });
/** Ada presses; the interaction, and what she will see. */
async function press() {
  const ada = fake.person("Ada");
  const seen = ada.presses(channel.read()[0], "A");
  return { ada, seen, one: await arrived() };
}

describe("forms", () => {
  const input = (more: object = {}) =>
    row({ type: 4, custom_id: "why", style: 2, label: "What is wrong?", ...more });
  const form = (more: object = {}) => ({
    custom_id: "report",
    title: "Report",
    components: [input()],
    ...more,
  });
  const wrong: Readonly<Record<string, readonly [object, string]>> = {
    "a title of 46": [form({ title: "x".repeat(46) }), "data.title"],
    "six rows": [
      form({ components: many(6, (index) => input({ custom_id: `${index}` })) }),
      "data.components: BASE_TYPE_BAD_LENGTH",
    ],
    "a label of 46": [
      form({ components: [input({ label: "x".repeat(46) })] }),
      "data.components.0.components.0.label",
    ],
    "a value of 4001": [
      form({ components: [input({ value: "x".repeat(4001) })] }),
      "data.components.0.components.0.value",
    ],
    "a button": [form({ components: [row(button("a"))] }), "data.components.0.components.0"],
    "one custom_id twice": [
      form({ components: [input(), input()] }),
      "data.components.1.components.0.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED",
    ],
  };
  for (const [name, [data, field]] of Object.entries(wrong)) {
    test(`${name} is refused`, async () => {
      const { one } = await press();
      const answer = await callback(one, 9, data);
      expect(answer).toMatchObject({ status: 400, code: 50035 });
      expect(fieldsIn(answer.json.errors)).toContainEqual(expect.stringMatching(new RegExp(`^${field}`)));
    });
  }
  test("opens, is filled, and cannot open another", async () => {
    const { ada, seen, one } = await press();
    expect(await callback(one, 9, form())).toMatchObject({ status: 204 });
    const { modal } = await seen;
    expect(() => ada.submits(modal, { "What is wrong?": "" })).toThrow("must be filled");
    const sent = ada.submits(modal, { "What is wrong?": "the key" });
    await socket.until(({ d }) => isRecord(d) && d.type === 5);
    const two = await arrived();
    expect(two.d).toMatchObject({
      type: 5,
      data: { custom_id: "report", components: [{ components: [{ custom_id: "why", value: "the key" }] }] },
    });
    expect(await callback(two, 9, form())).toMatchObject({ code: 50035 });
    await callback(two, 4, { content: "Thanks", flags: 64 });
    expect(await sent).toMatchObject({ kind: "whisper", text: "Thanks" });
  });
});

describe("completion", () => {
  test("offers at most 25, of 100 characters", async () => {
    const seen = fake.person("Ada").completes(channel, "/quiz kine");
    const one = await arrived();
    expect(one.d).toMatchObject({
      type: 4,
      data: { options: [{ name: "topic", value: "kine", focused: true }] },
    });
    const choice = (name: string) => ({ name, value: name });
    expect(await callback(one, 4, { content: "a" })).toMatchObject({ code: 50035 });
    expect(await callback(one, 8, { choices: many(26, (index) => choice(`${index}`)) })).toMatchObject({
      code: 50035,
    });
    expect(await callback(one, 8, { choices: [choice("x".repeat(101))] })).toMatchObject({ code: 50035 });
    expect(await callback(one, 8, { choices: [choice("kinesis")] })).toMatchObject({ status: 204 });
    expect((await seen).choices).toEqual([choice("kinesis")]);
  });
});
