import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Channel } from "./slack/channel.js";
import { type Json, recordsIn } from "./slack/json.js";
import { actions, button, many, marked, plain, section } from "./slack/kit.js";
import { rawCall } from "./slack/raw.js";
import { buttonsOf, textOf } from "./slack/reading.js";
import { type FakeSlack, startSlack } from "./slack/slack.js";
import type { Workspace } from "./slack/workspace.js";

let slack: FakeSlack;
let acme: Workspace;
let study: Channel;

beforeEach(async () => {
  slack = await startSlack({ pace: "none" });
  acme = slack.workspace();
  study = acme.channel("study");
});

afterEach(async () => {
  expect(slack.strange).toEqual([]);
  await slack.close();
});

async function call(method: string, args: Json = {}): Promise<Json> {
  const { body } = await rawCall(slack.api, method, { token: acme.token, args });
  expect(body).toMatchObject({ ok: true });
  return body;
}

const post = async (more: Json = {}) =>
  String((await call("chat.postMessage", { channel: study.id, text: "a", ...more })).ts);

describe("what is just right", () => {
  const letters = (count: number) => "é".repeat(count);
  const right: Readonly<Record<string, readonly unknown[]>> = {
    "50 blocks": many(50, { type: "divider" }),
    "a section of 3,000": [section(marked(letters(3000)))],
    "a header of 150": [{ type: "header", text: plain(letters(150)) }],
    "a context of ten": [{ type: "context", elements: many(10, marked("a")) }],
    "25 buttons of 75 with labels of 75": [
      actions(
        ...Array.from({ length: 25 }, (_, at) =>
          button({
            action_id: `${at}`.padStart(255, "a"),
            text: plain(letters(75)),
            value: letters(2000),
            accessibility_label: letters(75),
          }),
        ),
      ),
    ],
    "the same action id in two blocks": many(2, actions(button({ action_id: "a" }))),
    "13,172 characters over two blocks": [
      { type: "divider" },
      { type: "markdown", text: letters(12_000) },
      section(marked(letters(1047))),
    ],
  };
  for (const [name, blocks] of Object.entries(right)) {
    test(name, async () => {
      await post({ blocks });
      expect(study.messages()).toHaveLength(1);
    });
  }

  test("a form as well as JSON, with blocks as a string", async () => {
    const body = new URLSearchParams({
      token: acme.token,
      channel: "#study",
      blocks: JSON.stringify([section(marked("*a* &lt;"))]),
    });
    const response = await fetch(`${slack.api}chat.postMessage`, { method: "POST", body });
    expect(await response.json()).toMatchObject({ ok: true });
    expect(study.messages().map((message) => textOf(message))).toEqual(["*a* <"]);
  });
});

describe("history", () => {
  test("newest first, without threads and private answers, with metadata only when asked for", async () => {
    const ada = acme.person("Ada");
    const metadata = { event_type: "daily", event_payload: { key: "k1" } };
    const first = await post({ text: "one", metadata });
    await post({ text: "two" });
    await post({ text: "reply", thread_ts: first });
    await call("chat.postEphemeral", { channel: study.id, user: ada.id, text: "psst" });
    const plainly = recordsIn((await call("conversations.history", { channel: study.id })).messages);
    expect(plainly.map(({ text, metadata: with_ }) => [text, with_])).toEqual([
      ["two", undefined],
      ["one", undefined],
    ]);
    const asked = await call("conversations.history", { channel: study.id, include_all_metadata: true });
    expect(recordsIn(asked.messages).map((one) => one.metadata)).toEqual([undefined, metadata]);
    const thread = await call("conversations.replies", { channel: study.id, ts: first });
    expect(recordsIn(thread.messages).map(({ text }) => text)).toEqual(["one", "reply"]);
    expect(ada.ephemerals().map((message) => textOf(message))).toEqual(["psst"]);
  });

  test("by pages, and by moments", async () => {
    const names: string[] = [];
    for (const text of ["1", "2", "3", "4", "5"]) names.push(await post({ text }));
    const read = async (more: Json) => {
      const page = await call("conversations.history", { channel: study.id, ...more });
      return { texts: recordsIn(page.messages).map(({ text }) => text), page };
    };
    const { texts, page } = await read({ limit: 2 });
    expect(texts).toEqual(["5", "4"]);
    expect(page.has_more).toBe(true);
    const { next_cursor: cursor } = page.response_metadata as { next_cursor: string };
    expect((await read({ limit: 2, cursor })).texts).toEqual(["3", "2"]);
    expect((await read({ oldest: names[2] })).texts).toEqual(["5", "4"]);
    expect((await read({ oldest: names[2], inclusive: true })).texts).toEqual(["5", "4", "3"]);
    expect((await read({ latest: names[1] })).texts).toEqual(["1"]);
  });

  test("an app given to others reads fifteen at a time", async () => {
    const theirs = await startSlack({ pace: "none", distributed: true });
    const there = theirs.workspace();
    const token = there.token;
    const channel = there.channel("study").id;
    for (let at = 0; at < 20; at += 1)
      await rawCall(theirs.api, "chat.postMessage", { token, args: { channel, text: "a" } });
    const { body } = await rawCall(theirs.api, "conversations.history", {
      token,
      args: { channel, limit: 100 },
    });
    expect(recordsIn(body.messages)).toHaveLength(15);
    await theirs.close();
  });
});

describe("a message that changes", () => {
  test("keeps its blocks where none come, counts its edits, and keeps its metadata", async () => {
    const metadata = { event_type: "daily", event_payload: { key: "k1" } };
    const blocks = [section(marked("old")), actions(button({ action_id: "a" }))];
    const ts = await post({ blocks, metadata });
    await call("chat.update", { channel: study.id, ts, text: "new words" });
    await call("chat.update", { channel: study.id, ts, text: "b", blocks: [section(marked("new"))] });
    const [message] = study.messages();
    expect(message && textOf(message)).toBe("new");
    expect(message?.edits.map(({ blocks: then }) => buttonsOf({ blocks: then }))).toEqual([["A"], ["A"]]);
    expect(message?.metadata).toEqual(metadata);
  });

  test("is not one that a single person sees", async () => {
    const ada = acme.person("Ada");
    const { message_ts: ts } = await call("chat.postEphemeral", {
      channel: study.id,
      user: ada.id,
      text: "psst",
    });
    const args = { channel: study.id, ts, text: "b" };
    const { body } = await rawCall(slack.api, "chat.update", { token: acme.token, args });
    expect(body.error).toBe("message_not_found");
    ada.reloads();
    expect(ada.ephemerals()).toEqual([]);
  });
});

describe("people and places", () => {
  test("zones, rights, groups, members, direct conversations", async () => {
    const ada = acme.person("Ada", { admin: true, tz: "Asia/Kathmandu" });
    const group = acme.group("readers");
    const { user } = await call("users.info", { user: ada.id });
    expect(user).toMatchObject({ tz: "Asia/Kathmandu", tz_offset: 20_700, is_admin: true, is_owner: false });
    expect(user).toMatchObject({ profile: { display_name: "Ada" } });
    expect(await call("usergroups.list")).toMatchObject({ usergroups: [{ id: group, handle: "readers" }] });
    expect((await call("conversations.members", { channel: study.id })).members).toContain(ada.id);
    const { channel } = await call("conversations.open", { users: ada.id });
    const sent = await call("chat.postMessage", { channel: ada.id, text: "hello" });
    expect(sent.channel).toBe((channel as Json).id);
    expect(ada.directMessages().map((message) => textOf(message))).toEqual(["hello"]);
  });

  test("dates are shown in each reader's zone", async () => {
    await post({ blocks: [section(marked("Until <!date^1767254400^{date_short} {time}|later>"))] });
    const [message] = study.messages();
    expect(message && textOf(message, "Asia/Tokyo")).toBe("Until 1 Jan 2026 17:00");
    expect(message && textOf(message, "America/New_York")).toBe("Until 1 Jan 2026 03:00");
  });
});
