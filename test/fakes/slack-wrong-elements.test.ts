import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Channel } from "./slack/channel.js";
import { actions, button, many, marked, option, plain, section, select } from "./slack/kit.js";
import { rawCall } from "./slack/raw.js";
import { type FakeSlack, startSlack } from "./slack/slack.js";
import type { Workspace } from "./slack/workspace.js";

let slack: FakeSlack;
let acme: Workspace;
let study: Channel;

beforeAll(async () => {
  slack = await startSlack({ pace: "none", images: ["https://pictures.test/cat.png"] });
  acme = slack.workspace();
  study = acme.channel("study");
});

afterAll(async () => await slack.close());

/** Blocks, and what Slack says of them: its words and the place. */
const wrongBlocks: Readonly<Record<string, readonly [readonly unknown[], string, string]>> = {
  "26 buttons": [
    [actions(...Array.from({ length: 26 }, (_, at) => button({ action_id: `a${at}` })))],
    "no more than 25 items allowed",
    "/blocks/0/elements",
  ],
  "no button at all": [[actions()], "no less than 1 items allowed", "/blocks/0/elements"],
  "a button of 76": [
    [actions(button({ text: plain("a".repeat(76)) }))],
    "must be less than 76 characters",
    "/blocks/0/elements/0/text/text",
  ],
  "a button in mrkdwn": [
    [actions(button({ text: marked("a") }))],
    "unsupported type: mrkdwn",
    "/blocks/0/elements/0/text/type",
  ],
  "a value of 2,001": [
    [actions(button({ value: "a".repeat(2001) }))],
    "must be less than 2001 characters",
    "/blocks/0/elements/0/value",
  ],
  "an action id of 256": [
    [actions(button({ action_id: "a".repeat(256) }))],
    "must be less than 256 characters",
    "/blocks/0/elements/0/action_id",
  ],
  "the same action id twice": [
    [actions(button({ action_id: "a" }), button({ action_id: "a" }))],
    "`action_id` already exists",
    "/blocks/0/elements/1/action_id",
  ],
  "the same block id twice": [
    many(2, section(marked("a"), { block_id: "b" })),
    "`block_id` already exists",
    "/blocks/1/block_id",
  ],
  "a block id of 256": [
    [section(marked("a"), { block_id: "b".repeat(256) })],
    "must be less than 256 characters",
    "/blocks/0/block_id",
  ],
  "a green button": [
    [actions(button({ style: "green" }))],
    "must be one of: primary, danger",
    "/blocks/0/elements/0/style",
  ],
  "an accessibility label of 76": [
    [actions(button({ accessibility_label: "a".repeat(76) }))],
    "must be less than 76 characters",
    "/blocks/0/elements/0/accessibility_label",
  ],
  "a url of 3,001": [
    [actions(button({ url: `https://a.test/${"a".repeat(2986)}` }))],
    "must be less than 3001 characters",
    "/blocks/0/elements/0/url",
  ],
  "a url that is none": [[actions(button({ url: "not a url" }))], "invalid_url", "/blocks/0/elements/0/url"],
  "a text input among buttons": [
    [actions({ type: "plain_text_input" })],
    "unsupported type: plain_text_input",
    "/blocks/0/elements/0/type",
  ],
  "an option of 76": [
    [actions(select({ options: [option({ text: plain("a".repeat(76)) })] }))],
    "must be less than 76 characters",
    "/blocks/0/elements/0/options/0/text/text",
  ],
  "101 options": [
    [actions(select({ options: many(101, option()) }))],
    "no more than 100 items allowed",
    "/blocks/0/elements/0/options",
  ],
  "an option without a value": [
    [actions(select({ options: [{ text: plain("One") }] }))],
    "missing required field: value",
    "/blocks/0/elements/0/options/0",
  ],
  "six choices of an overflow": [
    [actions({ type: "overflow", options: many(6, option()) })],
    "no more than 5 items allowed",
    "/blocks/0/elements/0/options",
  ],
  "a label of 2,001": [
    [{ type: "input", label: plain("a".repeat(2001)), element: { type: "plain_text_input" } }],
    "must be less than 2001 characters",
    "/blocks/0/label/text",
  ],
  "a confirmation of 31": [
    [
      actions(
        button({
          confirm: { title: plain("a"), text: plain("a"), confirm: plain("a".repeat(31)), deny: plain("a") },
        }),
      ),
    ],
    "must be less than 31 characters",
    "/blocks/0/elements/0/confirm/confirm/text",
  ],
};

describe("elements that Slack refuses", () => {
  for (const [name, [blocks, words, at]] of Object.entries(wrongBlocks)) {
    test(name, async () => {
      const args = { channel: study.id, text: "fallback", blocks };
      const { status, body } = await rawCall(slack.api, "chat.postMessage", { token: acme.token, args });
      expect(status).toBe(200);
      expect(body).toMatchObject({ ok: false, error: "invalid_blocks" });
      expect(body.errors).toContain(`${words} [json-pointer:${at}]`);
      expect(study.messages()).toEqual([]);
    });
  }
});
