import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Json } from "./slack/json.js";
import { rawCall } from "./slack/raw.js";
import { type FakeSlack, startSlack } from "./slack/slack.js";
import { populate } from "./slack/town.js";

let slack: FakeSlack;
let known: ReturnType<typeof populate>;

beforeAll(async () => {
  slack = await startSlack({ pace: "none" });
  known = populate(slack);
});

afterAll(async () => await slack.close());

type Row = readonly [method: string, args: () => Json, error: string, token?: () => string];

const post =
  (more: () => Json): (() => Json) =>
  () => ({ channel: known.study.id, text: "a", ...more() });
const view = { type: "modal", title: { type: "plain_text", text: "a" }, blocks: [] };

/** Calls, and Slack's word for each. */
const refused: Readonly<Record<string, Row>> = {
  "a change to what is not there": ["chat.update", post(() => ({ ts: "1.000001" })), "message_not_found"],
  "a change to another's words": [
    "chat.update",
    () => ({ channel: known.written.id, ts: foreign(), text: "a" }),
    "cant_update_message",
  ],
  "a change of 4,001 letters": ["chat.update", () => ({ ...own(), text: "a".repeat(4001) }), "msg_too_long"],
  "a change to nothing": ["chat.update", () => own(), "no_text"],
  "deleting another's words": [
    "chat.delete",
    () => ({ channel: known.written.id, ts: foreign() }),
    "cant_delete_message",
  ],
  "history without us": ["conversations.history", () => ({ channel: known.outside.id }), "not_in_channel"],
  "history by the thousand": [
    "conversations.history",
    () => ({ channel: known.study.id, limit: 1000 }),
    "invalid_limit",
  ],
  "history since yesterday, in words": [
    "conversations.history",
    () => ({ channel: known.study.id, oldest: "yesterday" }),
    "invalid_ts_oldest",
  ],
  "history from a false cursor": [
    "conversations.history",
    () => ({ channel: known.study.id, cursor: "x" }),
    "invalid_cursor",
  ],
  "replies to nothing": [
    "conversations.replies",
    () => ({ channel: known.study.id, ts: "1.000001" }),
    "thread_not_found",
  ],
  "a conversation with nobody": ["conversations.open", () => ({ users: "U0404" }), "user_not_found"],
  "a conversation with a bot": ["conversations.open", () => ({ users: known.acme.botUser }), "cannot_dm_bot"],
  "a conversation with no one named": [
    "conversations.open",
    () => ({ users: "" }),
    "users_list_not_supplied",
  ],
  "somebody who is nobody": ["users.info", () => ({ user: "U0404" }), "user_not_found"],
  "a modal by a trigger of nobody": [
    "views.open",
    () => ({ trigger_id: "1.2.3", view }),
    "invalid_trigger_id",
  ],
  "a modal by a trigger of long ago": [
    "views.open",
    () => ({ trigger_id: trigger(3001), view }),
    "expired_trigger_id",
  ],
  "a modal by a trigger that was used": [
    "views.open",
    () => ({ trigger_id: trigger(0, true), view }),
    "exchanged_trigger_id",
  ],
  "a change to a view there is not": ["views.update", () => ({ view_id: "V404", view }), "not_found"],
  "a home tab for nobody": [
    "views.publish",
    () => ({ user_id: "U0404", view: { type: "home", blocks: [] } }),
    "user_not_found",
  ],
  "a code of nobody": ["oauth.v2.access", () => ({ ...client(), code: "no" }), "invalid_code"],
  "a false client secret": [
    "oauth.v2.access",
    () => ({ ...client(), client_secret: "no", code: "no" }),
    "bad_client_secret",
  ],
  "a false client id": ["oauth.v2.access", () => ({ client_id: "no", code: "no" }), "invalid_client_id"],
  "a file that never came": [
    "files.completeUploadExternal",
    () => ({ files: [{ id: "F404" }] }),
    "file_not_found",
  ],
};

const client = () => ({ client_id: slack.world.clientId, client_secret: slack.world.clientSecret });

function trigger(age: number, used = false): string {
  const id = `trigger ${age}`;
  slack.world.triggers.set(id, {
    person: known.ada.id,
    team: known.acme.id,
    at: slack.world.now() - age,
    used,
  });
  return id;
}

function foreign(): string {
  return known.written.messages().find(({ bot }) => !bot)?.ts ?? "";
}

function own(): Json {
  return { channel: known.written.id, ts: known.written.messages().find(({ bot }) => bot)?.ts };
}

describe("calls that Slack refuses", () => {
  beforeAll(async () => {
    slack.calm.linger = 0;
    await known.ada.mentions(known.written, "hello");
    const args = { channel: known.written.id, text: "ours" };
    expect((await rawCall(slack.api, "chat.postMessage", { token: known.acme.token, args })).body.ok).toBe(
      true,
    );
  });

  for (const [name, [method, args, error, token]] of Object.entries(refused)) {
    test(name, async () => {
      const secret = token?.() ?? known.acme.token;
      const call = { args: args(), ...(secret === "" ? {} : { token: secret }) };
      const { status, body } = await rawCall(slack.api, method, call);
      expect({ status, ok: body.ok, error: body.error }).toEqual({ status: 200, ok: false, error });
      expect(known.study.messages()).toEqual([]);
    });
  }
});
