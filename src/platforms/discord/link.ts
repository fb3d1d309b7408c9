import {
  type APIInteraction,
  Client,
  type ClientOptions,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type GatewayMessageCreateDispatchData,
  Options,
  Partials,
  REST,
  Status,
} from "discord.js";
import { connectClient } from "./connect.js";
import { patientIdentify } from "./identify.js";
import { interactionsTo } from "./interactions.js";
import type { DiscordParts } from "./parts.js";
import { restOptions } from "./rest-options.js";

/** The connections to Discord: the gateway, a line for answers, and a line for what is said unasked. */
export type Link = {
  readonly client: Client;
  /** Answers to interactions, which need no token and count towards no global limit; one attempt each. */
  readonly answers: REST;
  /** One attempt each; what would stand in line for long is given back at once. */
  readonly posts: REST;
  /** Resolves when every shard is ready; rejects with a DiscordFault. Old applications have a user of another id. */
  connect(): Promise<{ readonly application: string; readonly user: string }>;
  connected(): boolean;
  close(): Promise<void>;
};

export type Ears = {
  readonly interaction: (interaction: APIInteraction) => void;
  readonly message: (message: GatewayMessageCreateDispatchData) => void;
};

/** Nothing is connected yet. */
export function makeLink(parts: Pick<DiscordParts, "token" | "api" | "log">, ears: Ears): Link {
  const { token, api, log } = parts;
  const client = new Client(clientOptions(api, ears));
  const posts = openPosts(token, api);
  const answers = new REST({
    ...restOptions(api),
    retries: 0,
    timeout: 5000,
    globalRequestsPerSecond: unlimited,
  });
  // Without a listener an emitted error would end the process.
  client.on(Events.Error, (error) => log.error("discord.js reported an error", error));
  client.on(Events.Warn, (words) => log.warn(`discord.js warns: ${words}`));
  client.on(Events.ShardError, (error, shard) =>
    log.warn("the gateway broke", { shard, cause: error.message }),
  );
  client.on(Events.ShardReconnecting, (shard) => log.info("reconnecting to Discord", { shard }));
  client.on(Events.ShardResume, (shard, replayed) => log.info("resumed on Discord", { shard, replayed }));
  client.ws.on(GatewayDispatchEvents.MessageCreate, ears.message);
  return {
    ...{ client, posts, answers },
    connect: async () => {
      const { application, user } = await connectClient(client, parts);
      return { application: application.id, user: user.id };
    },
    connected: () =>
      client.ws.shards.size > 0 && client.ws.shards.every(({ status }) => status === Status.Ready),
    close: async () => {
      client.ws.removeAllListeners();
      await client.destroy();
      for (const line of [posts, answers]) {
        line.clearHashSweeper();
        line.clearHandlerSweeper();
      }
    },
  };
}

/** What is asked for needs no approval; what is kept is what permissions are reckoned from. */
function clientOptions(api: string | null, { interaction }: Ears): ClientOptions {
  return {
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    shards: "auto",
    allowedMentions: { parse: [] },
    rest: { ...restOptions(api), retries: 2, timeout: 10_000 },
    ws: { buildIdentifyThrottler: patientIdentify, buildStrategy: interactionsTo(interaction) },
    makeCache: Options.cacheWithLimits({
      ...nothing,
      GuildMemberManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user.id },
      UserManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user?.id },
    }),
  };
}

const nothing = {
  ...{
    MessageManager: 0,
    PresenceManager: 0,
    ReactionManager: 0,
    ReactionUserManager: 0,
    VoiceStateManager: 0,
  },
  ...{ GuildEmojiManager: 0, GuildStickerManager: 0, GuildBanManager: 0, GuildInviteManager: 0 },
  ...{ GuildScheduledEventManager: 0, StageInstanceManager: 0, AutoModerationRuleManager: 0 },
  ...{ EntitlementManager: 0, ApplicationCommandManager: 0, DMMessageManager: 0, GuildMessageManager: 0 },
};

const unlimited = Number.MAX_SAFE_INTEGER;
/** Longer than this a post does not stand in line. */
const moment = 5000;

function openPosts(token: string, api: string | null): REST {
  return new REST({
    ...restOptions(api),
    retries: 0,
    timeout: 12_000,
    rejectOnRateLimit: ({ timeToReset, retryAfter }) => Math.max(timeToReset, retryAfter) > moment,
  }).setToken(token);
}
