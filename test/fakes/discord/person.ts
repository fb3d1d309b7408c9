import { filledComponents } from "./fill-modal.js";
import { type Interactions, type InteractionType, type Modal, type Sight, sight } from "./interactions.js";
import { channelObject, memberObject, memberPermissions, messageObject, userObject } from "./objects.js";
import { refuseHidden } from "./offered.js";
import { everyBit, invited, sum } from "./permissions.js";
import { resolved } from "./resolved.js";
import { type Filled, focus, readSlash } from "./slash.js";
import { controlsOf, textFor } from "./text-of.js";
import { type Channel, type Command, isIn, type Message, type User, type World } from "./world.js";

/** Somebody at a screen: each deed returns what she alone sees in the end. */
export type Person = {
  readonly id: string;
  readonly user: User;
  /** Presses the button with this label or custom_id; on a select, picks these values. */
  presses(message: Message | null | undefined, what: string, values?: readonly string[]): Promise<Sight>;
  /** Sends a slash command, from a channel or from `ada.dm()`. */
  types(channel: Channel, typed: string): Promise<Sight>;
  /** What the client offers while she types. */
  completes(channel: Channel, typed: string): Promise<Sight>;
  /** Writes a plain message: in direct messages, or in a channel; resolves with the bot's next word there. */
  writes(text: string, channel?: Channel): Promise<Sight>;
  /** Fills a form, by custom_id or label, and sends it. */
  submits(modal: Modal | null, fields: Readonly<Record<string, string | readonly string[]>>): Promise<Sight>;
  /** Her direct messages with the bot. */
  dm(): Channel;
  /** Those messages, newest first. */
  directMessages(): readonly Message[];
  /** Everything that only she sees, newest first. */
  whispers(): readonly Message[];
  /** A message as her own device writes it, in her zone. */
  reads(message: Message): string;
};

/** How long, in real milliseconds, a person who wrote waits for an answer. */
const waitForWord = 1500;

export function makePerson(
  world: World,
  user: User,
  parts: {
    readonly interactions: Interactions;
    readonly directTo: (user: User) => Channel;
    readonly next: (channel: Channel, ms: number) => Promise<Message | null>;
    readonly zone: string;
  },
): Person {
  const { interactions, directTo } = parts;

  const interact = (
    type: InteractionType,
    channel: Channel,
    about: { readonly data: object; readonly source?: Message | null; readonly command?: Command },
  ): Promise<Sight> => {
    const { server } = channel;
    if (server && !isIn(user, server)) throw new Error(`${user.name} is not in ${server.name}`);
    if (channel.kind === "dm" && channel.person !== user)
      throw new Error(`${user.name} does not see ${channel.name}`);
    const source = about.source ?? null;
    const byServer = server ? server.joined : channel.person === user;
    const types = about.command?.integration_types ?? [0, 1];
    const owners = {
      ...(byServer && types.includes(0) ? { 0: server?.id ?? "0" } : {}),
      ...(user.installed && types.includes(1) ? { 1: user.id } : {}),
    };
    const { interaction, seen } = interactions.open({
      type,
      user,
      channel,
      server,
      source,
      ownOnly: !("0" in owners),
    });
    const who = server
      ? {
          guild_id: server.id,
          guild: { id: server.id, locale: server.locale, features: [] },
          guild_locale: server.locale,
          member: { ...memberObject(user, server), permissions: String(memberPermissions(user, server)) },
        }
      : { user: userObject(user) };
    const data = {
      id: interaction.id,
      application_id: world.bot.id,
      type,
      token: interaction.token,
      version: 1,
      data: about.data,
      channel: { ...channelObject(channel, world), permissions: String(everyBit) },
      channel_id: channel.id,
      ...who,
      ...(source ? { message: messageObject(source, world) } : {}),
      app_permissions: String(server ? sum([...channel.permissions]) : sum(invited)),
      locale: user.locale,
      entitlements: [],
      authorizing_integration_owners: owners,
      context: server ? 0 : 1,
      attachment_size_limit: 10 * 1024 * 1024,
    };
    world.dispatch("INTERACTION_CREATE", data, { server: server?.joined ? server : null, intent: 0 });
    return seen;
  };

  const command = (type: 2 | 4, channel: Channel, typed: string): Promise<Sight> => {
    const read = readSlash(world, channel.server, typed);
    refuseHidden(user, channel, read.command);
    const options: readonly Filled[] = type === 4 ? focus(read) : read.options;
    const data = {
      id: read.command.id,
      name: read.command.name,
      type: 1,
      options,
      ...resolved(world, channel, options),
    };
    return interact(type, channel, { data, command: read.command });
  };

  return {
    id: user.id,
    user,
    presses: (message, what, values = []) => {
      if (!message || message.deleted) throw new Error(`there is no message to press “${what}” on`);
      if (message.only && message.only !== user) throw new Error(`${user.name} does not see that message`);
      const controls = controlsOf(message.components);
      const control =
        controls.find(({ customId }) => customId === what) ?? controls.find(({ label }) => label === what);
      if (!control)
        throw new Error(
          `there is no “${what}”, only ${controls.map(({ label }) => `“${label}”`).join(", ") || "text"}`,
        );
      if (control.disabled) throw new Error(`“${what}” cannot be pressed`);
      const type = Number(control.part.type);
      return interact(3, message.channel, {
        source: message,
        data: {
          custom_id: control.customId,
          component_type: type,
          id: control.part.id,
          ...(type === 2 ? {} : { values }),
        },
      });
    },
    types: (channel, typed) => command(2, channel, typed),
    completes: (channel, typed) => command(4, channel, typed),
    submits: (modal, fields) => {
      if (!modal) throw new Error("no form is open");
      const components = filledComponents(modal.components, fields);
      return interact(5, modal.channel, {
        source: modal.from,
        data: { custom_id: modal.customId, components },
      });
    },
    writes: async (text, channel = directTo(user)) => {
      const message: Message = {
        ...blank,
        id: world.id(),
        channel,
        author: user,
        content: text,
        at: world.now(),
        pinged: new Set(),
        notified: new Set(),
      };
      const answer = parts.next(channel, waitForWord);
      channel.messages.set(message.id, message);
      const where = channel.server
        ? { guild_id: channel.server.id, member: memberObject(user, channel.server) }
        : {};
      const data = { ...messageObject(message, world), ...where, channel_type: channel.server ? 0 : 1 };
      world.dispatch("MESSAGE_CREATE", data, {
        server: channel.server,
        intent: channel.server ? 1 << 9 : 1 << 12,
      });
      const heard = await answer;
      return sight(heard ? "reply" : "nothing", heard);
    },
    dm: () => directTo(user),
    directMessages: () => [...(user.dm?.messages.values() ?? [])].reverse(),
    whispers: () => [...world.whispers.values()].filter(({ only }) => only === user).reverse(),
    reads: (message) => textFor(message, parts.zone, user.locale),
  };
}

const blank = {
  embeds: [],
  components: [],
  attachments: [],
  flags: 0,
  nonce: null,
  editedAt: null,
  edits: 0,
  deleted: false,
  only: null,
  repliesTo: null,
  cause: null,
  thread: null,
};
