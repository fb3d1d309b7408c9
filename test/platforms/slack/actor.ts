import { commandList } from "../../../src/core/command.js";
import type { Channel } from "../../fakes/slack/channel.js";
import type { Person } from "../../fakes/slack/person.js";
import type { Shown } from "../../fakes/slack/shown.js";
import type { FakeSlack } from "../../fakes/slack/slack.js";
import type { Message } from "../../fakes/slack/world.js";
import type { Actor, Held, Seen } from "../../support/stage.js";
import { seeSlack } from "./seen.js";

export type SlackActor = Actor & { shown(): readonly Seen[] };

/** What an actor sits before; `time` is Slack's clock too. */
export type Desk = { readonly slack: FakeSlack; readonly channel: Channel; readonly time: { now: Date } };

/** Somebody who sits before Slack and looks at one channel. */
export function slackActor({ slack, channel, time }: Desk, person: Person): SlackActor {
  let form: Shown | null = null;

  const take = (shown: Shown): Seen | null => {
    form = shown.view ? shown : null;
    if (shown.view) return { text: "a form", buttons: ["Send"], options: [] };
    if (shown.trouble) return { text: shown.trouble, buttons: [], options: [] };
    return shown.message && seeSlack(shown.message);
  };

  const held = (message: Message | undefined, label: string): Held => {
    const button = message && buttonOf(message, label);
    if (!message || !button) throw new Error(`there is no button ${label}`);
    const pressed = new Map<string, Seen | null>();
    return async ({ event, at } = {}) => {
      if (event !== undefined && pressed.has(event)) {
        await slack.delivery.again("interactive");
        return pressed.get(event) ?? null;
      }
      const seen = take(await pressedAt(at ?? time.now, () => person.presses(message, button)));
      if (event !== undefined) pressed.set(event, seen);
      return seen;
    };
  };

  /** Slack stamps a press when it is made, however long it is on its way. */
  const pressedAt = (at: Date, act: () => Promise<Shown>): Promise<Shown> => {
    const { now } = time;
    const { lastTs } = slack.world;
    time.now = at;
    if (at < now) slack.world.lastTs = 0;
    const acting = act();
    time.now = now;
    slack.world.lastTs = Math.max(lastTs, slack.world.lastTs);
    return acting;
  };

  const question = (back: number) =>
    channel
      .messages()
      .filter((one) => seeSlack(one).options.length > 0)
      .at(back);
  const letterOf = (message: Message | undefined, option: string) =>
    (message && seeSlack(message).options.find((one) => one.text.includes(option))?.letter) ?? option;
  const privately = () =>
    [...person.ephemerals(), ...person.directMessages().filter(({ bot }) => bot)].sort(
      (a, b) => Number(b.ts) - Number(a.ts),
    );

  return {
    press: (label, back = 0) =>
      held(
        channel
          .messages()
          .filter((one) => buttonOf(one, label))
          .at(back),
        label,
      )(),
    answer: (option, back = 0) => held(question(back), letterOf(question(back), option))(),
    async hold(option) {
      const now = question(0);
      return held(now && { ...now }, letterOf(now, option));
    },
    pressPrivate: async (label) =>
      await held(
        privately().find((one) => seeSlack(one).buttons.length > 0),
        label,
      )(),
    fill: async (fields) => (form ? take(await person.submits(form, fields)) : null),
    type: async (words) => take(await person.types(channel, lineOf(words))),
    shown: () => privately().map((one) => seeSlack(one)),
  };
}

/** What is written on the button that bears these words, or begins with them: `Good · 10 minutes`. */
function buttonOf(message: Message, label: string): string | undefined {
  return seeSlack(message).buttons.find((one) => one === label || one.startsWith(`${label} · `));
}

/** Words that are no command of their own go to the one that takes any. */
function lineOf(words: string): string {
  const isOwn = commandList.some(({ name }) => words.split(" ")[0] === name);
  return isOwn ? `/${words}` : `/cuecard ${words}`;
}
