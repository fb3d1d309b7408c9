import { afterEach, describe, expect, test } from "vitest";
import { type FakeDiscord, startDiscord } from "./discord/discord.js";
import { send } from "./discord/raw.js";

let fake: FakeDiscord;
afterEach(() => fake.close());

async function open(limits: Parameters<typeof startDiscord>[0] = {}) {
  fake = await startDiscord({ token: "abc", ...limits });
  const server = fake.server({ name: "Harbour" });
  return { one: server.channel({ name: "one" }), two: server.channel({ name: "two" }) };
}
const post = (where: { readonly id: string }) =>
  send(fake, `POST /channels/${where.id}/messages`, { content: "a" });

describe("limits", () => {
  test("a bucket belongs to a route and a channel, and says when it is full again", async () => {
    const { one, two } = await open({ limits: { "POST /channels/:c/messages": { limit: 2, window: 300 } } });
    const first = await post(one);
    expect(first.headers.get("x-ratelimit-limit")).toBe("2");
    expect(first.headers.get("x-ratelimit-remaining")).toBe("1");
    await post(one);
    const third = await post(one);
    expect(third).toMatchObject({
      status: 429,
      json: { message: "You are being rate limited.", global: false },
    });
    expect(third.headers.get("x-ratelimit-scope")).toBe("user");
    expect(Number(third.headers.get("retry-after"))).toBeLessThanOrEqual(0.3);
    expect((await post(two)).status).toBe(200);
    await new Promise((done) => setTimeout(done, Number(third.json.retry_after) * 1000 + 5));
    expect((await post(one)).status).toBe(200);
    expect([fake.limited(), fake.invalid()]).toEqual([1, 1]);
  });
  test("all requests together, but no interaction", async () => {
    const { one } = await open({ limits: { global: { limit: 3, window: 60_000 } } });
    for (let index = 0; index < 3; index += 1) await post(one);
    const fourth = await post(one);
    expect(fourth).toMatchObject({ status: 429, json: { global: true } });
    expect(fourth.headers.get("x-ratelimit-global")).toBe("true");
    expect(
      await send(fake, "POST /interactions/1/x/callback", { type: 4, data: { content: "a" } }),
    ).toMatchObject({ code: 10062 });
  });
});

describe("faults on order", () => {
  test("refused, delayed, answered wrongly after the deed, cut before and after it", async () => {
    const { one, two } = await open({
      limits: { "POST /channels/:c/messages": { limit: 100, window: 1000 } },
    });
    const route = "POST /channels/:c/messages";
    fake.next(route, { status: 502, times: 2, path: one.id });
    expect([
      (await post(one)).status,
      (await post(two)).status,
      (await post(one)).status,
      (await post(one)).status,
    ]).toEqual([502, 200, 502, 200]);
    expect(one.read()).toHaveLength(1);
    fake.next(route, { status: 500, after: true });
    expect((await post(one)).status).toBe(500);
    expect(one.read()).toHaveLength(2);
    fake.next(route, { cut: "before" });
    await expect(post(one)).rejects.toThrow();
    expect(one.read()).toHaveLength(2);
    fake.next(route, { cut: "after" });
    await expect(post(one)).rejects.toThrow();
    expect(one.read()).toHaveLength(3);
    fake.next(route, { status: 429, retryAfter: 20 });
    expect(await post(one)).toMatchObject({ status: 429, json: { retry_after: 0.02 } });
    expect(fake.limited()).toBe(0);
    fake.next(route, { status: 403, code: 50013, message: "Missing Permissions" });
    expect(await post(one)).toMatchObject({ status: 403, code: 50013 });
    const since = performance.now();
    fake.next(route, { late: 60 });
    expect((await post(one)).status).toBe(200);
    expect(performance.now() - since).toBeGreaterThan(55);
  });
});
