import { describe, expect, test } from "vitest";
import type { Json } from "./slack/json.js";
import { marked, plain, section } from "./slack/kit.js";
import { rawCall } from "./slack/raw.js";
import { type FakeSlack, startSlack } from "./slack/slack.js";
import type { Workspace } from "./slack/workspace.js";

async function stage() {
  const slack = await startSlack();
  slack.clock.stand(new Date("2026-01-05T09:00:00Z"));
  const acme = slack.workspace();
  const study = acme.channel("study");
  const call = (method: string, args: Json, from: Workspace = acme) =>
    rawCall(slack.api, method, { token: from.token, args });
  return { slack, acme, study, call };
}

describe("too fast", () => {
  test("about one post a second in each channel, and other channels go on", async () => {
    const { slack, acme, study, call } = await stage();
    const other = acme.channel("other");
    const post = (channel: string) => call("chat.postMessage", { channel, text: "a" });
    const statuses: number[] = [];
    for (let at = 0; at < 6; at += 1) statuses.push((await post(study.id)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
    expect((await post(other.id)).status).toBe(200);
    const refused = await post(study.id);
    expect(refused.headers.get("retry-after")).toBe("1");
    expect(refused.body).toEqual({ ok: false, error: "ratelimited" });
    slack.clock.advance(1000);
    expect((await post(study.id)).status).toBe(200);
    expect([slack.limited, slack.pace.impatient]).toEqual([3, 2]);
    expect(study.messages()).toHaveLength(5);
    await slack.close();
  });

  test("fifty edits a minute in a workspace, and the next workspace goes on", async () => {
    const { slack, acme, study, call } = await stage();
    const bravo = slack.workspace({ name: "Bravo" });
    const there = bravo.channel("there");
    const { body } = await call("chat.postMessage", { channel: study.id, text: "a" });
    const edit = () => call("chat.update", { channel: study.id, ts: body.ts, text: "b" }, acme);
    const statuses = await Promise.all(Array.from({ length: 51 }, async () => (await edit()).status));
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    expect((await call("chat.postMessage", { channel: there.id, text: "a" }, bravo)).status).toBe(200);
    slack.clock.advance(59_000);
    expect((await edit()).headers.get("retry-after")).toBe("1");
    slack.clock.advance(2000);
    expect((await edit()).status).toBe(200);
    await slack.close();
  });
});

describe("whom a message reaches", () => {
  const cases: Readonly<Record<string, readonly [Json, readonly string[], readonly string[]]>> = {
    "nobody, by plain words": [{ text: "hello everyone" }, [], []],
    "the channel, by a mark in the text": [{ text: "<!channel> a" }, ["channel"], []],
    "a person and a group": [{ text: "<@U123> <!subteam^S123|@x>" }, ["U123", "S123"], []],
    "those in mrkdwn": [{ text: "a", blocks: [section(marked("<!here> <@U9|bob>"))] }, ["here", "U9"], []],
    "not those in plain_text": [{ text: "a", blocks: [section(plain("<!here> @here"))] }, [], []],
    "not what is escaped": [{ text: "&lt;!channel&gt;", blocks: [section(marked("&lt;@U1&gt;"))] }, [], []],
    "perhaps those in words that are not verbatim": [
      { text: "a", blocks: [section(marked("@here"))] },
      [],
      ["here"],
    ],
    "not in verbatim words": [{ text: "a", blocks: [section(marked("@here", { verbatim: true }))] }, [], []],
    "by name, where names are to be linked": [{ text: "@channel", link_names: true }, ["channel"], []],
    "not an address of mail": [{ text: "write to x@here.com", link_names: true }, [], []],
  };
  for (const [name, [args, notified, perhaps]] of Object.entries(cases)) {
    test(name, async () => {
      const { slack, study, call } = await stage();
      await call("chat.postMessage", { channel: study.id, ...args });
      const [message] = study.messages();
      expect([message?.notified, message?.perhapsNotified]).toEqual([notified, perhaps]);
      await slack.close();
    });
  }

  test("words that Slack would take for a mark are written down", async () => {
    const { slack, study, call } = await stage();
    await call("chat.postMessage", {
      channel: study.id,
      text: "List<String> &lt;b&gt; <https://a.test|a> a < b",
    });
    expect(slack.strange).toEqual(["not escaped: <String>"]);
    await slack.close();
  });

  test("links unfold unless told not to", async () => {
    const { slack, study, call } = await stage();
    const text = "https://a.test/x <https://b.test/c.png|c>";
    await call("chat.postMessage", { channel: study.id, text });
    await call("chat.postMessage", { channel: study.id, text, unfurl_links: true });
    await call("chat.postMessage", { channel: study.id, text, unfurl_links: false, unfurl_media: false });
    const [none, all, media] = study.messages();
    expect(none?.unfurled).toEqual([]);
    expect(all?.unfurled).toEqual(["https://a.test/x", "https://b.test/c.png"]);
    expect(media?.unfurled).toEqual(["https://b.test/c.png"]);
    await slack.close();
  });
});

describe("what goes wrong on demand", () => {
  const outcome = async (act: Promise<{ status: number; body: Json }>) => {
    try {
      const { status, body } = await act;
      return `${status} ${String(body.error ?? body.ok ?? "")}`;
    } catch (problem) {
      return problem instanceof SyntaxError ? "no JSON" : "cut";
    }
  };
  const mishaps = [
    [{ status: 500 }, "no JSON", 0],
    [{ status: 502, accepted: true }, "no JSON", 1],
    [{ cut: "before" }, "cut", 0],
    [{ cut: "after" }, "cut", 1],
    [{ ratelimited: 30 }, "429 ratelimited", 0],
    [{ error: "fatal_error" }, "200 fatal_error", 0],
    [{ delay: 5 }, "200 true", 1],
    [{ until: Promise.resolve() }, "200 true", 1],
  ] as const;
  for (const [mishap, said, posted] of mishaps) {
    test(`${Object.keys(mishap).join(", ")}: ${said}`, async () => {
      const { slack, study, call }: { slack: FakeSlack } & Awaited<ReturnType<typeof stage>> = await stage();
      slack.next("chat.postMessage", mishap);
      expect(await outcome(call("chat.postMessage", { channel: study.id, text: "a" }))).toBe(said);
      expect(study.messages()).toHaveLength(posted);
      expect(slack.calls("chat.postMessage")).toHaveLength(1);
      await slack.close();
    });
  }

  test("twice, and only in one channel", async () => {
    const { slack, acme, study, call } = await stage();
    const other = acme.channel("other");
    slack.next(
      "chat.postMessage",
      { error: "fatal_error" },
      { times: 2, only: ({ channel }) => channel === study.id },
    );
    const errors = [];
    for (const { id } of [other, study, study, study]) {
      errors.push((await call("chat.postMessage", { channel: id, text: "a" })).body.error);
    }
    expect(errors).toEqual([undefined, "fatal_error", "fatal_error", undefined]);
    await slack.close();
  });
});
