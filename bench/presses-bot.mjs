// A bot as a process of its own, so that its CPU is known and the server's is not counted. `node presses-bot.mjs KIND`;
// it is told what it needs over the channel to its parent, and answers there.
import { createServer } from "node:net";
import { parseArgs } from "node:util";

const [kind] = parseArgs({ allowPositionals: true }).positionals;
const quiet = { info() {}, debug() {}, warn() {}, setLevel() {}, setName() {}, getLevel: () => "error" };
const shout = (...words) => console.error(kind, ...words);
const log = { info() {}, warn: shout, error: shout };

/** The whole bot, its store on disk, with the platform that `make` gives. */
async function cuecard({ file, notes, ahead }, make) {
  const { buildHouse } = await import("../dist/house.js");
  const { openStore } = await import("../dist/store/sqlite/sqlite-store.js");
  const time = { ahead };
  const clock = () => new Date(Date.now() + time.ahead);
  const store = await openStore(file);
  const house = await buildHouse({ store, clock, log, notes, notesAddress: null, workspaces: null });
  await house.open([await make({ store, clock, log })]);
  return {
    async walk({ ahead }) {
      time.ahead = ahead;
      await house.tick(clock());
    },
    close: () => house.close(),
  };
}

/** A port that nobody listens on. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const kinds = {
  async "discord cuecard"(given) {
    const { createDiscord } = await import("../dist/platforms/discord/discord.js");
    const { token, api } = given;
    return await cuecard(given, ({ store, ...own }) =>
      createDiscord({ ...own, token, api, drawer: store.drawer("discord") }),
    );
  },

  /** discord.js as its guide shows it: each press is answered with the same whisper. */
  async "discord no-op"({ token, api, channel, daily, whisper }) {
    const { Client, Events, GatewayIntentBits } = await import("discord.js");
    const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    const { allowed_mentions: _, ...said } = whisper;
    client.on(Events.InteractionCreate, (interaction) => void interaction.reply(said).catch(shout));
    await client.login(token);
    await ready;
    const { nonce: __, enforce_nonce: ___, ...body } = daily;
    await client.rest.post(`/channels/${channel}/messages`, { body });
    return { close: () => client.destroy() };
  },

  async "slack cuecard"(given) {
    const { createSlack } = await import("../dist/platforms/slack/slack.js");
    const { token, api, signingSecret } = given;
    const door = { kind: "http", signingSecret, port: await freePort() };
    const bot = await cuecard(given, ({ store, ...own }) =>
      createSlack({ ...own, token, api, door, drawer: store.drawer("slack") }),
    );
    return { ...bot, port: door.port };
  },

  /** Bolt as its guide shows it: each press is acknowledged, then answered with the same whisper. */
  async "slack no-op"({ token, api, signingSecret, channel, daily, whisper }) {
    const { App, HTTPReceiver } = await import("@slack/bolt");
    const clientOptions = { slackApiUrl: api, retryConfig: { retries: 0 } };
    const logger = { ...quiet, error: shout };
    const receiver = new HTTPReceiver({ signingSecret, logger });
    const app = new App({ token, receiver, logger, clientOptions });
    app.action(/./, async ({ ack, respond }) => {
      await ack();
      await respond(whisper);
    });
    app.error(async (error) => shout(error));
    const port = await freePort();
    const server = await receiver.start(port);
    await app.client.chat.postMessage({ ...daily, channel });
    return {
      port,
      close: async () => {
        server.closeAllConnections();
        await app.stop();
      },
    };
  },
};

let bot;
const deeds = {
  async open(given) {
    bot = await kinds[kind](given);
    return { port: bot.port };
  },
  cpu: () => process.cpuUsage(),
  walk: (given) => bot.walk(given),
  close: () => bot?.close(),
};

process.on("message", async ({ nth, deed, given }) => {
  try {
    process.send({ nth, done: (await deeds[deed](given)) ?? null });
  } catch (cause) {
    process.send({ nth, fault: String(cause?.stack ?? cause) });
  }
});
