import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type FakeDiscord, startDiscord } from "./discord/discord.js";
import type { FakeChannel, FakeServer } from "./discord/place.js";
import { send } from "./discord/raw.js";
import { readSlash } from "./discord/slash.js";

let fake: FakeDiscord;
let server: FakeServer;
let study: FakeChannel;

const described = (name: string, more: object = {}) => ({ name, description: "x", ...more });
const commands = [
  described("quiz", {
    contexts: [0, 1],
    integration_types: [0, 1],
    options: [described("topic", { type: 3 }), described("n", { type: 4 })],
  }),
  described("leaderboard", {
    contexts: [0],
    options: [described("by", { type: 3, choices: [{ name: "month", value: "m" }] })],
  }),
  described("daily", {
    contexts: [0],
    default_member_permissions: "32",
    options: [
      described("set", {
        type: 1,
        options: [described("time", { type: 3, required: true }), described("zone", { type: 3 })],
      }),
      described("options", {
        type: 1,
        options: [described("tell", { type: 8 }), described("thread", { type: 5 })],
      }),
      described("move", { type: 1, options: [described("to", { type: 7, required: true })] }),
    ],
  }),
];

beforeEach(async () => {
  fake = await startDiscord({ token: "abc" });
  server = fake.server({ name: "Harbour", roles: ["study"] });
  study = server.channel({ name: "study" });
  expect(await send(fake, `PUT /applications/${fake.bot.id}/commands`, commands)).toMatchObject({
    status: 200,
  });
});
afterEach(() => fake.close());

const read = (typed: string) => readSlash(fake.world, server.server, typed).options;

describe("typed words fill a command as the client would", () => {
  test("by order, by name, by what fits", () => {
    expect(read("/quiz aws storage 3")).toMatchObject([
      { name: "topic", value: "aws storage" },
      { name: "n", value: 3 },
    ]);
    expect(read("/quiz 3")).toMatchObject([{ name: "topic", value: "3" }]);
    expect(read("/quiz n:3 topic:aws storage")).toMatchObject([{ value: "aws storage" }, { value: 3 }]);
    expect(read("/daily set 09:00 Europe/Berlin")).toMatchObject([
      { name: "set", options: [{ value: "09:00" }, { value: "Europe/Berlin" }] },
    ]);
    expect(read("/daily options thread=true tell=@study")).toMatchObject([
      { options: [{ value: server.server.roles[0]?.id }, { value: true }] },
    ]);
    expect(read("/daily move #study")).toMatchObject([{ options: [{ value: study.id }] }]);
    expect(read("/leaderboard month")).toMatchObject([{ value: "m" }]);
  });
  test("and what the client would not send is an error of the test", () => {
    expect(() => read("/make coffee")).toThrow("no command /make");
    expect(() => read("/daily")).toThrow("has no part");
    expect(() => read("/daily set")).toThrow("needs “time”");
    expect(() => read("/daily move #nowhere")).toThrow("nothing takes");
    expect(() => read("/leaderboard year")).toThrow("nothing takes");
    expect(() => read("/quiz n:many")).toThrow("no value of “n”");
  });
});

describe("a command is offered", () => {
  const offered = (deed: () => Promise<unknown>) => expect(deed);
  test("to whoever has the permission, or was let in by the server's settings", () => {
    const ada = fake.person("Ada");
    offered(() => ada.types(study, "/daily set 09:00")).toThrow("lacks the permission");
    server.opens("daily", ada);
    void ada.types(study, "/daily set 09:00");
    void fake.person("Ben", { mayManage: true }).types(study, "/daily set 09:00");
    offered(() => fake.person("Cid", { mayManage: [] }).types(study, "/daily set 09:00")).toThrow("lacks");
  });
  test("only in its contexts, and only where it is installed", () => {
    const ada = fake.person("Ada");
    offered(() => ada.types(ada.dm(), "/leaderboard")).toThrow("its contexts");
    const elsewhere = fake.server({ name: "Elsewhere", joined: false }).channel({ name: "c" });
    offered(() => ada.types(elsewhere, "/quiz")).toThrow("not installed");
    void fake.person("Ben", { installed: true }).types(elsewhere, "/quiz");
    offered(() => fake.person("Cid", { servers: [] }).types(study, "/quiz")).toThrow("is not in Harbour");
  });
});

test("a press that nobody hears fails after three seconds of the server's clock", async () => {
  const seen = fake.person("Ada").types(study, "/quiz");
  fake.pass(3001);
  expect(await seen).toMatchObject({ kind: "failed", text: "The application did not respond" });
});

test("each reads a time in her own zone", async () => {
  await send(fake, `POST /channels/${study.id}/messages`, { content: "until <t:1773046800:t>" });
  const [message] = study.read();
  if (!message) throw new Error("nothing was posted");
  expect(fake.person("Ada", { zone: "Europe/Berlin", locale: "de" }).reads(message)).toBe("until 10:00");
  expect(fake.person("Ben", { zone: "Asia/Tokyo", locale: "de" }).reads(message)).toBe("until 18:00");
});
