import { isRecord } from "./form.js";
import { type Interaction, type Interactions, sight } from "./interactions.js";
import { amend, type Body, compose } from "./messages.js";
import { messageObject } from "./objects.js";
import { refuse } from "./refusal.js";
import type { Routes } from "./rest.js";
import { flag, type Message, type World } from "./world.js";

/** The routes by which a bot goes on, once it has answered an interaction. */
export function webhookRoutes(
  world: World,
  interactions: Interactions,
  heard: (message: Message) => void,
): Routes {
  const find = (one: Interaction, id: string | undefined): Message => {
    const message =
      id === "@original"
        ? one.original
        : [one.original, ...one.followUps].find((candidate) => candidate?.id === id);
    if (!message || message.deleted) refuse("message");
    return message;
  };

  const change = (one: Interaction, message: Message, body: Body): void => {
    const asked = isRecord(body.json) ? Number(body.json.flags ?? 0) : 0;
    if ((asked & flag.ephemeral) !== 0 && !message.only)
      world.strange.push(`an edit cannot make a message ephemeral (${message.id})`);
    amend(world, message, body);
    one.settle(sight(message === one.source ? "updated" : message.only ? "whisper" : "reply", message));
    heard(message);
  };

  return {
    "POST /webhooks/:a/:token": ({ params, body }) => {
      const one = interactions.answered(params.a, params.token);
      if (one.acked === 5 && one.original && (one.original.flags & flag.loading) !== 0) {
        change(one, one.original, body);
        return { status: 200, json: messageObject(one.original, world) };
      }
      if (one.acked === 8 || one.acked === 9) refuse("webhook");
      if (one.ownOnly && one.followUps.length >= 5) refuse("followUps");
      const json = isRecord(body.json) ? body.json : {};
      const only = (Number(json.flags ?? 0) & flag.ephemeral) !== 0 ? one.user : null;
      const message = compose(world, body, {
        channel: one.channel,
        form: "reply",
        only,
        cause: { id: one.id, type: one.type, user: one.user },
      });
      place(world, message);
      one.followUps.push(message);
      one.settle(sight(only ? "whisper" : "reply", message));
      heard(message);
      return { status: 200, json: messageObject(message, world) };
    },

    "GET /webhooks/:a/:token/messages/:m": ({ params }) => {
      const one = interactions.answered(params.a, params.token);
      return { status: 200, json: messageObject(find(one, params.m), world) };
    },

    "PATCH /webhooks/:a/:token/messages/:m": ({ params, body }) => {
      const one = interactions.answered(params.a, params.token);
      const message = find(one, params.m);
      change(one, message, body);
      return { status: 200, json: messageObject(message, world) };
    },

    "DELETE /webhooks/:a/:token/messages/:m": ({ params }) => {
      const one = interactions.answered(params.a, params.token);
      const message = find(one, params.m);
      message.deleted = true;
      message.channel.messages.delete(message.id);
      world.whispers.delete(message.id);
      one.settle(sight("nothing", null));
      heard(message);
      return { status: 204 };
    },
  };
}

/** Puts an answer where it is read: in the channel, or before one person's eyes. */
export function place(world: World, message: Message): void {
  if (message.only) world.whispers.set(message.id, message);
  else message.channel.messages.set(message.id, message);
}
