import {
  Events,
  GatewayIntentBits,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from "discord.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type FakeDiscord, startDiscord } from "./discord/discord.js";
import { button, flagV2, row, text } from "./discord/parts.js";
import { invited } from "./discord/permissions.js";
import type { FakeChannel, FakeServer } from "./discord/place.js";
import { type RealBot, startBot } from "./discord/real-bot.js";
import { textOf } from "./discord/text-of.js";

let fake: FakeDiscord;
let server: FakeServer;
let study: FakeChannel;
let bot: RealBot;

beforeEach(async () => {
  fake = await startDiscord({ token: "abc" });
  server = fake.server({ name: "Harbour" });
  study = server.channel({ name: "study" });
  bot = startBot(fake);
});
afterEach(async () => {
  await bot.client.destroy();
  await fake.close();
});

const quiz = {
  name: "quiz",
  description: "A question",
  options: [{ type: 3, name: "topic", description: "About", autocomplete: true }],
};

describe("the real discord.js", () => {
  test("logs in, registers a command, answers it in a whisper, completes it", async () => {
    const ada = fake.person("Ada");
    const client = await bot.login();
    expect(client.guilds.cache.get(server.id)?.channels.cache.get(study.id)?.name).toBe("study");
    await client.application.commands.set([quiz]);
    bot.answers(async (interaction) => {
      if (interaction.isAutocomplete()) await interaction.respond([{ name: "Kinesis", value: "kinesis" }]);
      if (interaction.isChatInputCommand())
        await interaction.reply({
          content: `About ${interaction.options.getString("topic")}`,
          flags: MessageFlags.Ephemeral,
        });
    });
    expect(await ada.types(study, "/quiz kinesis")).toMatchObject({ kind: "whisper", text: "About kinesis" });
    expect(await ada.types(study, "/quiz topic:aws storage")).toMatchObject({ text: "About aws storage" });
    expect(await ada.types(ada.dm(), "/quiz")).toMatchObject({ text: "About null" });
    expect((await ada.completes(study, "/quiz kine")).choices).toEqual([
      { name: "Kinesis", value: "kinesis" },
    ]);
    expect(study.read()).toEqual([]);
    expect(fake.strange).toEqual([]);
  });

  test("posts, is pressed, defers, edits, and its whisper can be pressed too", async () => {
    const ada = fake.person("Ada");
    const channel = await bot.channel(study.id);
    bot.answers(async (interaction) => {
      if (!interaction.isButton()) return;
      if (interaction.customId === "more")
        return void (await interaction.update({ components: [text("More")] }));
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply({
        flags: MessageFlags.IsComponentsV2,
        components: [text("Right"), row(button("more", { label: "More" }))],
      });
    });
    const posted = await channel.send({
      flags: flagV2,
      components: [{ type: 17, components: [text("What?"), row(button("a"))] }],
    });
    const [message] = study.read();
    const seen = await ada.presses(message, "A");
    expect(seen).toMatchObject({ kind: "whisper", text: "Right" });
    expect(await ada.presses(seen.message, "More")).toMatchObject({ kind: "updated", text: "More" });
    await posted.edit({ components: [text("Closed")], allowedMentions: { parse: [] } });
    expect(message && textOf(message)).toBe("Closed");
    expect(message?.edits).toBe(1);
    expect(() => ada.presses(message, "A")).toThrow("only text");
    expect(fake.strange).toEqual([]);
  });

  test("posts three times where the answer is lost, and once with a nonce", async () => {
    const channel = await bot.channel(study.id);
    fake.next("POST /channels/:c/messages", { cut: "after", times: 2 });
    await channel.send("thrice");
    expect(study.read()).toHaveLength(3);
    fake.next("POST /channels/:c/messages", { status: 502, after: true, times: 2 });
    await channel.send({ content: "once", nonce: "round1", enforceNonce: true });
    expect(study.read()).toHaveLength(4);
  });

  test("obeys the limits: not one 429", async () => {
    const channel = await bot.channel(study.id);
    await Promise.all(Array.from({ length: 17 }, (_, index) => channel.send(`${index}`)));
    expect(study.read()).toHaveLength(17);
    expect(fake.limited()).toBe(0);
  });

  test("is refused in Discord's words", async () => {
    const channel = await bot.channel(study.id);
    study.permits(invited.filter((one) => one !== "SendMessages"));
    await expect(channel.send("a")).rejects.toMatchObject({ code: 50013, status: 403 });
    const me = await bot.client.guilds.cache.get(server.id)?.members.fetchMe();
    const guild = bot.client.guilds.cache.get(server.id);
    const may = (bit: bigint) => me && guild?.channels.cache.get(study.id)?.permissionsFor(me).has(bit);
    await expect.poll(() => may(PermissionFlagsBits.SendMessages)).toBe(false);
    expect(may(PermissionFlagsBits.ViewChannel)).toBe(true);
  });

  test("opens a thread, sends a file, writes to somebody and hears her answer", async () => {
    const ada = fake.person("Ada");
    const channel = await bot.channel(study.id);
    const posted = await channel.send({
      content: "a",
      files: [{ attachment: Buffer.from("x,y"), name: "all.csv" }],
    });
    expect(study.read()[0]?.attachments).toMatchObject([{ filename: "all.csv", size: 3 }]);
    const thread = await posted.startThread({ name: "Why" });
    await thread.send("Because");
    const [message] = study.read();
    expect(message && fake.threadOf(message)?.read().map(textOf)).toEqual(["Because"]);
    bot.client.on(Events.MessageCreate, (heard) => {
      if (!heard.author.bot) void heard.reply(`You said ${heard.content}`);
    });
    await (await bot.client.users.fetch(ada.id)).send("Hello");
    expect(await ada.writes("B")).toMatchObject({ kind: "reply", text: "You said B" });
    expect(ada.directMessages()).toHaveLength(3);
    expect(fake.strange).toEqual([]);
  });

  test("shows a form and reads what was filled in", async () => {
    const ada = fake.person("Ada");
    await (await bot.channel(study.id)).send({
      content: "What?",
      components: [row(button("report", { label: "Report" }))],
    });
    const what = new StringSelectMenuBuilder()
      .setCustomId("what")
      .addOptions({ label: "The key", value: "key" }, { label: "The words", value: "words" });
    const why = new TextInputBuilder()
      .setCustomId("why")
      .setStyle(TextInputStyle.Paragraph)
      .setRequired(false);
    const form = new ModalBuilder()
      .setCustomId("form")
      .setTitle("Report")
      .addLabelComponents(
        new LabelBuilder().setLabel("What is wrong?").setStringSelectMenuComponent(what),
        new LabelBuilder().setLabel("Why?").setTextInputComponent(why),
      );
    bot.answers(async (interaction) => {
      if (interaction.isButton()) await interaction.showModal(form);
      if (interaction.isModalSubmit()) {
        const { fields } = interaction;
        await interaction.reply({
          content: `${fields.getStringSelectValues("what")} ${fields.getTextInputValue("why")}`,
          flags: MessageFlags.Ephemeral,
        });
      }
    });
    const { modal } = await ada.presses(study.read()[0], "Report");
    expect(await ada.submits(modal, { what: "The key", "Why?": "all" })).toMatchObject({
      kind: "whisper",
      text: "key all",
    });
  });

  test("cannot log in with a wrong token, nor with an intent that is switched off", async () => {
    await expect(bot.client.login("wrong")).rejects.toThrow();
    const other = startBot(fake, { intents: [GatewayIntentBits.MessageContent] });
    await expect(other.client.login("abc")).rejects.toThrow("disallowed intents");
    await other.client.destroy();
  });
});
