import { MessageFlags } from "discord.js";
import { expect, test } from "vitest";
import { startDiscord } from "./discord/discord.js";
import { startBot } from "./discord/real-bot.js";
import { button, row } from "./discord/parts.js";

test("1000 channels", { timeout: 90_000 }, async () => {
  const fake = await startDiscord();
  const server = fake.server({ name: "s" });
  const channels = Array.from({ length: 1000 }, (_, i) => server.channel({ name: `c${i}` }));
  const bot = startBot(fake);
  await bot.login();
  let t = performance.now();
  await Promise.all(channels.map(async (c, i) => {
    const ch = bot.client.channels.cache.get(c.id);
    if (ch?.isSendable()) await ch.send({ content: "x", nonce: `k${i}`, enforceNonce: true, components: [row(button("a"))] });
  }));
  console.log("posts", performance.now() - t, "limited", fake.limited(), fake.strange);
  expect(channels.every((c) => c.read().length === 1)).toBe(true);
  bot.answers(async (i) => { if (i.isButton()) await i.reply({ content: "ok", flags: MessageFlags.Ephemeral }); });
  const people = Array.from({ length: 500 }, (_, i) => fake.person(`p${i}`));
  t = performance.now();
  for (let k = 0; k < 10; k++) {
    const seen = await Promise.all(people.map((p, i) => p.presses(channels[i]?.read()[0], "A")));
    expect(seen.every((s) => s.kind === "whisper")).toBe(true);
  }
  console.log("5000 presses", performance.now() - t, "limited", fake.limited());
  t = performance.now();
  const all = await Promise.all(Array.from({ length: 5000 }, (_, i) => people[i % 500]!.presses(channels[i % 500]?.read()[0], "A")));
  const kinds: Record<string, number> = {};
  for (const s of all) kinds[s.kind] = (kinds[s.kind] ?? 0) + 1;
  console.log("5000 at once", performance.now() - t, kinds, bot.failures.length, bot.failures[0]);
  await bot.client.destroy(); await fake.close();
});
