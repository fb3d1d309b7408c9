import { describe, expect, test } from "vitest";
import { channelId } from "../../src/core/ids.js";
import { textOf } from "../fakes/discord/text-of.js";
import { discordActor } from "../support/discord-actor.js";
import { openDiscordBot } from "../support/discord-bot.js";
import { seeDiscord } from "../support/discord-seen.js";
import { fakeChannel, fakePerson } from "../support/fake-platform.js";
import { openFake } from "../support/fake-stage.js";
import { see } from "../support/plain-message.js";
import { slackActor } from "../support/slack-actor.js";
import { openSlackBot } from "../support/slack-bot.js";
import { seeSlack } from "../support/slack-seen.js";
import { signals } from "./signals.js";
import { berlin } from "./telling.js";

const nine = "daily set 09:00 Europe/Berlin mon-fri";
const start = { now: berlin("2026-03-09 08:00"), notes: signals(5) };
const said = "From now on the question comes in #quay.";

describe("a daily that moves says where it went, and the next question comes there", () => {
  test("on Discord", async () => {
    const bot = await openDiscordBot({ ...start, servers: ["Harbour"] });
    const [study, quay] = [bot.study("Harbour"), bot.room("Harbour", "quay")];
    const ada = discordActor(bot.fake, bot.fake.person("Ada", { mayManage: true }), study);
    await ada.type(nine);
    await ada.type("daily move quay");
    expect(study.read().map((message) => seeDiscord(message, textOf).text)[0]).toContain(said);
    await bot.walkTo(berlin("2026-03-09 09:00"));
    expect(quay.read()).toHaveLength(1);
    expect(study.read()).toHaveLength(2);
  });

  test.each(["#quay", "<#ID|quay>", "<#ID>"])("on Slack, by %s", async (named) => {
    const bot = await openSlackBot(start);
    const quay = bot.acme.channel("quay");
    const ada = slackActor(bot, bot.acme.person("Ada", { admin: true, tz: "Europe/Berlin" }), bot.study);
    await ada.type(nine);
    await ada.type(`daily move ${named.replace("ID", quay.id)}`);
    expect(bot.study.messages().map((message) => seeSlack(message, "UTC").text)[0]).toContain(said);
    await bot.walkTo(berlin("2026-03-09 09:00"));
    expect(quay.messages()).toHaveLength(1);
    expect(bot.study.messages()).toHaveLength(2);
  });
});

test("a daily does not move over another keeper's, unless who moves it manages the place", async () => {
  const stage = await openFake(start);
  const [ben, dana] = ["Ben", "Dana"].map((name) => ({ id: fakePerson(name), name, mayManage: false }));
  const quay = channelId("fake:w/quay");
  const types = async (person: typeof ben, id: typeof quay, words: string, mayManage = false) => {
    const place = { kind: "channel", id, name: `#${id.split("/")[1]}` } as const;
    if (!person) throw new Error("nobody");
    const did = { kind: "command", words } as const;
    const reply = await stage.platform.send({
      at: stage.now(),
      person: { ...person, mayManage },
      place,
      did,
    });
    const shown = reply.say ?? reply.whisper;
    return shown ? see(shown).text : "";
  };
  await types(ben, fakeChannel, nine);
  await types(dana, quay, "daily set 17:00 Europe/Berlin daily");
  expect(await types(ben, fakeChannel, `daily move ${quay} #quay`)).toContain("That is for its keeper");
  expect(await types(ben, quay, "daily show")).toContain("17:00");
  expect(await types(ben, fakeChannel, `daily move ${quay} #quay`, true)).toContain(said);
  expect(await types(ben, quay, "daily show")).toContain("09:00");
  await stage.close();
});
