import { describe, expect, test } from "vitest";
import { keyOf } from "../../src/core/ids.js";
import { channelOf } from "../../src/platforms/discord/names.js";
import type { Fault } from "../fakes/discord/plan.js";
import { says } from "./discord/line.js";
import { openStudy, receiptOf } from "./discord/study.js";
import { theDaily } from "./web/gallery.js";

const post = "POST /channels/:c/messages";
const patch = "PATCH /channels/:c/messages/:m";
const key = keyOf("r41");

async function openPost(options: Parameters<typeof openStudy>[0] = {}) {
  const study = await openStudy(options);
  return { ...study, daily: () => study.platform.post(study.place, theDaily(0), key) };
}

describe("fault 4: an answer that is lost", () => {
  test.each<[string, Fault, "doubt" | "later", number]>([
    ["cut after the post", { cut: "after" }, "doubt", 1],
    ["cut before it", { cut: "before" }, "doubt", 0],
    ["a 502 after the post", { status: 502, after: true }, "doubt", 1],
    ["a 500 instead of it", { status: 500 }, "doubt", 0],
    ["a 429 with a long wait", { status: 429, retryAfter: 30_000 }, "later", 0],
  ])("%s: one request, and nothing is posted twice", async (_what, fault, kind, there) => {
    const { fake, study, daily, platform, place } = await openPost();
    const since = fake.world.now();
    fake.next(post, fault);
    expect((await daily()).kind).toBe(kind);
    expect(fake.requestsTo(post)).toHaveLength(1);
    expect(study.read()).toHaveLength(there);
    expect((await platform.find(place, key, since)).kind).toBe(there === 1 ? "found" : "absent");
    expect((await daily()).kind).toBe("posted");
    expect(study.read()).toHaveLength(1);
  });

  test("a post that hangs is given up after twelve seconds, and is found", async () => {
    const { fake, daily, platform, place, study } = await openPost();
    const since = fake.world.now();
    fake.next(post, { late: 14_000 });
    const begun = Date.now();
    expect(await daily()).toEqual({ kind: "doubt" });
    expect(Date.now() - begun).toBeLessThan(13_500);
    expect((await platform.find(place, key, since)).kind).toBe("found");
    expect(study.read()).toHaveLength(1);
  });

  test("a short limit is waited for", async () => {
    const { fake, daily } = await openPost();
    fake.next(post, { status: 429, retryAfter: 200 });
    expect((await daily()).kind).toBe("posted");
  });

  test("a Discord that is not there is tried again later", async () => {
    const { fake, daily } = await openPost();
    await fake.close();
    expect((await daily()).kind).toBe("later");
  });

  test("before the start and after the stop everything is for later", async () => {
    const { platform, daily, place } = await openPost();
    await platform.stop();
    expect((await daily()).kind).toBe("later");
    expect(await platform.find(place, key, new Date(0))).toEqual({ kind: "unreadable" });
  });
});

describe("fault 35: what is refused for good", () => {
  const refused = (reason: string, detail = "") => ({
    kind: "refused",
    reason,
    detail: expect.stringContaining(detail),
  });

  test("a missing permission is named, with where to set it", async () => {
    const { study, daily, platform, place } = await openPost();
    const receipt = receiptOf(await daily());
    study.permits(["ViewChannel", "ReadMessageHistory", "SendMessages", "AttachFiles"]);
    await settled();
    const thread = { kind: "thread", under: receipt } as const;
    expect(await platform.post(thread, says("Talk"), keyOf("t1"))).toEqual(
      refused("not-allowed", "Create Public Threads"),
    );
    study.permits(["ViewChannel", "ReadMessageHistory"]);
    await settled();
    const posting = await platform.post(place, says("Hi"), keyOf("n2"));
    expect(posting).toEqual(refused("not-allowed", "Send Messages, "));
    expect(posting).toEqual(refused("not-allowed", "settings › Permissions"));
    study.permits([]);
    await settled();
    expect(await platform.post(place, says("Hi"), keyOf("n3"))).toEqual(
      refused("not-allowed", "View Channel"),
    );
  });

  test("a channel that is gone, a message that is gone", async () => {
    const { study, daily, platform } = await openPost();
    const receipt = receiptOf(await daily());
    expect(await platform.edit({ ...receipt, message: "1234567890123456789" }, says("x"))).toEqual(
      refused("channel-gone"),
    );
    study.removed();
    expect(await daily()).toEqual(refused("channel-gone"));
    expect(await platform.edit(receipt, says("x"))).toEqual(refused("channel-gone"));
  });

  test("a locked thread; one that is only archived wakes up", async () => {
    const { study, daily, platform, fake, harbour } = await openPost();
    const under = receiptOf(await daily());
    await platform.post({ kind: "thread", under }, says("Talk"), keyOf("t1"));
    const [message] = study.read();
    const thread = message ? fake.threadOf(message) : null;
    const inThread = { kind: "channel", id: channelOf(harbour.id, thread?.id ?? "") } as const;
    thread?.archives();
    expect((await platform.post(inThread, says("x"), keyOf("t2"))).kind).toBe("posted");
    thread?.archives({ locked: true });
    expect(await platform.post(inThread, says("x"), keyOf("t3"))).toEqual(refused("channel-gone"));
  });

  test("a forum is refused in words", async () => {
    const { harbour, platform } = await openPost();
    const forum = harbour.channel({ name: "forum", type: "forum" });
    await settled();
    const place = { kind: "channel", id: channelOf(harbour.id, forum.id) } as const;
    expect(await platform.post(place, theDaily(0), key)).toEqual(
      refused("not-allowed", "choose a text channel"),
    );
  });

  test("fault 36: a server that the bot was removed from", async () => {
    const { harbour, daily } = await openPost();
    harbour.kicks();
    await settled();
    expect(await daily()).toEqual(refused("removed"));
    harbour.invites();
    await settled();
    expect((await daily()).kind).toBe("posted");
  });

  test("fault 36: a server with an outage is not left, only later", async () => {
    const { harbour, daily } = await openPost();
    harbour.breaks();
    await settled();
    expect((await daily()).kind).toBe("later");
    harbour.mends();
    await settled();
    expect((await daily()).kind).toBe("posted");
  });

  test("fault 34: a token that is taken back stops every call", async () => {
    const { fake, daily } = await openPost();
    fake.revoke();
    expect(await daily()).toMatchObject({ kind: "refused", reason: "revoked" });
    const sent = fake.requests.length;
    expect(await daily()).toMatchObject({ kind: "refused", reason: "revoked" });
    expect(fake.requests.length).toBe(sent);
  });

  test("a question that is too long never reaches Discord", async () => {
    const { fake, platform, place } = await openPost();
    const long = says("x");
    const text = { kind: "text", text: "word ".repeat(1000) } as const;
    const blocks = [{ kind: "passage", passage: { kind: "prose", prose: [text] } }] as const;
    expect(await platform.post(place, { ...long, blocks }, key)).toEqual(refused("too-long"));
    expect(fake.requestsTo(post)).toEqual([]);
  });
});

test("an edit that fails is told apart as a post is", async () => {
  const { fake, daily, platform } = await openPost();
  const receipt = receiptOf(await daily());
  fake.next(patch, { cut: "before" });
  expect(await platform.edit(receipt, theDaily(1))).toEqual({ kind: "doubt" });
  fake.next(patch, { status: 429, retryAfter: 20_000 });
  expect((await platform.edit(receipt, theDaily(1))).kind).toBe("later");
});

test("fault 32: a channel at its limit holds up no other", async () => {
  const { fake, harbour, platform, study, place } = await openPost();
  const other = harbour.channel({ name: "other" });
  fake.next(post, { status: 429, retryAfter: 2000, path: study.id });
  const slow = platform.post(place, theDaily(0), key);
  const begun = Date.now();
  const free = { kind: "channel", id: channelOf(harbour.id, other.id) } as const;
  expect((await platform.post(free, theDaily(0), keyOf("r42"))).kind).toBe("posted");
  expect(Date.now() - begun).toBeLessThan(1000);
  expect((await slow).kind).toBe("posted");
});

/** What the gateway tells of roles and channels arrives a moment later. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 80));
