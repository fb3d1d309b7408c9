import { channelFor, serverFor } from "./access.js";
import { commandList } from "./command-form.js";
import { faultsOf, isRecord, object, snowflake } from "./form.js";
import type { Gateway } from "./gateway.js";
import { channelObject, memberObject, userObject } from "./objects.js";
import { refuse, refuseFaults } from "./refusal.js";
import type { Routes } from "./rest.js";
import { bareServerObject, roleObjects } from "./server-objects.js";
import { type Command, isIn, type User, type World } from "./world.js";

/** The routes of the bot itself, its commands, and the people and servers that it meets. */
export function accountRoutes(
  world: World,
  gateway: Gateway,
  directTo: (user: User) => { readonly id: string },
): Routes {
  const own = (id: string | undefined) => {
    if (id !== world.bot.id) refuse("notYours");
  };
  return {
    "GET /gateway/bot": () => ({ status: 200, json: gateway.about() }),
    "GET /users/@me": () => ({
      status: 200,
      json: { ...userObject(world.bot), verified: true, mfa_enabled: false, locale: "en-US", flags: 0 },
    }),
    "GET /users/:u": ({ params }) => ({
      status: 200,
      json: userObject(world.users.get(params.u ?? "") ?? refuse("user")),
    }),
    "GET /applications/@me": () => ({ status: 200, json: applicationObject(world, gateway.allowed) }),
    "GET /applications/:a/commands": ({ params }) => {
      own(params.a);
      return { status: 200, json: world.commands };
    },
    "PUT /applications/:a/commands": ({ params, body }) => {
      own(params.a);
      if (Array.isArray(body.json) && body.json.length > 100) refuse("tooManyCommands");
      refuseFaults(faultsOf(body.json, commandList));
      const asked = Array.isArray(body.json) ? body.json.filter(isRecord) : [];
      const fresh = asked.map((command): Command => {
        const known = world.commands.find(({ name }) => name === command.name);
        const settings = {
          type: 1,
          nsfw: false,
          default_member_permissions: null,
          contexts: null,
          integration_types: [0],
          ...command,
        };
        return {
          ...settings,
          id: known?.id ?? world.id(),
          application_id: world.bot.id,
          version: world.id(),
        } as unknown as Command;
      });
      world.commands.splice(0, world.commands.length, ...fresh);
      return { status: 200, json: fresh };
    },
    "POST /users/@me/channels": ({ body }) => {
      refuseFaults(faultsOf(body.json, object({ "!recipient_id": snowflake })));
      const user = world.users.get(isRecord(body.json) ? String(body.json.recipient_id) : "");
      if (!user || user.bot) refuse("recipient");
      const channel = world.channels.get(directTo(user).id);
      return { status: 200, json: channel ? channelObject(channel, world) : {} };
    },
    "GET /channels/:c": ({ params }) => ({
      status: 200,
      json: channelObject(channelFor(world, params.c), world),
    }),
    "GET /guilds/:g": ({ params }) => ({
      status: 200,
      json: bareServerObject(serverFor(world, params.g), world),
    }),
    "GET /guilds/:g/roles": ({ params }) => ({
      status: 200,
      json: roleObjects(serverFor(world, params.g), world.bot),
    }),
    "GET /guilds/:g/channels": ({ params }) => {
      const server = serverFor(world, params.g);
      const own = [...world.channels.values()].filter(
        (channel) => channel.server === server && channel.kind !== "thread",
      );
      return { status: 200, json: own.map((channel) => channelObject(channel, world)) };
    },
    "GET /guilds/:g/members/:u": ({ params }) => {
      const server = serverFor(world, params.g);
      const user = world.users.get(params.u ?? "") ?? refuse("user");
      if (!user.bot && !isIn(user, server)) refuse("member");
      return { status: 200, json: memberObject(user, server) };
    },
  };
}

/** Flags by privileged intent: presence, members, message content, each in its limited form. */
const intentFlags: readonly (readonly [number, number])[] = [
  [1 << 8, 1 << 13],
  [1 << 1, 1 << 15],
  [1 << 15, 1 << 19],
];

function applicationObject({ bot }: World, allowed: number) {
  const flags = intentFlags.reduce(
    (sum, [intent, bit]) => sum | ((allowed & intent) !== 0 ? bit : 0),
    1 << 23,
  );
  return {
    id: bot.id,
    name: bot.name,
    icon: null,
    description: "",
    summary: "",
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: "0".repeat(64),
    flags,
    bot: userObject(bot),
    owner: null,
    team: null,
    redirect_uris: [],
    tags: [],
    integration_types_config: {
      0: { oauth2_install_params: { scopes: ["applications.commands", "bot"], permissions: "0" } },
      1: {},
    },
  };
}
