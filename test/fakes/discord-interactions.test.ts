import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type FakeDiscord, startDiscord } from "./discord/discord.js";
import { isRecord } from "./discord/form.js";
import { button, flagV2, row, text } from "./discord/parts.js";
import type { FakeChannel, FakeServer } from "./discord/place.js";
import { connect, fieldsIn, type RawSocket, send } from "./discord/raw.js";

let fake: FakeDiscord;
let server: FakeServer;
let channel: FakeChannel;
let socket: RawSocket;

beforeEach(async () => {
  fake = await startDiscord({
    token: "abc",
    limits: { "POST /webhooks/:a/:token": { limit: 100, window: 1000 } },
  });
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
const hook = ({ token }: { token: string }, method: string, body?: object, tail = "/messages/%40original") =>
  send(fake, `${method} /webhooks/${fake.bot.id}/${token}${tail}`, body);

/** Ada presses; the interaction, and what she will see. */
async function press() {
  const ada = fake.person("Ada");
  const seen = ada.presses(channel.read()[0], "A");
  return { ada, seen, one: await arrived() };
}

describe("an answer to a press", () => {
  test("comes once, in time, and is hers alone", async () => {
    const { ada, seen, one } = await press();
    expect(one.d).toMatchObject({
      type: 3,
      data: { custom_id: "a", component_type: 2 },
      guild_id: server.id,
      context: 0,
      member: { user: { id: ada.id } },
    });
    expect(await callback(one, 4, { content: "Right", flags: 64 })).toMatchObject({ status: 204 });
    expect(await seen).toMatchObject({ kind: "whisper", text: "Right" });
    expect(channel.read()).toHaveLength(1);
    expect(await callback(one, 4, { content: "again" })).toMatchObject({ status: 400, code: 40060 });
    const [whisper] = ada.whispers();
    expect(
      await send(fake, `PATCH /channels/${channel.id}/messages/${whisper?.id}`, { content: "b" }),
    ).toMatchObject({ status: 404, code: 10008 });
    expect(await hook(one, "PATCH", { content: "edited" })).toMatchObject({ status: 200 });
    expect((await seen).text).toBe("edited");
  });
  test("comes too late after three seconds, and she sees a failure", async () => {
    const { seen, one } = await press();
    fake.pass(3001);
    expect(await callback(one, 4, { content: "Right" })).toMatchObject({ status: 404, code: 10062 });
    expect(await seen).toMatchObject({ kind: "failed", text: "This interaction failed" });
    expect(await hook(one, "PATCH", { content: "Right" })).toMatchObject({ status: 404, code: 10015 });
  });
  test("of nobody's is unknown", async () => {
    expect(await callback({ id: "1".repeat(18), token: "x" }, 6)).toMatchObject({ status: 404, code: 10062 });
  });
  test("is deferred, then written; the token dies after fifteen minutes", async () => {
    const { seen, one } = await press();
    expect(await callback(one, 5, { flags: 64 | flagV2 })).toMatchObject({ status: 400, code: 50035 });
    await callback(one, 5, { flags: 64 });
    expect(await hook(one, "PATCH", {})).toMatchObject({ status: 400, code: 50006 });
    expect(await hook(one, "PATCH", { flags: flagV2, components: [text("Right")] })).toMatchObject({
      status: 200,
      json: { flags: flagV2 | 64 },
    });
    expect(await seen).toMatchObject({ kind: "whisper", text: "Right" });
    expect(await hook(one, "PATCH", { content: "plain" })).toMatchObject({ status: 400, code: 50035 });
    fake.pass(15 * 60_000 + 1);
    expect(await hook(one, "PATCH", { components: [text("Late")] })).toMatchObject({
      status: 401,
      code: 50027,
    });
    expect(await hook(one, "POST", { content: "late" }, "")).toMatchObject({ status: 401, code: 50027 });
  });
  test("changes the message that was pressed", async () => {
    const first = await press();
    await callback(first.one, 7, { content: "Closed", components: [] });
    expect(await first.seen).toMatchObject({ kind: "updated", text: "Closed" });
    expect(channel.read()[0]).toMatchObject({ content: "Closed", edits: 1 });
  });
  test("waits with the change, and she sees the same message changed", async () => {
    const { seen, one } = await press();
    await callback(one, 6);
    await hook(one, "PATCH", { content: "Later" });
    expect(await seen).toMatchObject({ kind: "updated", text: "Later" });
  });
  test("leads to follow-ups, each hers alone or for all", async () => {
    const { ada, one } = await press();
    await callback(one, 6);
    expect(await hook(one, "POST", { content: "psst", flags: 64 }, "")).toMatchObject({
      status: 200,
      json: { flags: 64 },
    });
    const loud = await hook(one, "POST", { content: "all" }, "");
    expect(await hook(one, "PATCH", { content: "ALL" }, `/messages/${loud.json.id}`)).toMatchObject({
      status: 200,
    });
    expect(ada.whispers().map(({ content }) => content)).toEqual(["psst"]);
    expect(channel.read()[0]?.content).toBe("ALL");
    expect(await hook(one, "DELETE", undefined, `/messages/${loud.json.id}`)).toMatchObject({ status: 204 });
    expect(channel.read()[0]?.content).toBe("What?");
  });
  test("is followed five times, where only her own installation lets her in", async () => {
    const elsewhere = fake.server({ name: "Elsewhere", joined: false }).channel({ name: "c" });
    await send(fake, `PUT /applications/${fake.bot.id}/commands`, [
      { name: "quiz", description: "x", integration_types: [1] },
    ]);
    const seen = fake.person("Ada", { installed: true }).types(elsewhere, "/quiz");
    const one = await arrived();
    expect(one.d).toMatchObject({ authorizing_integration_owners: { 1: expect.any(String) } });
    await callback(one, 4, { content: "a" });
    await seen;
    for (let index = 0; index < 5; index += 1)
      expect((await hook(one, "POST", { content: "a" }, "")).status).toBe(200);
    expect(await hook(one, "POST", { content: "a" }, "")).toMatchObject({ status: 400, code: 40094 });
  });
  test("never asks for what does not go with a press", async () => {
    const { one } = await press();
    expect(await callback(one, 8, { choices: [] })).toMatchObject({ code: 50035 });
    expect(await callback(one, 3)).toMatchObject({ code: 50035 });
    expect(await callback(one, 4, { content: "x".repeat(2001) })).toMatchObject({ code: 50035 });
    expect(fieldsIn((await callback(one, 4, { colour: 1 })).json.errors)).toEqual([
      "data.colour: UNKNOWN_FIELD",
    ]);
  });
});
