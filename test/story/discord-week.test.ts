import { describe, expect, test } from "vitest";
import { textOf } from "../fakes/discord/text-of.js";
import { discordActor } from "../support/discord-actor.js";
import { type DiscordBot, openDiscordBot } from "../support/discord-bot.js";
import { seeDiscord } from "../support/discord-seen.js";
import { until } from "../support/until.js";
import { right, signals, wrong } from "./signals.js";
import { berlin, ledger } from "./telling.js";

const post = "POST /channels/:c/messages";
const callback = "POST /interactions/:i/:token/callback";
const nine = "daily set 09:00 Europe/Berlin mon-fri";

/** What stands in #study of a server, newest first, questions and whatever else. */
const read = (bot: DiscordBot, server: string) =>
  bot
    .study(server)
    .read()
    .map((message) => ({ at: message.at, edits: message.edits, ...seeDiscord(message, textOf) }));
const asked = (bot: DiscordBot, server: string) => read(bot, server).filter((one) => one.options.length > 0);

describe("two servers", () => {
  test("a week in Berlin and Los Angeles, each at its own nine o'clock, while the clocks change in one of them", async () => {
    const bot = await openDiscordBot({
      notes: signals(30),
      now: berlin("2026-03-05 08:00"),
      servers: ["Berlin", "Los Angeles"],
    });
    const [inBerlin, inAngeles] = [bot.study("Berlin"), bot.study("Los Angeles")];
    const [one, other] = [inBerlin.server, inAngeles.server].flatMap((server) => server ?? []);
    if (!one || !other) throw new Error("a channel lies in no server");
    const ada = bot.fake.person("Ada", { mayManage: [one], servers: [one] });
    const dana = bot.fake.person("Dana", { mayManage: [other], servers: [other] });
    const ben = bot.fake.person("Ben");
    const berliner = discordActor(bot.fake, ada, inBerlin);
    const angeleno = discordActor(bot.fake, dana, inAngeles);
    const [benHere, benThere] = [
      discordActor(bot.fake, ben, inBerlin),
      discordActor(bot.fake, ben, inAngeles),
    ];
    await berliner.type(nine);
    await angeleno.type("daily set 09:00 America/Los_Angeles mon-fri");

    const mornings = ["05", "06", "09", "10", "11"].map((date) => ({
      here: new Date(`2026-03-${date}T09:00:00+01:00`),
      there: new Date(`2026-03-${date}T09:00:00${date < "08" ? "-08:00" : "-07:00"}`),
    }));
    for (const [nth, { here, there }] of mornings.entries()) {
      await bot.walkTo(here);
      expect([asked(bot, "Berlin").length, asked(bot, "Los Angeles").length]).toEqual([nth + 1, nth]);
      expect((await berliner.answer(right))?.text).toContain(nth === 0 ? "1 day in" : `${nth + 1} days in`);
      await benHere.answer(right);
      await bot.walkTo(there);
      expect(asked(bot, "Los Angeles")).toHaveLength(nth + 1);
      await angeleno.answer(wrong);
      if (nth < 2)
        expect((await benThere.answer(wrong))?.text).toContain(nth === 0 ? "1 day in" : "2 days in");
    }
    await bot.walkTo(new Date("2026-03-11T18:00:00-07:00"));

    const instants = (server: string) => asked(bot, server).map(({ at }) => at.toISOString());
    expect(instants("Berlin")).toEqual(mornings.map(({ here }) => here.toISOString()).reverse());
    expect(instants("Los Angeles")).toEqual(mornings.map(({ there }) => there.toISOString()).reverse());
    for (const server of ["Berlin", "Los Angeles"]) {
      expect(asked(bot, server).filter(({ text }) => text.includes("The key"))).toHaveLength(4);
    }
    expect(asked(bot, "Berlin")[0]?.text).toContain("2 answers so far.");
    expect(asked(bot, "Los Angeles")[0]?.text).toContain("1 answer so far.");

    const board = async (reader: typeof berliner) =>
      (await reader.type("leaderboard"))?.text.replace(/\s+/g, " ");
    expect(await board(benHere)).toContain("1 Ada 5 of 5 4/4 1 Ben (you) 5 of 5 5/5");
    expect(await board(benHere)).not.toContain("Dana");
    expect(await board(angeleno)).toContain("1 Dana (you) 5 of 5 0/5 2 Ben 2 of 4 0/2");
    expect(await board(angeleno)).not.toContain("Ada");
    expect(await ledger(benHere)).toHaveLength(7);
    expect((await ledger(benHere)).join("\n")).not.toContain("frozen");
    expect((await ledger(benThere)).filter((line) => line.includes("frozen"))).toHaveLength(2);
    expect(ada.directMessages()).toEqual([]);
    expect(dana.directMessages()).toEqual([]);
    expect(await bot.miscounted()).toEqual([]);
  });

  test("a server that the settings do not name gets a polite no, in private too, and nothing is kept of it", async () => {
    const bot = await openDiscordBot({
      notes: signals(3),
      now: berlin("2026-03-09 08:00"),
      servers: ["Ours", "Theirs"],
      served: ["Ours"],
    });
    const no = "serves only its own places";
    const [ada, stranger] = [bot.fake.person("Ada", { mayManage: true }), bot.fake.person("Dana")];
    const ours = discordActor(bot.fake, ada, bot.study("Ours"));
    const theirs = discordActor(bot.fake, ada, bot.study("Theirs"));
    expect((await theirs.type(nine))?.text).toContain(no);
    expect((await ada.types(ada.dm(), "/quiz")).text).toContain(no);
    await ours.type(nine);
    await bot.walkTo(berlin("2026-03-09 09:00"));
    expect(read(bot, "Theirs")).toEqual([]);
    expect((await ours.answer(right))?.text).toContain("1 day in a row");
    for (const words of ["quiz", "streak", "leaderboard", "practice", "studyhelp"]) {
      expect((await theirs.type(words))?.text).toContain(no);
    }
    expect((await ada.completes(bot.study("Theirs"), "/quiz no")).choices).toEqual([]);
    expect((await ada.completes(bot.study("Ours"), "/quiz no")).choices).not.toEqual([]);
    expect((await stranger.types(stranger.dm(), "/quiz")).text).toContain(no);
    expect((await stranger.writes("quiz")).text).toContain(no);
    expect((await ada.types(ada.dm(), "/streak")).text).toContain("1 day in a row");
    await bot.walkTo(berlin("2026-03-10 09:00"));
    expect(read(bot, "Theirs")).toEqual([]);
    expect(asked(bot, "Ours")).toHaveLength(2);
  });
});

describe("the moment between the post and the record of it", () => {
  /** Monday's nine o'clock is a minute away. */
  async function minuteBefore() {
    const now = berlin("2026-03-09 08:00");
    const bot = await openDiscordBot({ notes: signals(30), now, servers: ["Harbour"] });
    const study = bot.study("Harbour");
    const actor = (name: string) => discordActor(bot.fake, bot.fake.person(name, { mayManage: true }), study);
    const [ben, chidi] = [actor("Ben"), actor("Chidi")];
    await actor("Ada").type(nine);
    await bot.walkTo(berlin("2026-03-09 08:59"));
    return { ...bot, bot, ben, chidi };
  }
  const standsOnce = async ({ bot, ben }: Awaited<ReturnType<typeof minuteBefore>>) => {
    expect(asked(bot, "Harbour")).toHaveLength(1);
    expect((await ben.answer(right))?.text).toContain("1 day in a row");
    await bot.walkTo(berlin("2026-03-09 10:00"));
    expect(asked(bot, "Harbour").map(({ text }) => text)).toEqual([
      expect.stringContaining("1 answer so far."),
    ]);
    expect(await bot.miscounted()).toEqual([]);
  };

  test("fault 4: Discord has the post, its answer is lost, the bot starts again: one message", async () => {
    const day = await minuteBefore();
    day.fake.next(post, { cut: "after" });
    await day.walkTo(berlin("2026-03-09 09:00"));
    await day.restart();
    await standsOnce(day);
  });

  test.each([
    ["at once", "09:00"],
    ["half an hour later, when Discord has forgotten the nonce", "09:30"],
  ])("fault 2: the bot dies before the answer is there and starts %s: one message", async (_when, time) => {
    const day = await minuteBefore();
    day.fake.next(post, { late: 200 });
    const dying = expect(day.walkTo(berlin("2026-03-09 09:00"))).rejects.toThrow("not open");
    await until(() => asked(day.bot, "Harbour").length === 1);
    await day.crash(berlin(`2026-03-09 ${time}`));
    await dying;
    await standsOnce(day);
  });

  test("fault 1: the post never reached Discord, and the bot starts again: one message, a moment later", async () => {
    const day = await minuteBefore();
    day.fake.next(post, { cut: "before" });
    await day.walkTo(berlin("2026-03-09 09:00"));
    expect(asked(day.bot, "Harbour")).toHaveLength(0);
    await day.restart();
    await standsOnce(day);
  });

  test("fault 37: a press at 08:59:58 that the gateway delivers at 09:00:03 counts, though nobody sees its verdict; one at 09:00:01 does not", async () => {
    const { bot, fake, ben, chidi, walkTo } = await minuteBefore();
    await walkTo(berlin("2026-03-10 08:59:58"));
    fake.gateway.freeze();
    const late = ben.answer(right);
    const old = await chidi.hold(right);
    await walkTo(berlin("2026-03-10 09:00:01"));
    const tooLate = old();
    await walkTo(berlin("2026-03-10 09:00:03"));
    expect((await late)?.text).toBe("This interaction failed");
    const answers = fake.requestsTo(callback).length;
    fake.gateway.drop(4000);
    await until(() => fake.requestsTo(callback).length === answers + 2);
    expect((await tooLate)?.text).toContain("This question is closed.");
    expect((await ben.press("My result"))?.text).toContain("Right");
    expect((await chidi.type("streak"))?.text).toContain("No streak yet");
    await walkTo(berlin("2026-03-10 09:02"));
    expect(asked(bot, "Harbour")[1]?.text).toContain("One answer");
    expect((await ledger(ben)).at(-1)).toMatch(/^Mon 9 March answered/);
  });
});
