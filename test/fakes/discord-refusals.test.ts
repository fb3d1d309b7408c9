import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type FakeDiscord, startDiscord } from "./discord/discord.js";
import { button, embed, flagV2, row, say, text } from "./discord/parts.js";
import type { FakeChannel, FakeServer } from "./discord/place.js";
import { fieldsIn, send } from "./discord/raw.js";
import { wrongMessages } from "./discord/wrong-messages.js";

let fake: FakeDiscord;
let server: FakeServer;
let channel: FakeChannel;

beforeEach(async () => {
  fake = await startDiscord({ token: "abc" });
  server = fake.server({ name: "Harbour" });
  channel = server.channel({ name: "study" });
});
afterEach(() => fake.close());

const post = (body: unknown, where: { readonly id: string } = channel) =>
  send(fake, `POST /channels/${where.id}/messages`, body);
const put = (...commands: readonly object[]) =>
  send(fake, `PUT /applications/${fake.bot.id}/commands`, commands);
const quiz = (more: object = {}) => ({ name: "quiz", description: "A question", ...more });
const option = (more: object = {}) => ({ type: 3, name: "topic", description: "About", ...more });

describe("a wrong message is refused with Discord's own code", () => {
  for (const [name, { body, code, field }] of Object.entries(wrongMessages)) {
    test(name, async () => {
      const answer = await post(body);
      expect(answer).toMatchObject({ status: 400, code });
      if (field)
        expect(fieldsIn(answer.json.errors)).toContainEqual(expect.stringMatching(new RegExp(`^${field}`)));
      expect(channel.read()).toEqual([]);
    });
  }
});

describe("a right message is taken", () => {
  const right: Readonly<Record<string, object>> = {
    "2000 characters": { content: "x".repeat(2000) },
    "5 × 5 buttons": {
      components: Array.from({ length: 5 }, (_, y) =>
        row(...Array.from({ length: 5 }, (_, x) => button(`${x}${y}`))),
      ),
    },
    "6000 characters over two embeds": {
      embeds: [embed({ description: "x".repeat(3000) }), embed({ description: "x".repeat(3000) })],
    },
    "40 components, 4000 characters": {
      flags: flagV2,
      components: [
        {
          type: 17,
          accent_color: 255,
          components: [text("x".repeat(3962)), ...Array.from({ length: 38 }, () => text("x"))],
        },
      ],
    },
    "a section, a separator, a select": {
      flags: flagV2,
      components: [
        { type: 9, components: [text("a")], accessory: button("a") },
        { type: 14, divider: true, spacing: 2 },
        row({ type: 3, custom_id: "s", options: [say("a"), say("b")], max_values: 2 }),
      ],
    },
    "a label of 80 and a custom_id of 100": {
      components: [row(button("x".repeat(100), { label: "x".repeat(80), emoji: { name: "🔥" } }))],
    },
    "one role allowed": { content: "a", allowed_mentions: { parse: [], roles: ["1".repeat(18)] } },
  };
  for (const [name, body] of Object.entries(right)) {
    test(name, async () => {
      expect(await post(body)).toMatchObject({ status: 200 });
      expect(channel.read()).toHaveLength(1);
      expect(fake.strange).toEqual([]);
    });
  }

  test("files, by name", async () => {
    const form = new FormData();
    form.set(
      "payload_json",
      JSON.stringify({
        flags: flagV2,
        attachments: [{ id: "0", description: "all" }],
        components: [{ type: 13, file: { url: "attachment://a.csv" } }],
      }),
    );
    form.set("files[0]", new Blob(["a,b"]), "a.csv");
    expect(await post(form)).toMatchObject({
      status: 200,
      json: { attachments: [{ filename: "a.csv", size: 3 }] },
    });
  });
});

describe("a wrong command is refused", () => {
  const wrong: Readonly<Record<string, readonly [readonly object[], string]>> = {
    "a name in capitals": [[quiz({ name: "Quiz" })], "0.name"],
    "a name with a blank": [[quiz({ name: "my quiz" })], "0.name: STRING_TYPE_REGEX"],
    "a name of 33": [[quiz({ name: "x".repeat(33) })], "0.name: BASE_TYPE_BAD_LENGTH"],
    "no description": [[{ name: "quiz" }], "0.description: BASE_TYPE_REQUIRED"],
    "a description of 101": [[quiz({ description: "x".repeat(101) })], "0.description: BASE_TYPE_BAD_LENGTH"],
    "26 options": [
      [quiz({ options: Array.from({ length: 26 }, (_, index) => option({ name: `o${index}` })) })],
      "0.options: BASE_TYPE_MAX_LENGTH",
    ],
    "26 choices": [
      [
        quiz({
          options: [
            option({
              choices: Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` })),
            }),
          ],
        }),
      ],
      "0.options.0.choices",
    ],
    "choices that complete": [
      [quiz({ options: [option({ autocomplete: true, choices: [{ name: "a", value: "a" }] })] })],
      "0.options.0.autocomplete",
    ],
    "a needed option after a free one": [
      [quiz({ options: [option(), option({ name: "n", required: true })] })],
      "0.options.1: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
    ],
    "a part beside an option": [
      [quiz({ options: [{ type: 1, name: "now", description: "Now" }, option()] })],
      "0.options: APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
    ],
    "one name twice": [[quiz(), quiz()], "1.name: APPLICATION_COMMANDS_DUPLICATE_NAME"],
    "permissions by name": [
      [quiz({ default_member_permissions: "ManageGuild" })],
      "0.default_member_permissions: STRING_TYPE_REGEX",
    ],
    "an unknown context": [[quiz({ contexts: [0, 3] })], "0.contexts.1: BASE_TYPE_CHOICES"],
    "an unknown field": [[quiz({ emoji: "x" })], "0.emoji"],
  };
  for (const [name, [commands, field]] of Object.entries(wrong)) {
    test(name, async () => {
      const answer = await put(...commands);
      expect(answer).toMatchObject({ status: 400, code: 50035 });
      expect(fieldsIn(answer.json.errors)).toContainEqual(expect.stringMatching(new RegExp(`^${field}`)));
    });
  }

  test("and a right list replaces the last, each keeping its id", async () => {
    const first = await put(quiz(), quiz({ name: "streak" }));
    expect(first.status).toBe(200);
    const ids = fake.world.commands.map(({ id }) => id);
    await put(quiz({ description: "Another" }));
    expect(fake.world.commands).toMatchObject([{ id: ids[0], description: "Another" }]);
  });
});

describe("a request that has no business here is refused", () => {
  test("a wrong token, a missing one", async () => {
    const path = `POST /channels/${channel.id}/messages`;
    expect(await send(fake, path, { content: "a" }, { authorization: "Bot other" })).toMatchObject({
      status: 401,
      code: 0,
    });
    expect(await send(fake, path, { content: "a" }, { authorization: "abc" })).toMatchObject({ status: 401 });
    expect(fake.invalid()).toBe(2);
  });
  test("no user agent of a bot", async () => {
    expect(await send(fake, "GET /users/@me", undefined, { "user-agent": "node" })).toMatchObject({
      status: 403,
      code: 40333,
    });
  });
  test("an unknown route is a fault of the test, and so is an unknown method", async () => {
    expect(await send(fake, `GET /guilds/${server.id}/audit-logs`)).toMatchObject({ status: 404 });
    expect(await send(fake, `PUT /channels/${channel.id}/messages`, {})).toMatchObject({ status: 405 });
    expect(fake.strange).toHaveLength(2);
  });
  test("no JSON, and no content type", async () => {
    expect(await post("{")).toMatchObject({ status: 400, code: 50109 });
    expect(
      await send(fake, `POST /channels/${channel.id}/messages`, "content=a", {
        "content-type": "application/x-www-form-urlencoded",
      }),
    ).toMatchObject({ status: 400, code: 50035 });
  });
  test("an ephemeral post is a fault of the test", async () => {
    expect(await post({ content: "a", flags: 64 })).toMatchObject({ status: 200 });
    expect(fake.strange).toHaveLength(1);
  });
});
