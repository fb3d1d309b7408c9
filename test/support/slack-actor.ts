import type { Channel } from "../fakes/slack/channel.js";
import { recordIn, recordsIn, stringIn } from "../fakes/slack/json.js";
import type { Person } from "../fakes/slack/person.js";
import type { Shown } from "../fakes/slack/shown.js";
import type { Message } from "../fakes/slack/world.js";
import { brief, patient, type SlackBot } from "./slack-bot.js";
import { buttonOf, seeSlack } from "./slack-seen.js";
import type { Actor, Held, Seen } from "./stage.js";

export type SlackActor = Actor & { shown(): readonly Seen[] };

/** Somebody who sits before Slack and looks at one channel. */
export function slackActor(bot: SlackBot, person: Person, channel: Channel): SlackActor {
  const { fake } = bot;
  const see = (message: Message) => seeSlack(message, person.member.tz ?? "UTC");
  const take = ({ text, message, view, trouble }: Shown): Seen | null => {
    if (trouble !== null) return { text, buttons: [], options: [] };
    if (view?.content.type === "modal") {
      const title = stringIn(recordIn(view.content.title).text);
      return { text: `${title}\n${text}`, buttons: ["Send"], options: [] };
    }
    return message && see(message);
  };

  const held = (message: Message | undefined, label: string): Held => {
    const name = message && buttonOf(message, label);
    if (!message || name === undefined) throw new Error(`there is no button ${label}`);
    const screen = { ...message };
    const pressed = new Map<string, Message | null>();
    return async ({ at, event } = {}) => {
      if (event !== undefined && pressed.has(event)) return await again(pressed.get(event) ?? null);
      const shown = await bot.stamped(at, () => person.presses(screen, name));
      if (event !== undefined) pressed.set(event, shown.message);
      return take(shown);
    };
  };

  /** Slack delivers the last press once more; what then stands on the screen. */
  const again = async (message: Message | null): Promise<Seen | null> => {
    await fake.delivery.again("interactive");
    await bot.quiet();
    return message && see(message);
  };

  const question = (back: number) =>
    channel
      .messages()
      .filter((one) => see(one).options.length > 0)
      .at(back);
  const letterOf = (message: Message | undefined, option: string) =>
    (message && see(message).options.find((one) => one.text.includes(option))?.letter) ?? option;
  const privately = () =>
    [...person.ephemerals(), ...person.directMessages().filter((one) => one.bot)].sort(
      (a, b) => Number(b.ts) - Number(a.ts),
    );

  const newestCard = () => privately().find((message) => see(message).buttons.length > 0);

  return {
    press: (label, back = 0) =>
      held(
        channel
          .messages()
          .filter((message) => buttonOf(message, label) !== undefined)
          .at(back),
        label,
      )(),
    answer: (option, back = 0) => held(question(back), letterOf(question(back), option))(),
    hold: async (option) => held(question(0), letterOf(question(0), option)),
    pressPrivate: async (label) => await held(newestCard(), label)(),
    holdPrivate: async (label) => {
      const now = newestCard();
      return held(now && { ...now }, label);
    },
    readFile: async () => {
      const [file] = person.directMessages().flatMap(({ files }) => files);
      if (!file?.bytes) throw new Error("there is no file");
      return Buffer.from(file.bytes).toString("utf8");
    },
    fill: async (fields) => {
      const form = person.modal();
      if (!form) throw new Error("there is no form to fill in");
      return take(await bot.stamped(undefined, () => person.submits(form, fields)));
    },
    type: async (words) => {
      fake.calm.linger = brief;
      const shown = await bot.stamped(undefined, () => person.types(channel, lineOf(bot, words)));
      fake.calm.linger = patient;
      return take(shown);
    },
    say: async (words) => take(await bot.stamped(undefined, () => person.writes(words))),
    shown: () => privately().map(see),
  };
}

/** As a command of the app's manifest; what is none there is said to the one that takes any words. */
function lineOf({ manifest }: SlackBot, words: string): string {
  const declared = recordsIn(recordIn(manifest.features).slash_commands).map(({ command }) => command);
  return declared.includes(`/${words.split(" ")[0]}`) ? `/${words}` : `/cuecard ${words}`;
}
