import { type Fault, faultsOf, integer, isRecord, list, object, oneOf, orNull, text } from "./form.js";
import { type Choice, type Interaction, type Interactions, sight } from "./interactions.js";
import { amend, type Body, compose } from "./messages.js";
import { modal } from "./modal-form.js";
import { messageObject } from "./objects.js";
import { refuse, refuseFaults } from "./refusal.js";
import type { Answer, Routes } from "./rest.js";
import { place } from "./webhook-routes.js";
import { flag, type Message, type World } from "./world.js";

const callbackForm = object({ "!type": oneOf(1, 4, 5, 6, 7, 8, 9), data: () => undefined });
const deferForm = object({ flags: integer(0, 2 ** 31 - 1) });
const choicesForm = object({
  "!choices": list(
    object({
      "!name": text(1, 100),
      name_localizations: orNull(() => undefined),
      "!value": (value, path, found) => {
        if (typeof value !== "number") text(1, 100)(value, path, found);
      },
    }),
    0,
    25,
  ),
});

/** The routes by which a bot answers presses, commands and forms. */
export function interactionRoutes(
  world: World,
  interactions: Interactions,
  heard: (message: Message) => void,
): Routes {
  const answer = (one: Interaction, body: Body): void => {
    const json = isRecord(body.json) ? body.json : {};
    refuseFaults(faultsOf(body.json, callbackForm));
    const data = json.data ?? undefined;
    const type = Number(json.type);
    refuseFaults(misplaced(one, type));
    switch (type) {
      case 4:
      case 5:
        one.original = begin(one, { json: data, files: body.files }, type);
        break;
      case 6:
        one.original = one.source;
        break;
      case 7: {
        const message = one.source ?? refuse("message");
        if (message.deleted) refuse("message");
        amend(world, message, { json: data, files: body.files }, ["data"]);
        one.original = message;
        one.settle(sight("updated", message));
        heard(message);
        break;
      }
      case 8:
        refuseFaults(under("data", faultsOf(data, choicesForm)));
        one.settle(
          sight("choices", null, { choices: isRecord(data) ? (data.choices as readonly Choice[]) : [] }),
        );
        break;
      case 9: {
        refuseFaults(under("data", faultsOf(data, modal)));
        if (!isRecord(data)) break;
        const { custom_id: customId, title, components } = data;
        const opened = {
          customId: String(customId),
          title: String(title),
          components: components as unknown[],
          channel: one.channel,
          from: one.source,
        };
        one.settle(sight("modal", null, { modal: opened }));
        break;
      }
    }
    one.acked = type;
  };

  /** The first answer: a message, or the place for one that is still being thought of. */
  const begin = (one: Interaction, body: Body, type: 4 | 5): Message => {
    const json = isRecord(body.json) ? body.json : {};
    const only = (Number(json.flags ?? 0) & flag.ephemeral) !== 0 ? one.user : null;
    if (type === 5) {
      refuseFaults(under("data", faultsOf(body.json ?? {}, deferForm)));
      if ((Number(json.flags ?? 0) & ~flag.ephemeral) !== 0)
        refuseFaults([
          {
            path: ["data", "flags"],
            code: "MESSAGE_FLAGS_INVALID",
            message: "Only EPHEMERAL can be set on a deferred answer",
          },
        ]);
    }
    const cause = { id: one.id, type: one.type, user: one.user };
    const content = type === 5 ? { json: { content: "thinking…" }, files: [] } : body;
    const message = compose(world, content, {
      channel: one.channel,
      form: "reply",
      only,
      cause,
      path: ["data"],
    });
    if (type === 5) Object.assign(message, { content: "", flags: message.flags | flag.loading });
    place(world, message);
    if (type === 4) {
      one.settle(sight(only ? "whisper" : "reply", message));
      heard(message);
    }
    return message;
  };

  return {
    "POST /interactions/:i/:token/callback": ({ params, query, body }): Answer => {
      const one = interactions.unanswered(params.i, params.token);
      answer(one, body);
      if (query.get("with_response") !== "true") return { status: 204 };
      const message = one.acked === 4 || one.acked === 7 || one.acked === 5 ? one.original : null;
      const about = message
        ? {
            response_message_id: message.id,
            response_message_loading: one.acked === 5,
            response_message_ephemeral: message.only !== null,
          }
        : {};
      const resource = message && one.acked !== 5 ? { message: messageObject(message, world) } : {};
      return {
        status: 200,
        json: {
          interaction: { id: one.id, type: one.type, ...about },
          resource: { type: one.acked, ...resource },
        },
      };
    },
  };
}

/** Answers that do not go with what was asked. */
function misplaced(one: Interaction, type: number): readonly Fault[] {
  const wrong = (words: string): readonly Fault[] => [
    { path: ["type"], code: "BASE_TYPE_CHOICES", message: words },
  ];
  if (type === 1) return wrong("PONG answers a ping");
  if ((one.type === 4) !== (type === 8))
    return wrong("Choices, and only choices, answer an autocomplete interaction");
  if (type === 9 && one.type === 5) return wrong("A modal cannot be opened from a modal");
  if ((type === 6 || type === 7) && one.source === null) return wrong("There is no message to update");
  return [];
}

function under(field: string, faults: readonly Fault[]): readonly Fault[] {
  return faults.map((fault) => ({ ...fault, path: [field, ...fault.path] }));
}
