import { channelFor, may, messageFor, refusePosting } from "./access.js";
import { isRecord } from "./form.js";
import { amend, type Body, compose } from "./messages.js";
import { channelObject, messageObject } from "./objects.js";
import { refuse, refuseFaults } from "./refusal.js";
import type { Routes } from "./rest.js";
import { byId } from "./snowflake.js";
import { makeThread, unarchive } from "./thread.js";
import { type Channel, flag, type Message, type World } from "./world.js";

/** How long Discord remembers a nonce: “the past few minutes”. */
const nonceLife = 5 * 60_000;

/** The routes of messages and threads; `heard` is told of every message that was put or changed. */
export function messageRoutes(world: World, heard: (message: Message) => void): Routes {
  const told = (message: Message, event: "MESSAGE_CREATE" | "MESSAGE_UPDATE" | "MESSAGE_DELETE") => {
    const { server } = message.channel;
    const where = server ? { guild_id: server.id } : {};
    const data =
      event === "MESSAGE_DELETE"
        ? { id: message.id, channel_id: message.channel.id }
        : { ...messageObject(message, world), channel_type: 0 };
    world.dispatch(event, { ...data, ...where }, { server, intent: server ? 1 << 9 : 1 << 12 });
    heard(message);
  };

  const post = (channel: Channel, body: Body): Message => {
    const json = isRecord(body.json) ? body.json : {};
    const holds = {
      embeds: Array.isArray(json.embeds) && json.embeds.length > 0,
      files: body.files.length > 0,
      reply: isRecord(json.message_reference),
    };
    refusePosting(world, channel, holds);
    if (typeof json.flags === "number" && (json.flags & flag.ephemeral) !== 0)
      world.strange.push(
        `POST /channels/${channel.id}/messages: only an answer to an interaction can be ephemeral`,
      );
    const message = compose(world, body, { channel, form: "post" });
    if (message.repliesTo && !channel.messages.has(message.repliesTo) && unforgiving(json.message_reference))
      refuseFaults([
        { path: ["message_reference"], code: "REPLIES_UNKNOWN_MESSAGE", message: "Unknown message" },
      ]);
    const known =
      json.enforce_nonce === true && message.nonce !== null
        ? world.nonces.get(String(message.nonce))
        : undefined;
    if (known && Math.abs(world.now().getTime() - known.at) <= nonceLife) {
      if (known.message.channel !== channel)
        world.strange.push(`nonce ${message.nonce}: used for two channels within five minutes`);
      return known.message;
    }
    if (json.enforce_nonce === true && message.nonce === null)
      refuseFaults([{ path: ["nonce"], code: "BASE_TYPE_REQUIRED", message: "This field is required" }]);
    if (message.nonce !== null)
      world.nonces.set(String(message.nonce), { message, at: world.now().getTime() });
    unarchive(world, channel);
    channel.messages.set(message.id, message);
    told(message, "MESSAGE_CREATE");
    return message;
  };

  return {
    "POST /channels/:c/messages": ({ params, body }) => ({
      status: 200,
      json: messageObject(post(channelFor(world, params.c), body), world),
    }),

    "GET /channels/:c/messages": ({ params, query }) => {
      const channel = channelFor(world, params.c);
      if (!may(channel, "ReadMessageHistory")) return { status: 200, json: [] };
      return { status: 200, json: page(channel, query).map((message) => messageObject(message, world)) };
    },

    "GET /channels/:c/messages/:m": ({ params }) => {
      const channel = channelFor(world, params.c);
      if (!may(channel, "ReadMessageHistory")) refuse("permissions");
      return { status: 200, json: messageObject(messageFor(channel, params.m), world) };
    },

    "PATCH /channels/:c/messages/:m": ({ params, body }) => {
      const channel = channelFor(world, params.c);
      const message = messageFor(channel, params.m);
      if (message.author !== world.bot) refuse("notAuthor");
      if (channel.archived) refuse("archived");
      amend(world, message, body);
      told(message, "MESSAGE_UPDATE");
      return { status: 200, json: messageObject(message, world) };
    },

    "DELETE /channels/:c/messages/:m": ({ params }) => {
      const channel = channelFor(world, params.c);
      const message = messageFor(channel, params.m);
      if (message.author !== world.bot && !may(channel, "ManageMessages")) refuse("permissions");
      if (message.author !== world.bot && channel.kind === "dm") refuse("permissions");
      channel.messages.delete(message.id);
      message.deleted = true;
      told(message, "MESSAGE_DELETE");
      return { status: 204 };
    },

    "POST /channels/:c/messages/:m/threads": ({ params, body }) => {
      const channel = channelFor(world, params.c);
      const thread = makeThread(world, channel, messageFor(channel, params.m), body.json);
      return { status: 201, json: channelObject(thread, world) };
    },

    "POST /channels/:c/typing": ({ params }) => {
      refusePosting(world, channelFor(world, params.c), { embeds: false, files: false, reply: false });
      return { status: 204 };
    },
  };
}

function unforgiving(reference: unknown): boolean {
  return !isRecord(reference) || reference.fail_if_not_exists !== false;
}

/** One page of a channel, newest first. */
function page(channel: Channel, query: URLSearchParams): readonly Message[] {
  const known = new Set(["limit", "before", "after", "around"]);
  const limit = Number(query.get("limit") ?? 50);
  const odd = [...query.keys()].filter((key) => !known.has(key));
  const faults = odd.map((key) => ({
    path: [key],
    code: "UNKNOWN_FIELD",
    message: "The test server knows no such query",
  }));
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    faults.push({
      path: ["limit"],
      code: "NUMBER_TYPE_MAX",
      message: "int value should be between 1 and 100.",
    });
  const edges = ["before", "after", "around"].filter((key) => query.has(key));
  if (edges.length > 1)
    faults.push({
      path: ["before"],
      code: "BASE_TYPE_CHOICES",
      message: "before, after and around are mutually exclusive",
    });
  for (const key of edges) {
    if (!/^\d{1,20}$/.test(query.get(key) ?? ""))
      faults.push({
        path: [key],
        code: "NUMBER_TYPE_COERCE",
        message: `Value "${query.get(key)}" is not snowflake.`,
      });
  }
  refuseFaults(faults);
  const all = [...channel.messages.values()].sort((a, b) => byId(b.id, a.id));
  const [before, after, around] = [query.get("before"), query.get("after"), query.get("around")];
  if (before) return all.filter(({ id }) => byId(id, before) < 0).slice(0, limit);
  if (after) return all.filter(({ id }) => byId(id, after) > 0).slice(-limit);
  if (around) {
    const middle = all.findIndex(({ id }) => byId(id, around) <= 0);
    const from = Math.max(0, middle - Math.floor(limit / 2));
    return all.slice(from, from + limit);
  }
  return all.slice(0, limit);
}
