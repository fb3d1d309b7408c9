import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Channel } from "./slack/channel.js";
import { many, marked, plain, section } from "./slack/kit.js";
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
  "51 blocks": [many(51, { type: "divider" }), "no more than 50 items allowed", "/blocks"],
  "a block of no type": [[{ text: marked("a") }], "missing required field: type", "/blocks/0"],
  "a block of a type there is not": [[{ type: "quiz" }], "unsupported type: quiz", "/blocks/0/type"],
  "a property there is not": [
    [section(marked("a"), { colour: "red" })],
    "invalid additional property: colour",
    "/blocks/0",
  ],
  "a section of 3,001": [
    [section(marked("a".repeat(3001)))],
    "must be less than 3001 characters",
    "/blocks/0/text/text",
  ],
  "a section of nothing": [[section(marked(""))], "must be more than 0 characters", "/blocks/0/text/text"],
  "a section without words": [[{ type: "section" }], "must define either `text` or `fields`", "/blocks/0"],
  "a section with a string": [[section("a")], "must be an object", "/blocks/0/text"],
  "text of markdown instead of mrkdwn": [
    [section({ type: "markdown", text: "a" })],
    "unsupported type: markdown",
    "/blocks/0/text/type",
  ],
  "emoji in mrkdwn": [
    [section(marked("a", { emoji: true }))],
    "invalid additional property: emoji",
    "/blocks/0/text",
  ],
  "eleven fields": [
    [{ type: "section", fields: many(11, marked("a")) }],
    "no more than 10 items allowed",
    "/blocks/0/fields",
  ],
  "a field of 2,001": [
    [{ type: "section", fields: [marked("a".repeat(2001))] }],
    "must be less than 2001 characters",
    "/blocks/0/fields/0/text",
  ],
  "a header of 151": [
    [{ type: "header", text: plain("a".repeat(151)) }],
    "must be less than 151 characters",
    "/blocks/0/text/text",
  ],
  "a header in mrkdwn": [
    [{ type: "header", text: marked("a") }],
    "unsupported type: mrkdwn",
    "/blocks/0/text/type",
  ],
  "a context of eleven": [
    [{ type: "context", elements: many(11, marked("a")) }],
    "no more than 10 items allowed",
    "/blocks/0/elements",
  ],
  "a picture Slack cannot fetch": [
    [{ type: "image", image_url: "http://localhost/a.png", alt_text: "a" }],
    "downloading image failed",
    "/blocks/0/image_url",
  ],
  "a picture without words": [
    [{ type: "image", image_url: "https://pictures.test/cat.png" }],
    "missing required field: alt_text",
    "/blocks/0",
  ],
  "a file that was not uploaded": [
    [{ type: "image", slack_file: { id: "F1" }, alt_text: "a" }],
    "invalid slack file",
    "/blocks/0/slack_file",
  ],
};

describe("blocks that Slack refuses", () => {
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
