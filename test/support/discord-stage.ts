import { type DiscordActor, discordActor } from "./discord-actor.js";
import { openDiscordBot } from "./discord-bot.js";
import { seeDiscord } from "./discord-seen.js";
import type { Name, Need, OpenStage } from "./stage.js";

/**
 * Discord stamps a press when it takes it and waits three seconds for the answer, so nobody sees one that comes later;
 * that such a press counts all the same is told in discord-week.test.ts.
 */
export const discordCan: readonly Need[] = ["redelivery", "files", "dead connection"];

/** One server with a channel #study and four people in it, of whom Ada manages it. */
export const openDiscordStage: OpenStage = async (set) => {
  const bot = await openDiscordBot({ ...set, servers: ["Harbour"] });
  const study = bot.study("Harbour");
  const person = (name: Name) => bot.fake.person(name, { mayManage: name === "Ada", zone: "Europe/Berlin" });
  const people = { Ada: person("Ada"), Ben: person("Ben"), Chidi: person("Chidi"), Dana: person("Dana") };
  const actors = new Map<Name, DiscordActor>();
  const actor = (name: Name): DiscordActor => {
    const known = actors.get(name) ?? discordActor(bot.fake, people[name], study);
    actors.set(name, known);
    return known;
  };
  return {
    ...bot,
    actor,
    async channel() {
      await bot.quiet();
      return study
        .read()
        .flatMap((message) => [message, ...(bot.fake.threadOf(message)?.read() ?? [])])
        .map((message) => seeDiscord(message, people.Ada.reads));
    },
    async shownTo(name) {
      await bot.quiet();
      return actor(name).shown();
    },
  };
};
