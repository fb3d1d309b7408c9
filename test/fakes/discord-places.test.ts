import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type FakeDiscord, startDiscord } from "./discord/discord.js";
import { button, flagV2, row, text } from "./discord/parts.js";
import { invited, type Permission } from "./discord/permissions.js";
import type { FakeServer } from "./discord/place.js";
import { fieldsIn, send } from "./discord/raw.js";
import { instantOf } from "./discord/snowflake.js";
import { textOf } from "./discord/text-of.js";

let fake: FakeDiscord;
let server: FakeServer;

beforeEach(async () => {
  fake = await startDiscord({ token: "abc" });
  server = fake.server({ name: "Harbour" });
});
afterEach(() => fake.close());

const post = (where: { readonly id: string }, body: unknown = { content: "a" }) =>
  send(fake, `POST /channels/${where.id}/messages`, body);
const without = (...taken: readonly Permission[]) =>
  server.channel({ name: "c", permissions: invited.filter((one) => !taken.includes(one)) });

describe("a place says no in Discord's own words", () => {
  test("hidden, silent, unknown, gone", async () => {
    expect(await post(without("ViewChannel"))).toMatchObject({ status: 403, code: 50001 });
    expect(await post(without("SendMessages"))).toMatchObject({ status: 403, code: 50013 });
    expect(await post({ id: "1".repeat(18) })).toMatchObject({ status: 404, code: 10003 });
    expect(await post({ id: "study" })).toMatchObject({ status: 400, code: 50035 });
    const gone = server.channel({ name: "gone" });
    gone.removed();
    expect(await post(gone)).toMatchObject({ status: 404, code: 10003 });
  });
  test("embeds and files need their own permissions", async () => {
    const bare = without("EmbedLinks", "AttachFiles");
    expect(await post(bare, { embeds: [{ title: "a" }] })).toMatchObject({ code: 50013 });
    const form = new FormData();
    form.set("files[0]", new Blob(["a"]), "a.txt");
    expect(await post(bare, form)).toMatchObject({ code: 50013 });
    expect(await post(bare)).toMatchObject({ status: 200 });
    form.set("files[0]", new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]), "a.txt");
    expect(await post(server.channel({ name: "big" }), form)).toMatchObject({ status: 413, code: 40005 });
  });
  test("a channel without history reads as empty, and a single message is refused", async () => {
    const channel = without("ReadMessageHistory");
    const { json } = await post(channel);
    expect((await send(fake, `GET /channels/${channel.id}/messages`)).json.list).toEqual([]);
    expect(await send(fake, `GET /channels/${channel.id}/messages/${json.id}`)).toMatchObject({
      code: 50013,
    });
    expect(await post(channel, { content: "a", message_reference: { message_id: json.id } })).toMatchObject({
      code: 160002,
    });
  });
  test("a forum takes no plain message, an announcement channel does", async () => {
    expect(await post(server.channel({ name: "f", type: "forum" }))).toMatchObject({
      status: 400,
      code: 40058,
    });
    expect(await post(server.channel({ name: "n", type: "announcement" }))).toMatchObject({ status: 200 });
  });
  test("a server that the bot has left", async () => {
    const channel = server.channel({ name: "c" });
    server.kicks();
    expect(await post(channel)).toMatchObject({ status: 403, code: 50001 });
    expect(await send(fake, `GET /guilds/${server.id}`)).toMatchObject({ status: 404, code: 10004 });
  });
  test("closed direct messages", async () => {
    const ada = fake.person("Ada", { closedDirect: true });
    const opened = await send(fake, "POST /users/@me/channels", { recipient_id: ada.id });
    expect(opened.status).toBe(200);
    expect(await post({ id: String(opened.json.id) })).toMatchObject({ status: 403, code: 50007 });
    ada.user.closedDirect = false;
    expect(await post({ id: String(opened.json.id) })).toMatchObject({ status: 200 });
    expect(ada.directMessages().map(textOf)).toEqual(["a"]);
    server.kicks();
    expect(await post({ id: String(opened.json.id) })).toMatchObject({ status: 403, code: 50278 });
    expect(await send(fake, "POST /users/@me/channels", { recipient_id: "1".repeat(18) })).toMatchObject({
      code: 50033,
    });
  });
  test("threads: made once, need a permission, archived ones cannot be edited, locked ones not written in", async () => {
    const channel = server.channel({ name: "c" });
    const { json } = await post(channel);
    const start = () =>
      send(fake, `POST /channels/${channel.id}/messages/${json.id}/threads`, { name: "Why" });
    channel.permits(invited.filter((one) => one !== "CreatePublicThreads"));
    expect(await start()).toMatchObject({ status: 403, code: 50013 });
    channel.permits(invited);
    expect(await start()).toMatchObject({ status: 201, json: { id: json.id, type: 11 } });
    expect(await start()).toMatchObject({ status: 400, code: 160004 });
    const [message] = channel.read();
    const thread = message && fake.threadOf(message);
    if (!thread) throw new Error("no thread");
    const inside = await post(thread);
    thread.archives();
    expect(
      await send(fake, `PATCH /channels/${thread.id}/messages/${inside.json.id}`, { content: "b" }),
    ).toMatchObject({ status: 400, code: 50083 });
    expect(await post(thread)).toMatchObject({ status: 200 });
    expect(thread.archived).toBe(false);
    thread.archives({ locked: true });
    expect(await post(thread)).toMatchObject({ status: 403, code: 160005 });
    channel.permits(invited.filter((one) => one !== "SendMessagesInThreads"));
    expect(await post(thread)).toMatchObject({ status: 403, code: 50013 });
  });
});

describe("a message once there", () => {
  test("is edited, counted, deleted; another's is not", async () => {
    const channel = server.channel({ name: "c" });
    const { json } = await post(channel, { content: "a", components: [row(button("x"))] });
    const path = `/channels/${channel.id}/messages/${json.id}`;
    expect(await send(fake, `PATCH ${path}`, { content: "b" })).toMatchObject({
      status: 200,
      json: { content: "b", components: [{ id: 1 }] },
    });
    expect(await send(fake, `PATCH ${path}`, { content: "", components: [] })).toMatchObject({
      status: 400,
      code: 50006,
    });
    expect(channel.read()[0]?.edits).toBe(1);
    expect(await send(fake, `DELETE ${path}`)).toMatchObject({ status: 204 });
    expect(await send(fake, `PATCH ${path}`, { content: "c" })).toMatchObject({ status: 404, code: 10008 });
    const ada = fake.person("Ada");
    void ada.writes("hello", channel);
    const [hers] = channel.read();
    expect(
      await send(fake, `PATCH /channels/${channel.id}/messages/${hers?.id}`, { content: "c" }),
    ).toMatchObject({ status: 403, code: 50005 });
  });
  test("keeps the flag of new components", async () => {
    const channel = server.channel({ name: "c" });
    const { json } = await post(channel, { flags: flagV2, components: [text("a")] });
    const edit = (body: object) => send(fake, `PATCH /channels/${channel.id}/messages/${json.id}`, body);
    const taken = await edit({ flags: 0, components: [text("b")] });
    expect(fieldsIn(taken.json.errors)).toEqual(["flags: MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG"]);
    expect(await edit({ content: "b" })).toMatchObject({ status: 400, code: 50035 });
    expect(await edit({ components: [text("b")] })).toMatchObject({ status: 200 });
    const old = await post(channel, { content: "a" });
    const raise = (body: object) => send(fake, `PATCH /channels/${channel.id}/messages/${old.json.id}`, body);
    expect(await raise({ flags: flagV2, components: [text("b")] })).toMatchObject({ code: 50035 });
    expect(await raise({ flags: flagV2, content: null, components: [text("b")] })).toMatchObject({
      status: 200,
    });
  });
  test("breaks Discord itself beyond 10,170 bytes of text", async () => {
    const channel = server.channel({ name: "c" });
    expect(await post(channel, { flags: flagV2, components: [text("字".repeat(3386))] })).toMatchObject({
      status: 200,
    });
    expect(await post(channel, { flags: flagV2, components: [text(`${"字".repeat(3386)}x`)] })).toMatchObject(
      {
        status: 500,
      },
    );
  });
  test("is paged from both ends, by ids that no number can hold", async () => {
    const channel = server.channel({ name: "c" });
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1)
      ids.push(String((await post(channel, { content: `${index}` })).json.id));
    const page = async (query: string) =>
      ((await send(fake, `GET /channels/${channel.id}/messages?${query}`)).json.list as { content: string }[])
        .map(({ content }) => content)
        .join("");
    expect(await page("limit=2")).toBe("43");
    expect(await page(`before=${ids[2]}`)).toBe("10");
    expect(await page(`after=${ids[2]}`)).toBe("43");
    expect(await page(`around=${ids[2]}&limit=3`)).toBe("321");
    expect(await send(fake, `GET /channels/${channel.id}/messages?limit=101`)).toMatchObject({ code: 50035 });
    expect(Number(ids[0])).toBeGreaterThan(2 ** 53);
    expect(Math.abs(instantOf(ids[0] ?? "") - fake.world.now().getTime())).toBeLessThan(5000);
  });
  test("comes once for one nonce, within five minutes", async () => {
    const channel = server.channel({ name: "c" });
    const once = () => post(channel, { content: "a", nonce: "k1", enforce_nonce: true });
    const [first, second] = [await once(), await once()];
    expect(second.json.id).toBe(first.json.id);
    fake.pass(5 * 60_000 + 1);
    expect((await once()).json.id).not.toBe(first.json.id);
    await post(channel, { content: "a", nonce: "k2" });
    await post(channel, { content: "a", nonce: "k2" });
    expect(channel.read()).toHaveLength(4);
    expect(fake.strange).toEqual([]);
  });
});
