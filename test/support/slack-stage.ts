import { type SlackActor, slackActor } from "./slack-actor.js";
import { type Mode, openSlackBot } from "./slack-bot.js";
import { seeSlack } from "./slack-seen.js";
import type { Name, Need, OpenStage } from "./stage.js";

/** Over HTTP there is no connection of ours that could die while the process lives. */
export const slackCan: Readonly<Record<Mode, readonly Need[]>> = {
  socket: ["late press", "redelivery", "files", "dead connection"],
  http: ["late press", "redelivery", "files"],
};

const zone = "Europe/Berlin";

/** One workspace with a channel #study and four people in it, of whom Ada is an admin. */
export const openSlackStage =
  (mode: Mode): OpenStage =>
  async (set) => {
    const bot = await openSlackBot({ ...set, mode });
    const person = (name: Name) => bot.acme.person(name, { admin: name === "Ada", tz: zone });
    const people = { Ada: person("Ada"), Ben: person("Ben"), Chidi: person("Chidi"), Dana: person("Dana") };
    const actors = new Map<Name, SlackActor>();
    const actor = (name: Name): SlackActor => {
      const known = actors.get(name) ?? slackActor(bot, people[name], bot.study);
      actors.set(name, known);
      return known;
    };
    return {
      ...bot,
      actor,
      async channel() {
        await bot.quiet();
        return bot.study
          .messages()
          .flatMap((message) => [message, ...bot.study.replies(message)])
          .map((message) => seeSlack(message, zone));
      },
      async shownTo(name) {
        await bot.quiet();
        return actor(name).shown();
      },
    };
  };
