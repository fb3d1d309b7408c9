import { type APIInteraction, InteractionType, type REST } from "discord.js";
import type { Event, Inbox, Reply } from "../../app/platform.js";
import { heading, type Message, note } from "../../core/message.js";
import { text } from "../../core/prose.js";
import type { SendCallback } from "./callback.js";
import { typedLine } from "./command-words.js";
import { renderChoices } from "./complete.js";
import { eventOf } from "./events.js";
import type { Outbox } from "./outbox.js";
import type { Log } from "./parts.js";
import { renderAll } from "./render.js";
import { renderModal } from "./render-modal.js";
import { openTurn, type Turn } from "./turn.js";

export type Desk = {
  readonly inbox: Inbox;
  readonly answers: REST;
  readonly send: SendCallback;
  readonly outbox: Outbox;
  readonly log: Log;
};

/** After so many milliseconds Discord is asked for more time: it waits for three seconds. */
const soon = 1500;

/** Hands on what somebody did and lays the reply where it belongs. It never throws. */
export async function respond(interaction: APIInteraction, desk: Desk): Promise<void> {
  const event = eventOf(interaction);
  if (!event) return;
  const turn = openTurn(interaction, { rest: desk.answers, send: desk.send, log: desk.log });
  const isTyping = event.did.kind === "typing";
  const timer = isTyping ? undefined : setTimeout(() => void turn.defer(), soon);
  try {
    const reply = await desk.inbox(event);
    if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
      const { before } = typedLine(
        interaction.data as Parameters<typeof typedLine>[0],
        interaction.guild_id ?? null,
      );
      return await turn.choices(renderChoices(reply.suggest ?? [], before));
    }
    await lay(reply, event, turn, desk.outbox);
  } catch (error) {
    desk.log.error("what somebody did on Discord could not be answered", error);
  } finally {
    clearTimeout(timer);
    if (!isTyping) await turn.end();
  }
}

async function lay(reply: Reply, event: Event, turn: Turn, outbox: Outbox): Promise<void> {
  if (reply.ask && !(await turn.form(renderModal(reply.ask)))) await turn.whisper(renderAll(tooSlow));
  if (reply.replace) await turn.replace(renderAll(reply.replace));
  const whisper = reply.direct ? await sendDirect(reply.direct, reply, event, outbox) : reply.whisper;
  if (whisper) await turn.whisper(renderAll(whisper));
  if (reply.say) await turn.aloud(renderAll(reply.say));
}

/** Gives what is to be whispered then. Who is with the bot alone already is answered right there. */
async function sendDirect(
  message: Message,
  { whisper, instead }: Reply,
  { id, person, place }: Event,
  outbox: Outbox,
): Promise<Message | undefined> {
  if (place.kind === "direct") return message;
  const sent = await outbox.post({ kind: "direct", person: person.id }, message, `d${id}`);
  return sent.kind === "posted" || sent.kind === "doubt" ? whisper : (instead ?? whisper);
}

/** A form can only be the first answer. */
const tooSlow: Message = {
  summary: "That took too long. Please press again.",
  blocks: [heading("That took too long"), note(text("Please press again."))],
};
