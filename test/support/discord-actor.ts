import type { FakeDiscord } from "../fakes/discord/discord.js";
import type { Modal, Sight } from "../fakes/discord/interactions.js";
import type { Person } from "../fakes/discord/person.js";
import type { FakeChannel } from "../fakes/discord/place.js";
import { byId } from "../fakes/discord/snowflake.js";
import type { Message } from "../fakes/discord/world.js";
import { buttonOf, seeDiscord } from "./discord-seen.js";
import type { Actor, Held, Seen } from "./stage.js";
import { until } from "./until.js";

export type DiscordActor = Actor & { shown(): readonly Seen[] };

/** Somebody who sits before Discord and looks at one channel. */
export function discordActor(fake: FakeDiscord, person: Person, channel: FakeChannel): DiscordActor {
  let form: Modal | null = null;

  const see = (message: Message) => seeDiscord(message, person.reads);
  const take = ({ kind, text, message, modal }: Sight): Seen | null => {
    form = modal;
    if (modal) return { text: modal.title, buttons: ["Send"], options: [] };
    if (kind === "failed") return { text, buttons: [], options: [] };
    if (kind === "nothing" || !message) return null;
    return message.only === person.user || message.channel.kind === "dm" ? see(message) : null;
  };

  const held = (message: Message | undefined, label: string): Held => {
    const button = message && buttonOf(message, label);
    if (!message || !button) throw new Error(`there is no button ${label}`);
    const pressed = new Map<string, Message | null>();
    return async ({ event } = {}) => {
      if (event !== undefined && pressed.has(event)) return await again(pressed.get(event) ?? null);
      const sight = await person.presses(message, button.customId);
      if (event !== undefined) pressed.set(event, sight.message);
      return take(sight);
    };
  };

  /** Discord delivers the last press once more; what then stands on the screen. */
  const again = async (message: Message | null): Promise<Seen | null> => {
    const answers = () => fake.requestsTo(callback).filter(({ status }) => status !== 0).length;
    const before = answers();
    fake.gateway.again(1);
    await until(() => answers() > before);
    return message && see(message);
  };

  const question = (back: number) =>
    channel
      .read()
      .filter((one) => see(one).options.length > 0)
      .at(back);
  const letterOf = (message: Message | undefined, option: string) =>
    (message && see(message).options.find((one) => one.text.includes(option))?.letter) ?? option;
  const privately = () =>
    [...person.whispers(), ...person.directMessages().filter(({ author }) => author.bot)].sort((a, b) =>
      byId(b.id, a.id),
    );

  const newestCard = () => privately().find((message) => see(message).buttons.length > 0);

  return {
    press: (label, back = 0) =>
      held(
        channel
          .read()
          .filter((message) => buttonOf(message, label))
          .at(back),
        label,
      )(),
    answer: (option, back = 0) => held(question(back), letterOf(question(back), option))(),
    async hold(option) {
      const now = question(0);
      return held(now && { ...now }, letterOf(now, option));
    },
    pressPrivate: async (label) => await held(newestCard(), label)(),
    holdPrivate: async (label) => {
      const now = newestCard();
      return held(now && { ...now }, label);
    },
    readFile: async () => {
      const [newest] = privately().flatMap(({ attachments }) => attachments);
      return new TextDecoder().decode(newest?.bytes);
    },
    fill: async (fields) => take(await person.submits(form, fields)),
    type: async (words) => take(await send(person, channel, words)),
    say: async (words) => take(await person.writes(words)),
    shown: () => privately().map(see),
  };
}

const callback = "POST /interactions/:i/:token/callback";

/** As a slash command; what its form would not take is written to the bot alone, where any words can be. */
async function send(person: Person, channel: FakeChannel, words: string): Promise<Sight> {
  try {
    return await person.types(channel, `/${words.replace(/^streak away /, "streak away:")}`);
  } catch (refusal) {
    if (!/no command|the client would not send it/.test(String(refusal))) throw refusal;
    return await person.writes(words);
  }
}
