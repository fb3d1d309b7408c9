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
const section = (text: string) => ({ type: "section", text: { type: "mrkdwn", text } });

/** Calls, and Slack's word for each. */
const refused: Readonly<Record<string, Row>> = {
  "a method there is not": ["chat.shout", () => ({}), "unknown_method"],
  "no token": ["auth.test", () => ({}), "not_authed", () => ""],
  "a token of nobody": ["auth.test", () => ({}), "invalid_auth", () => "xoxb-nobody"],
  "a token of an app that was removed": ["auth.test", () => ({}), "account_inactive", () => known.left.token],
  "a token that was revoked": ["auth.test", () => ({}), "token_revoked", () => known.revoked.token],
  "the app's token for a post": [
    "chat.postMessage",
    post(() => ({})),
    "not_allowed_token_type",
    () => slack.appToken,
  ],
  "a bot's token for a socket": ["apps.connections.open", () => ({}), "not_allowed_token_type"],
  "a false app token": ["apps.connections.open", () => ({}), "invalid_auth", () => "xapp-1-false"],
  "a scope that is missing": ["chat.postMessage", post(() => ({})), "missing_scope", () => known.bare.token],
  "no channel": ["chat.postMessage", () => ({ text: "a" }), "invalid_arguments"],
  "no words": ["chat.postMessage", post(() => ({ text: "" })), "no_text"],
  "no words and no blocks": ["chat.postMessage", post(() => ({ text: " ", blocks: [] })), "no_text"],
  "40,001 letters": ["chat.postMessage", post(() => ({ text: "a".repeat(40_001) })), "msg_too_long"],
  "14,000 letters over five blocks": [
    "chat.postMessage",
    post(() => ({ blocks: Array.from({ length: 5 }, () => section("a".repeat(2800))) })),
    "msg_blocks_too_long",
  ],
  "blocks that are no JSON": ["chat.postMessage", post(() => ({ blocks: "[{" })), "invalid_blocks_format"],
  "blocks that are no list": [
    "chat.postMessage",
    post(() => ({ blocks: { type: "divider" } })),
    "invalid_blocks_format",
  ],
  "metadata without a type": [
    "chat.postMessage",
    post(() => ({ metadata: { event_payload: {} } })),
    "invalid_metadata_format",
  ],
  "metadata of 9 kB": [
    "chat.postMessage",
    post(() => ({ metadata: { event_type: "a", event_payload: { key: "a".repeat(9000) } } })),
    "metadata_too_large",
  ],
  "a channel there is not": ["chat.postMessage", () => ({ channel: "C404", text: "a" }), "channel_not_found"],
  "a channel that was deleted": [
    "chat.postMessage",
    () => ({ channel: known.gone.id, text: "a" }),
    "channel_not_found",
  ],
  "a private channel without us": [
    "chat.postMessage",
    () => ({ channel: known.secret.id, text: "a" }),
    "channel_not_found",
  ],
  "a channel without us": [
    "chat.postMessage",
    () => ({ channel: known.outside.id, text: "a" }),
    "not_in_channel",
  ],
  "an archived channel": ["chat.postMessage", () => ({ channel: known.old.id, text: "a" }), "is_archived"],
  "a channel where we may not post": [
    "chat.postMessage",
    () => ({ channel: known.still.id, text: "a" }),
    "restricted_action",
  ],
  "a thread there is not": ["chat.postMessage", post(() => ({ thread_ts: "1.000001" })), "thread_not_found"],
  "words to nobody": ["chat.postMessage", () => ({ channel: "U0404", text: "a" }), "user_not_found"],
  "a whisper to a guest from nowhere": [
    "chat.postEphemeral",
    post(() => ({ user: known.zoe.id })),
    "user_not_in_channel",
  ],
  "a whisper to nobody": ["chat.postEphemeral", post(() => ({ user: "U0404" })), "user_not_found"],
};

describe("posts that Slack refuses", () => {
  for (const [name, [method, args, error, token]] of Object.entries(refused)) {
    test(name, async () => {
      const secret = token?.() ?? known.acme.token;
      const call = { args: args(), ...(secret === "" ? {} : { token: secret }) };
      const { status, body } = await rawCall(slack.api, method, call);
      expect({ status, ok: body.ok, error: body.error }).toEqual({ status: 200, ok: false, error });
      expect(known.study.messages()).toEqual([]);
    });
  }

  test("a missing scope is named, and those that are there", async () => {
    const token = known.bare.token;
    const { body } = await rawCall(slack.api, "users.info", { token, args: { user: known.zoe.id } });
    expect(body).toEqual({ ok: false, error: "missing_scope", needed: "users:read", provided: "" });
  });
});

describe("requests that are none", () => {
  const send = async (init: RequestInit) => {
    const headers = { authorization: `Bearer ${known.acme.token}`, ...init.headers };
    const response = await fetch(`${slack.api}auth.test`, { method: "POST", ...init, headers });
    return ((await response.json()) as { error?: string; ok: boolean }).error;
  };
  const json = { "content-type": "application/json" };

  test("broken JSON, a list, a strange type, a list in a form, a token in the address", async () => {
    expect(await send({ headers: json, body: "{" })).toBe("invalid_json");
    expect(await send({ headers: json, body: "[]" })).toBe("json_not_object");
    expect(await send({ headers: { "content-type": "application/xml" }, body: "<a/>" })).toBe(
      "invalid_post_type",
    );
    expect(await send({ body: new URLSearchParams({ "a[0]": "1" }) })).toBe("invalid_array_arg");
    expect(await send({ method: "PUT", headers: json, body: "{}" })).toBe("insecure_request");
    const response = await fetch(`${slack.api}auth.test?token=${known.acme.token}`);
    expect(await response.json()).toMatchObject({ ok: false, error: "not_authed" });
  });

  test("arguments and addresses that are not known are written down", async () => {
    const before = slack.strange.length;
    const args = { channel: known.written.id, text: "a", colour: "red" };
    await rawCall(slack.api, "chat.postMessage", { token: known.acme.token, args });
    await fetch(`${slack.origin}/teapot`);
    expect(slack.strange.slice(before)).toEqual([
      "chat.postMessage: unknown colour",
      "unknown address: GET /teapot",
    ]);
  });
});
