import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type FakeDiscord, startDiscord } from "./discord/discord.js";
import { isRecord } from "./discord/form.js";
import { connect, type RawSocket, send } from "./discord/raw.js";

let fake: FakeDiscord;
const open: RawSocket[] = [];

beforeEach(async () => {
  fake = await startDiscord({ token: "abc", shards: 2 });
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.close();
  await fake.close();
});

async function knock(query?: string): Promise<RawSocket> {
  const socket = await connect(fake, query);
  open.push(socket);
  return socket;
}

async function enter(
  shard: readonly [number, number],
  more: object = {},
): Promise<{ socket: RawSocket; session: string }> {
  const socket = await knock();
  socket.identify({ shard, ...more });
  const { d } = await socket.until(({ t }) => t === "READY");
  return { socket, session: isRecord(d) ? String(d.session_id) : "" };
}

describe("the gateway turns away", () => {
  const wrong: Readonly<Record<string, readonly [number, (socket: RawSocket) => void]>> = {
    "a wrong token": [4004, (socket) => socket.identify({ token: "x" })],
    "an intent that was not switched on": [
      4014,
      (socket) => socket.identify({ intents: 1 << 15, shard: [0, 2] }),
    ],
    "an intent that does not exist": [4013, (socket) => socket.identify({ intents: 1 << 30, shard: [0, 2] })],
    "a shard that does not exist": [4010, (socket) => socket.identify({ shard: [2, 2] })],
    "too few shards": [4011, (socket) => socket.identify({ shard: [0, 1] })],
    "words that are no JSON": [4002, (socket) => socket.saySomething("hello")],
    "somebody who has not said who he is": [4003, (socket) => socket.say(3, {})],
  };
  for (const [name, [code, act]] of Object.entries(wrong)) {
    test(name, async () => {
      const socket = await knock();
      act(socket);
      expect(await socket.closed()).toBe(code);
      expect(fake.gateway.closed).toEqual([code]);
    });
  }
  test("an old version, a second IDENTIFY, an unknown opcode, a session from the future", async () => {
    expect(await (await knock("v=6&encoding=json")).closed()).toBe(4012);
    const { socket } = await enter([0, 2]);
    socket.identify({ shard: [0, 2] });
    expect(await socket.closed()).toBe(4005);
    const next = await enter([0, 2]);
    next.socket.say(99, {});
    expect(await next.socket.closed()).toBe(4001);
    const late = await knock();
    late.say(6, { token: "abc", session_id: next.session, seq: 999 });
    expect(await late.closed()).toBe(4007);
  });
  test("the 1001st IDENTIFY of a day, and the token is gone", async () => {
    for (let index = 0; index < 1000; index += 1)
      fake.gateway.identifies.push({ at: fake.world.now(), real: 0, shard: 0 });
    expect((await send(fake, "GET /gateway/bot")).json).toMatchObject({
      shards: 2,
      session_start_limit: { remaining: 0 },
    });
    const socket = await knock();
    socket.identify({ shard: [0, 2] });
    expect(await socket.closed()).toBe(4004);
    expect(await send(fake, "GET /users/@me", undefined, { authorization: "Bot abc" })).toMatchObject({
      status: 401,
    });
  });
});

describe("a session", () => {
  test("sees the servers of its shard, and direct messages on the first", async () => {
    const servers = Array.from({ length: 6 }, (_, index) => {
      fake.pass(1);
      return fake.server({ name: `s${index}` });
    });
    const ada = fake.person("Ada");
    const seenBy = async (shard: number) => {
      const { socket } = await enter([shard, 2]);
      socket.say(1, null);
      await socket.until(({ op }) => op === 11);
      return socket;
    };
    const [zero, one] = [await seenBy(0), await seenBy(1)];
    const names = (socket: RawSocket) => socket.packets.filter(({ t }) => t === "GUILD_CREATE").length;
    expect(names(zero) + names(one)).toBe(servers.length);
    void ada.writes("B");
    expect(await zero.until(({ t }) => t === "MESSAGE_CREATE")).toMatchObject({
      d: { content: "B", author: { id: ada.id } },
    });
    expect(one.packets.some(({ t }) => t === "MESSAGE_CREATE")).toBe(false);
  });
  test("hears nothing that it did not ask for", async () => {
    const { socket } = await enter([0, 2], { intents: 1 });
    void fake.person("Ada").writes("B");
    socket.say(1, null);
    await socket.until(({ op }) => op === 11);
    expect(socket.packets.some(({ t }) => t === "MESSAGE_CREATE")).toBe(false);
  });
  test("is resumed with what it missed, in order, then told so", async () => {
    const { socket, session } = await enter([0, 2]);
    const ada = fake.person("Ada");
    const last = socket.packets.at(-1)?.s ?? 0;
    fake.gateway.drop(4000);
    expect(await socket.closed()).toBe(4000);
    for (const text of ["1", "2", "3"]) void ada.writes(text);
    const again = await knock();
    again.say(6, { token: "abc", session_id: session, seq: last });
    await again.until(({ t }) => t === "RESUMED");
    const told = again.packets
      .filter(({ op }) => op === 0)
      .map(({ t, s, d }) => [t, s, isRecord(d) ? d.content : null]);
    expect(told).toEqual([
      ["MESSAGE_CREATE", last + 1, "1"],
      ["MESSAGE_CREATE", last + 2, "2"],
      ["MESSAGE_CREATE", last + 3, "3"],
      ["RESUMED", last + 4, undefined],
    ]);
  });
  test("is forgotten with op 9, kept with its other form, and never resumed under a made-up name", async () => {
    const { socket, session } = await enter([0, 2]);
    fake.gateway.invalidate(true);
    expect(await socket.until(({ op }) => op === 9)).toMatchObject({ d: true });
    socket.say(6, { token: "abc", session_id: session, seq: 1 });
    await socket.until(({ t }) => t === "RESUMED");
    fake.gateway.forgetful = true;
    const late = await knock();
    late.say(6, { token: "abc", session_id: session, seq: 1 });
    expect(await late.until(({ op }) => op === 9)).toMatchObject({ d: false });
    late.say(6, { token: "abc", session_id: "made-up", seq: 1 });
    await late.until(({ op, d }) => op === 9 && d === false);
  });
  test("frozen, it hears nothing and is owed everything", async () => {
    const { socket, session } = await enter([0, 2]);
    fake.gateway.freeze();
    socket.say(1, null);
    void fake.person("Ada").writes("B");
    const again = await knock();
    again.say(6, { token: "abc", session_id: session, seq: 1 });
    await again.until(({ t }) => t === "MESSAGE_CREATE");
    expect(socket.packets.some(({ op, t }) => op === 11 || t === "MESSAGE_CREATE")).toBe(false);
  });
});
