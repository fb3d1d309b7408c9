import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Json } from "./slack/json.js";
import { many, marked, plain, section } from "./slack/kit.js";
import type { Person } from "./slack/person.js";
import { rawCall } from "./slack/raw.js";
import { type FakeSlack, startSlack } from "./slack/slack.js";
import type { Workspace } from "./slack/workspace.js";

let slack: FakeSlack;
let acme: Workspace;
let ada: Person;

beforeAll(async () => {
  slack = await startSlack({ pace: "none" });
  acme = slack.workspace();
  ada = acme.person("Ada");
});

afterAll(async () => await slack.close());

const modal = (more: Json = {}) => ({
  type: "modal",
  title: plain("Report"),
  blocks: [section(marked("a"))],
  ...more,
});
const ask = {
  type: "input",
  block_id: "why",
  label: plain("Why"),
  element: { type: "plain_text_input", action_id: "t" },
};

/** Views, and what Slack says of them. */
const wrongViews: Readonly<Record<string, readonly [unknown, string]>> = {
  "a title of 25": [
    modal({ title: plain("a".repeat(25)) }),
    "must be less than 25 characters [json-pointer:/view/title/text]",
  ],
  "no title": [{ type: "modal", blocks: [] }, "missing required field: title [json-pointer:/view]"],
  "a submit of 25": [
    modal({ submit: plain("a".repeat(25)) }),
    "must be less than 25 characters [json-pointer:/view/submit/text]",
  ],
  "a question without submit": [
    modal({ blocks: [ask] }),
    "missing required field: submit [json-pointer:/view]",
  ],
  "101 blocks": [
    modal({ blocks: many(101, { type: "divider" }) }),
    "no more than 100 items allowed [json-pointer:/view/blocks]",
  ],
  "metadata of 3,001": [
    modal({ private_metadata: "a".repeat(3001) }),
    "must be less than 3001 characters [json-pointer:/view/private_metadata]",
  ],
  "a home tab as a modal": [{ type: "home", blocks: [] }, "unsupported type: home [json-pointer:/view/type]"],
  "a property there is not": [
    modal({ submit_disabled: true }),
    "invalid additional property: submit_disabled [json-pointer:/view]",
  ],
  "the same block id twice": [
    modal({ submit: plain("a"), blocks: [ask, ask] }),
    "`block_id` already exists [json-pointer:/view/blocks/1/block_id]",
  ],
};

describe("views that Slack refuses", () => {
  for (const [name, [view, words]] of Object.entries(wrongViews)) {
    test(name, async () => {
      slack.world.triggers.set(name, { person: ada.id, team: acme.id, at: slack.world.now(), used: false });
      const args = { trigger_id: name, view };
      const { body } = await rawCall(slack.api, "views.open", { token: acme.token, args });
      expect(body).toMatchObject({ ok: false, error: "invalid_arguments" });
      expect(body.response_metadata).toMatchObject({
        messages: expect.arrayContaining([`[ERROR] ${words}`]),
      });
      expect(ada.modal()).toBeNull();
    });
  }

  test("a home tab with a title, and one of 101 blocks", async () => {
    for (const [more, words] of [
      [{ title: plain("a") }, "invalid additional property: title [json-pointer:/view]"],
      [
        { blocks: many(101, { type: "divider" }) },
        "no more than 100 items allowed [json-pointer:/view/blocks]",
      ],
    ] as const) {
      const args = { user_id: ada.id, view: { type: "home", blocks: [], ...more } };
      const { body } = await rawCall(slack.api, "views.publish", { token: acme.token, args });
      expect(body).toMatchObject({
        error: "invalid_arguments",
        response_metadata: { messages: [`[ERROR] ${words}`] },
      });
    }
    expect(ada.home()).toBeNull();
  });
});
