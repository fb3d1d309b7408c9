import { ButtonBuilder, ButtonStyle, ActionRowBuilder, Client, Events, GatewayIntentBits, MessageFlags, Partials, type Interaction } from "discord.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type FakeDiscord, startDiscord } from "./discord/discord.js";
import { textOf } from "./discord/text-of.js";

let fake: FakeDiscord;
let client: Client;

beforeEach(async () => {
  fake = await startDiscord({ token: "abc" });
  client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    rest: { api: fake.api },
  });
  client.on("error", () => undefined);
});

afterEach(async () => {
  await client.destroy();
  await fake.close();
});

async function login(): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login("abc");
  return await ready;
}

const on = (act: (interaction: Interaction) => Promise<unknown>) => client.on(Events.InteractionCreate, (interaction) => void act(interaction));

describe("the real discord.js", () => {
  test("logs in, registers a command, answers it in a whisper", async () => {
    const harbour = fake.server({ name: "Harbour" });
    const study = harbour.channel({ name: "study" });
    const ada = fake.person("Ada");
    const ready = await login();
    expect(ready.guilds.cache.get(harbour.id)?.channels.cache.get(study.id)?.name).toBe("study");
    await ready.application.commands.set([{ name: "quiz", description: "A question", options: [{ type: 3, name: "topic", description: "About", autocomplete: true }] }]);
    on(async (interaction) => {
      if (interaction.isAutocomplete()) return await interaction.respond([{ name: "Kinesis", value: "kinesis" }]);
      if (interaction.isChatInputCommand())
        return await interaction.reply({ content: `About ${interaction.options.getString("topic")}`, flags: MessageFlags.Ephemeral });
      return null;
    });
    const seen = await ada.types(study, "/quiz kinesis");
    expect(seen).toMatchObject({ kind: "whisper", text: "About kinesis" });
    expect((await ada.completes(study, "/quiz kine")).choices).toEqual([{ name: "Kinesis", value: "kinesis" }]);
    expect(study.read()).toEqual([]);
    expect(fake.strange).toEqual([]);
  });

  test("posts with a nonce, is pressed, edits", async () => {
    const study = fake.server({ name: "Harbour" }).channel({ name: "study" });
    const ada = fake.person("Ada");
    await login();
    on(async (interaction) => {
      if (interaction.isButton()) await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      if (interaction.isButton()) await interaction.editReply("Right");
    });
    const channel = await client.channels.fetch(study.id);
    if (!channel?.isSendable()) throw new Error("no channel");
    const row = new ActionRowBuilder<ButtonBuilder>().addComponents(new ButtonBuilder().setCustomId("a1").setLabel("A").setStyle(ButtonStyle.Secondary));
    const payload = { content: "What?", components: [row.toJSON()], nonce: "round1", enforceNonce: true };
    const first = await channel.send(payload);
    const second = await channel.send(payload);
    expect(second.id).toBe(first.id);
    expect(study.read()).toHaveLength(1);
    const [message] = study.read();
    expect(await ada.presses(message ?? null, "A")).toMatchObject({ kind: "whisper", text: "Right" });
    await first.edit({ content: "Closed", components: [] });
    expect(message && textOf(message)).toBe("Closed");
    expect(message?.edits).toBe(1);
    expect(fake.strange).toEqual([]);
  });
});
