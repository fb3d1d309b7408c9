import { afterEach, beforeEach, expect, test } from "vitest";
import { rawCall } from "./slack/raw.js";
import { type FakeSlack, startSlack } from "./slack/slack.js";
import type { Workspace } from "./slack/workspace.js";

let slack: FakeSlack;
let acme: Workspace;

beforeEach(async () => {
  slack = await startSlack({ pace: "none" });
  acme = slack.workspace();
});

afterEach(async () => {
  expect(slack.strange).toEqual([]);
  await slack.close();
});

const call = async (method: string, args: Readonly<Record<string, unknown>>, by = acme) =>
  (await rawCall(slack.api, `files.${method}`, { token: by.token, args })).body;
const announce = async (length: number, by = acme) =>
  await call("getUploadURLExternal", { filename: "mine.json", length }, by);
const send = async (url: unknown, body: string, method = "POST") =>
  (await fetch(String(url), { method, ...(method === "POST" ? { body } : {}) })).status;

/** A file that was announced and sent. */
async function uploaded(by = acme): Promise<string> {
  const { upload_url, file_id } = await announce(5, by);
  expect(await send(upload_url, "hello")).toBe(200);
  return String(file_id);
}

test("a size that is none, or too much, is refused", async () => {
  expect((await announce(0)).error).toBe("missing_argument");
  expect((await announce(-1)).error).toBe("invalid_arguments");
  expect((await announce(1.5)).error).toBe("invalid_arguments");
  expect((await announce(2 ** 30 + 1)).error).toBe("file_upload_size_restricted");
  acme.takesAway("files:write");
  expect(await announce(5)).toMatchObject({ error: "missing_scope", needed: "files:write" });
});

test("an address takes the whole file, once, for a while, by POST", async () => {
  const { upload_url: url } = await announce(5);
  expect(await send(url, "", "GET")).toBe(405);
  expect(await send(url, "hell")).toBe(400);
  expect(await send(url, "hello")).toBe(200);
  expect(await send(url, "hello")).toBe(400);
  expect(await send(`${String(url)}x`, "hello")).toBe(404);
  const late = await announce(5);
  slack.clock.advance(5 * 60_000 + 1);
  expect(await send(late.upload_url, "hello")).toBe(403);
});

test("what is shared lies in the conversation, with its name and bytes", async () => {
  const ada = acme.person("Ada");
  const opened = await rawCall(slack.api, "conversations.open", {
    token: acme.token,
    args: { users: ada.id },
  });
  const channel_id = (opened.body.channel as { readonly id: string }).id;
  const files = [{ id: await uploaded(), title: "Mine" }];
  expect(await call("completeUploadExternal", { files, channel_id })).toMatchObject({
    ok: true,
    files: [{ title: "Mine" }],
  });
  const [message] = ada.directMessages();
  expect(message?.files.map(({ name, bytes }) => [name, String(bytes)])).toEqual([["mine.json", "hello"]]);
  expect((await call("completeUploadExternal", { files, channel_id })).error).toBe("file_not_found");
});

test("a file that is unknown, not sent, or another workspace’s is not found, and then none is shared", async () => {
  const bravo = slack.workspace({ name: "Bravo" });
  const channel_id = acme.channel("study").id;
  const mine = await uploaded();
  const { file_id: unsent } = await announce(5);
  for (const id of ["F404", unsent, await uploaded(bravo)]) {
    const files = [{ id: mine }, { id }];
    expect((await call("completeUploadExternal", { files, channel_id })).error).toBe("file_not_found");
  }
  expect((await call("completeUploadExternal", { files: [], channel_id })).error).toBe("invalid_arguments");
  expect((await call("completeUploadExternal", { files: [{ id: mine }], channel_id })).ok).toBe(true);
});

test("a conversation that is a person, unknown, left, archived or restricted is refused", async () => {
  const [outside, old, still] = [
    acme.channel("outside", { member: false }),
    acme.channel("old", { archived: true }),
    acme.channel("still"),
  ];
  still.restricts("on");
  const ada = acme.person("Ada");
  const files = [{ id: await uploaded() }];
  const into = async (channel_id: string) =>
    (await call("completeUploadExternal", { files, channel_id })).error;
  expect(await into(ada.id)).toBe("invalid_arguments");
  expect(await into("C0404040404")).toBe("channel_not_found");
  expect(await into(outside.id)).toBe("not_in_channel");
  expect(await into(old.id)).toBe("invalid_channel");
  expect(await into(still.id)).toBe("posting_to_channel_denied");
  expect((await call("completeUploadExternal", { files })).ok).toBe(true);
});
