import { expect, test } from "vitest";
import { checkDiscord, reckon } from "../../src/platforms/discord/doctor.js";
import { channelOf } from "../../src/platforms/discord/names.js";
import { openLine, token } from "./discord/line.js";

test("the doctor names what is missing in each channel, and gives the invitation", async () => {
  const { fake } = await openLine();
  fake.person("Mina", { mayManage: true });
  const harbour = fake.server({ name: "Harbour" });
  const well = harbour.channel({ name: "well" });
  const poor = harbour.channel({ name: "poor", permissions: ["ViewChannel", "SendMessages"] });
  const hidden = harbour.channel({ name: "hidden", permissions: [] });
  const forum = harbour.channel({ name: "forum", type: "forum" });
  const ids = [well, poor, hidden, forum].map(({ id }) => channelOf(harbour.id, id));
  const checks = await checkDiscord({
    token,
    api: fake.api,
    channels: [...ids, channelOf(harbour.id, "1234567890123456789")],
  });
  expect(checks.map(({ name, ok }) => [name, ok])).toEqual([
    ["token", true],
    ["intents", true],
    ["commands", true],
    ["#well", true],
    ["#poor", false],
    [ids[2], false],
    [ids[3], false],
    [expect.stringContaining("1234567890123456789"), false],
    ["invite", true],
  ]);
  expect(checks[4]?.words).toContain(
    "Attach Files, Read Message History, Create Public Threads, Send Messages in Threads missing",
  );
  expect(checks[5]?.words).toContain("View Channel missing");
  expect(checks[6]?.words).toContain("choose a text channel");
  expect(checks[7]?.words).toContain("is gone");
  expect(checks.at(-1)?.words).toBe(
    `https://discord.com/oauth2/authorize?client_id=${fake.bot.id}&scope=bot+applications.commands&permissions=309237746688`,
  );
});

test("a token that Discord does not know is named with its cure", async () => {
  const { fake } = await openLine({ start: false });
  const [only, ...more] = await checkDiscord({ token: "some-other-token", api: fake.api, channels: [] });
  expect(more).toEqual([]);
  expect(only).toMatchObject({ name: "token", ok: false, words: expect.stringContaining("Reset Token") });
});

test("before the first start the commands are not there yet", async () => {
  const { fake } = await openLine({ start: false });
  const checks = await checkDiscord({ token, api: fake.api, channels: [] });
  expect(checks.find(({ name }) => name === "commands")).toMatchObject({ ok: false });
});

test("rights are reckoned in Discord's own order", () => {
  const held = {
    me: "9",
    guild: "1",
    own: ["2"],
    roles: [
      { id: "1", permissions: "3" },
      { id: "2", permissions: "4" },
    ],
  };
  expect(reckon({ ...held, overwrites: [] })).toBe(7n);
  expect(reckon({ ...held, overwrites: [{ id: "1", allow: "0", deny: "7" }] })).toBe(0n);
  expect(
    reckon({
      ...held,
      overwrites: [
        { id: "1", allow: "0", deny: "7" },
        { id: "2", allow: "2", deny: "0" },
      ],
    }),
  ).toBe(2n);
  expect(
    reckon({
      ...held,
      overwrites: [
        { id: "2", allow: "2", deny: "0" },
        { id: "9", allow: "1", deny: "2" },
      ],
    }),
  ).toBe(5n);
  expect(
    reckon({
      ...held,
      roles: [{ id: "1", permissions: "8" }],
      overwrites: [{ id: "9", allow: "0", deny: "1024" }],
    }),
  ).toBe((1n << 53n) - 1n);
});
