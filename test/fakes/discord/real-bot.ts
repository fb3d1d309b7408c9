import {
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  Partials,
  type SendableChannels,
} from "discord.js";
import { Agent } from "undici";
import type { FakeDiscord } from "./discord.js";

/** The real discord.js, pointed at the test server. */
export type RealBot = {
  readonly client: Client;
  login(): Promise<Client<true>>;
  /** Logs in if need be. */
  channel(id: string): Promise<SendableChannels>;
  answers(act: (interaction: Interaction) => Promise<void>): void;
  /** What went wrong while answering. */
  readonly failures: unknown[];
};

export function startBot(
  fake: FakeDiscord,
  more: { readonly intents?: readonly GatewayIntentBits[]; readonly shards?: "auto" } = {},
): RealBot {
  const client = new Client({
    intents: more.intents ?? [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    rest: { api: fake.api, agent: new Agent() },
    ...(more.shards ? { shards: more.shards } : {}),
  });
  const failures: unknown[] = [];
  client.on(Events.Error, (cause) => void failures.push(cause));
  const login = async () => {
    const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(fake.world.token);
    return await ready;
  };
  return {
    client,
    failures,
    login,
    channel: async (id) => {
      if (!client.isReady()) await login();
      const channel = await client.channels.fetch(id);
      if (!channel?.isSendable()) throw new Error("nobody can write there");
      return channel;
    },
    answers: (act) => {
      client.on(
        Events.InteractionCreate,
        (interaction) => void act(interaction).catch((cause) => failures.push(cause)),
      );
    },
  };
}
