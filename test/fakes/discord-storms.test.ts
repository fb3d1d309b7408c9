import { Events, MessageFlags } from "discord.js";
import { afterEach, describe, expect, test } from "vitest";
import { type FakeDiscord, type Options, startDiscord } from "./discord/discord.js";
import { button, row } from "./discord/parts.js";
import { type RealBot, startBot } from "./discord/real-bot.js";

let fake: FakeDiscord;
let bot: RealBot;

afterEach(async () => {
  await bot.client.destroy();
  await fake.close();
});

/** A bot that counts presses and says how many there were. */
async function start(options: Options = {}) {
  fake = await startDiscord({ token: "abc", ...options });
  const study = fake.server({ name: "Harbour" }).channel({ name: "study" });
  const ada = fake.person("Ada");
  bot = startBot(fake, { shards: "auto" });
  const presses: string[] = [];
  bot.answers(async (interaction) => {
    if (!interaction.isButton()) return;
    presses.push(interaction.id);
    await interaction.reply({ content: `press ${presses.length}`, flags: MessageFlags.Ephemeral });
  });
  await (await bot.channel(study.id)).send({ content: "What?", components: [row(button("a"))] });
  const press = () => ada.presses(study.read()[0], "A");
  const resumed = () => new Promise((resolve) => bot.client.once(Events.ShardResume, resolve));
  return { study, presses, press, resumed };
}

describe("the real discord.js comes back", () => {
  test("after a drop, and is told every press it missed, in order", async () => {
    const { presses, press, resumed } = await start();
    expect(await press()).toMatchObject({ text: "press 1" });
    const back = resumed();
    fake.gateway.drop(4000);
    await expect.poll(() => fake.gateway.sessions[0]?.socket).toBeNull();
    const missed = await Promise.all([press(), press()]);
    await back;
    expect(missed.map(({ text }) => text)).toEqual(["press 2", "press 3"]);
    expect(new Set(presses).size).toBe(3);
    expect(fake.gateway.resumes).toHaveLength(1);
    expect(fake.gateway.identifies).toHaveLength(1);
  });

  test("too late for the press, which it still gets to know", async () => {
    const { presses, press, resumed } = await start();
    const back = resumed();
    fake.gateway.drop(1006);
    await expect.poll(() => fake.gateway.sessions[0]?.socket).toBeNull();
    const seen = press();
    fake.pass(4000);
    expect(await seen).toMatchObject({ kind: "failed", text: "This interaction failed" });
    await back;
    await expect.poll(() => presses.length).toBe(1);
    await expect.poll(() => bot.failures).toMatchObject([{ code: 10062 }]);
  });

  test("by op 7, and the same press can come twice", async () => {
    const { presses, press, resumed } = await start();
    await press();
    const back = resumed();
    fake.gateway.repeat = 1;
    fake.gateway.reconnect();
    await back;
    await expect.poll(() => presses.length).toBe(2);
    expect(presses[0]).toBe(presses[1]);
    fake.gateway.again(2);
    await expect.poll(() => presses.length).toBe(3);
  });

  test("from a connection that only looks alive", async () => {
    const { press, resumed } = await start({ heartbeat: 120 });
    const back = resumed();
    fake.gateway.freeze();
    const seen = press();
    await back;
    expect(await seen).toMatchObject({ text: "press 1" });
  });

  test("with a new session, once the old one is forgotten", { timeout: 30_000 }, async () => {
    const { press } = await start();
    const again = new Promise((resolve) => bot.client.once(Events.ShardReady, resolve));
    fake.gateway.invalidate(false);
    await again;
    expect(fake.gateway.identifies).toHaveLength(2);
    expect(await press()).toMatchObject({ text: "press 1" });
  });

  test("and not at all, when the token was taken away", async () => {
    await start();
    const gone = new Promise((resolve) => bot.client.once(Events.ShardDisconnect, resolve));
    fake.revoke();
    expect(await gone).toMatchObject({ code: 4004 });
  });
});

describe("servers come and go", () => {
  test("an outage is no removal", async () => {
    await start();
    const server = fake.server({ name: "Second" });
    await expect.poll(() => bot.client.guilds.cache.size).toBe(2);
    const news: string[] = [];
    bot.client.on(Events.GuildDelete, () => news.push("removed"));
    bot.client.on(Events.GuildUnavailable, () => news.push("out"));
    bot.client.on(Events.GuildAvailable, () => news.push("back"));
    bot.client.on(Events.GuildCreate, () => news.push("joined"));
    bot.client.on(Events.ChannelDelete, () => news.push("no channel"));
    const channel = server.channel({ name: "c" });
    server.breaks();
    server.mends();
    channel.removed();
    server.kicks();
    server.invites();
    await expect.poll(() => news).toEqual(["out", "back", "no channel", "removed", "joined"]);
  });
});
