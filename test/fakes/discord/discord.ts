import { createServer } from "node:http";
import { accountRoutes } from "./account-routes.js";
import { openEars } from "./ears.js";
import { type Gateway, openGateway } from "./gateway.js";
import { type Drive, driveGateway } from "./gateway-drive.js";
import { interactionRoutes } from "./interaction-routes.js";
import { openInteractions } from "./interactions.js";
import { type Limits, shortLimits } from "./limits.js";
import { messageRoutes } from "./message-routes.js";
import { type About, newUser } from "./new-user.js";
import { invited } from "./permissions.js";
import { makePerson, type Person } from "./person.js";
import { drive, type FakeChannel, type FakeServer, makeChannel, makeServer } from "./place.js";
import type { Fault } from "./plan.js";
import { openRest, type Seen } from "./rest.js";
import { snowflakes } from "./snowflake.js";
import { webhookRoutes } from "./webhook-routes.js";
import type { Channel, Message, User, World } from "./world.js";

/**
 * A Discord of our own on loopback: REST and gateway, driven like people. It knows only what it lists.
 *
 * ```ts
 * const fake = await startDiscord({ token: "abc" });
 * const harbour = fake.server({ name: "Harbour" });
 * const study = harbour.channel({ name: "study" });           // permissions: [...] takes some away
 * const ada = fake.person("Ada", { mayManage: true });
 * new Client({ intents, rest: { api: fake.api } }).login("abc");
 *
 * const [newest] = study.read();                              // newest first; textOf(newest), newest.edits, newest.pinged
 * const seen = await ada.presses(newest, "B");                // label or custom_id; seen.kind, seen.text, seen.message
 * const quiz = await ada.types(study, "/quiz kinesis");       // or "/quiz topic:kinesis n:3", or from ada.dm()
 * (await ada.completes(study, "/quiz kine")).choices;
 * const form = (await ada.presses(newest, "Report")).modal;
 * await ada.submits(form, { "What is wrong?": "the key" });   // by label or custom_id
 * await ada.writes("B");                                      // in direct messages; ada.directMessages()
 *
 * fake.pass(4000);                                            // the server's clock, where no `now` was given
 * fake.next("POST /channels/:c/messages", { cut: "after" });  // done, and the answer lost; status, delay, late, times, path
 * fake.gateway.drop(4000);                                    // 1006 cuts; also reconnect(), invalidate(false), freeze()
 * fake.gateway.repeat = 2; fake.gateway.again(1);             // what the client already has comes twice: on the next RESUME, now
 * fake.gateway.down = true; fake.gateway.forgetful = true;    // nobody gets in; the next RESUME is answered with op 9
 * fake.revoke();                                              // the token is gone: 401, 4004
 * harbour.kicks(); harbour.breaks(); harbour.mends(); study.removed(); study.permits([...]);
 *
 * expect(fake.strange).toEqual([]);                           // at the end of every test
 * expect(fake.limited()).toBe(0);
 * await fake.close();
 * ```
 *
 * Waiting is real: a press that nobody answers fails after three seconds, or at once when the clock has passed them.
 */
export type FakeDiscord = {
  /** For `rest: { api }`. */
  readonly api: string;
  readonly bot: User;
  readonly world: World;
  server(about: Parameters<typeof makeServer>[1]): FakeServer;
  person(name: string, about?: About): Person;
  /** The thread that the bot opened on a message. */
  threadOf(message: Message): FakeChannel | null;
  next(route: string, fault: Fault): void;
  /** Faults that were ordered and have not come. */
  clear(): void;
  /** Every request, in order. */
  readonly requests: readonly Seen[];
  requestsTo(route: string): readonly Seen[];
  /** How many requests ran into a limit that was not ordered by `next`, and how many were invalid (401, 403, 429). */
  limited(): number;
  invalid(): number;
  readonly strange: readonly string[];
  pass(ms: number): void;
  /** The portal takes the token away. */
  revoke(): void;
  readonly gateway: Gateway & Drive;
  close(): Promise<void>;
};

export type Options = {
  readonly token?: string;
  readonly name?: string;
  /** The clock of deadlines, nonces and ids; without one it runs with the real one and `pass` moves it on. */
  readonly now?: () => Date;
  /** Added to the short ones, by route. */
  readonly limits?: Limits;
  /** Real milliseconds between heartbeats. */
  readonly heartbeat?: number;
  /** How many shards Discord asks for. */
  readonly shards?: number;
  /** Privileged intents that are switched on, as bits. */
  readonly privileged?: number;
};

export async function startDiscord(options: Options = {}): Promise<FakeDiscord> {
  let ahead = 0;
  const now = options.now ?? (() => new Date(Date.now() + ahead));
  const id = snowflakes(now);
  let port = 0;
  const http = createServer((request, response) => void rest.answer(request, response));
  const { heartbeat = 41_250, shards = 1, privileged = 0 } = options;
  const gateway = openGateway(http, {
    world: () => world,
    url: () => `ws://127.0.0.1:${port}`,
    heartbeat,
    shards,
    allowed: privileged,
  });
  const bot = { ...newUser(id(), options.name ?? "Cuecard"), bot: true };
  const world: World = {
    now,
    id,
    bot,
    token: options.token ?? "fake-token",
    servers: new Map(),
    channels: new Map(),
    users: new Map([[bot.id, bot]]),
    whispers: new Map(),
    commands: [],
    nonces: new Map(),
    strange: [],
    dispatch: gateway.dispatch,
  };

  const ears = openEars(bot);
  const directTo = (person: User): Channel => {
    person.dm ??= makeChannel(world, {
      name: `@${person.name}`,
      kind: "dm",
      server: null,
      person,
      permissions: invited,
    });
    return person.dm;
  };
  const interactions = openInteractions(world);
  const routes = {
    ...accountRoutes(world, gateway, directTo),
    ...messageRoutes(world, ears.heard),
    ...interactionRoutes(world, interactions, ears.heard),
    ...webhookRoutes(world, interactions, ears.heard),
  };
  const rest = openRest(world, routes, { ...shortLimits, ...options.limits });
  await new Promise<void>((ready) => http.listen(0, "127.0.0.1", ready));
  const address = http.address();
  port = typeof address === "object" && address ? address.port : 0;

  return {
    api: `http://127.0.0.1:${port}/api`,
    bot,
    world,
    server: (about) => makeServer(world, about),
    person: (name, about = {}) => {
      const own = newUser(id(), name, about);
      world.users.set(own.id, own);
      return makePerson(world, own, { interactions, directTo, next: ears.next, zone: about.zone ?? "UTC" });
    },
    threadOf: ({ thread }) => (thread ? drive(world, thread) : null),
    next: (route, fault) => void rest.plans.push({ ...fault, route, left: fault.times ?? 1 }),
    clear: () => void rest.plans.splice(0),
    requests: rest.requests,
    requestsTo: (route) => rest.requests.filter((one) => one.route === route),
    limited: () => rest.requests.filter(({ status, ordered }) => status === 429 && !ordered).length,
    invalid: () => rest.requests.filter(({ status }) => [401, 403, 429].includes(status)).length,
    strange: world.strange,
    pass: (ms) => {
      if (options.now) throw new Error("this server runs by the clock that it was given");
      ahead += ms;
    },
    revoke: () => {
      world.token = `${world.token}-revoked`;
      driveGateway(gateway).drop(4004);
    },
    gateway: Object.assign(gateway, driveGateway(gateway)),
    close: async () => {
      interactions.close();
      await gateway.close();
      http.closeAllConnections();
      await new Promise((done) => http.close(done));
    },
  };
}
