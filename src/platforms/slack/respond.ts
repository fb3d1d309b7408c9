import type { Event, Inbox, Reply } from "../../app/platform.js";
import { heading, type Message, note } from "../../core/message.js";
import { code, text } from "../../core/prose.js";
import type { Act } from "./acts.js";
import { eventOf } from "./events.js";
import { handOver } from "./hand-over.js";
import type { Known } from "./known.js";
import { limits } from "./limits.js";
import { renderAll, renderHome } from "./render.js";
import { renderModal } from "./render-modal.js";
import { openTurn, type Turn, type TurnParts } from "./turn.js";

export type Desk = Omit<TurnParts, "ack"> & {
  readonly inbox: Inbox;
  readonly known: Known;
};

/** After so many milliseconds Slack is told that the act was taken in: it waits for three seconds. */
const soon = 1500;

/** Hands on what somebody did and lays the reply where it belongs: stored first, then acknowledged. It never throws. */
export async function respond(act: Act, ack: TurnParts["ack"], desk: Desk): Promise<void> {
  const turn = openTurn(act, { ...desk, ack });
  const timer = setTimeout(() => void turn.settle(), soon);
  try {
    const event = await eventOf(act, desk.team, desk.known);
    const reply = await handOver(await desk.inbox(event), event, desk.outbox);
    await lay(reply, { act, event, turn, desk });
  } catch (error) {
    desk.log.error("what somebody did on Slack could not be answered", error);
  } finally {
    clearTimeout(timer);
    await turn.settle();
  }
}

type Round = { readonly act: Act; readonly event: Event; readonly turn: Turn; readonly desk: Desk };

async function lay(reply: Reply, round: Round): Promise<void> {
  const { act, turn } = round;
  if (act.channel === null && act.by !== "form") return await layAtHome(reply, round);
  if (reply.ask && !(await turn.form(renderModal(reply.ask, carriedBy(round, reply.ask.press))))) {
    await turn.whisper(renderAll(tooSlow));
  }
  if (reply.replace) await turn.replace(renderAll(reply.replace));
  const whisper = reply.direct ? await sendDirect(reply.direct, reply, round) : reply.whisper;
  if (whisper) await turn.whisper(renderAll(whisper));
  if (reply.say && !(await turn.aloud(renderAll(reply.say)))) {
    await turn.whisper([...renderAll(reply.say), ...renderAll(unheard)]);
  }
}

/** What replaces stands on the home tab itself, and so does all that is said of its opening. */
async function layAtHome(reply: Reply, round: Round): Promise<void> {
  const { act, turn, desk, event } = round;
  const { ask, replace, whisper, direct, say } = reply;
  if (ask && !(await turn.form(renderModal(ask, carriedBy(round, ask.press))))) {
    await turn.whisper(renderAll(tooSlow));
  }
  const home = replace ?? (act.by === "home" ? whisper : undefined);
  if (home) await turn.home(renderHome(home));
  const written = [act.by === "home" ? undefined : whisper, direct, say].filter((one) => one !== undefined);
  if (written.length === 0) return;
  for (const one of written) await turn.whisper(renderAll(one));
  desk.log.info("answered the home tab in direct messages", { person: event.person.id });
}

/** Gives what is to be whispered then. Who is with the bot alone already is answered right there. */
async function sendDirect(
  message: Message,
  { whisper, instead }: Reply,
  { event, desk }: Round,
): Promise<Message | undefined> {
  if (event.place.kind === "direct") return message;
  const sent = await desk.outbox.post({ kind: "direct", person: event.person.id }, message, `d${event.id}`);
  return sent.kind === "posted" || sent.kind === "doubt" ? whisper : (instead ?? whisper);
}

/** What a form brings back: the press, the workspace, and where its answer goes. */
function carriedBy({ act: { url, channel }, desk: { team } }: Round, press: string): string {
  const words = JSON.stringify({ press, team, url, channel: channel?.id ?? "", name: channel?.name ?? "" });
  return words.length <= limits.privateMetadata ? words : JSON.stringify({ press, team, url });
}

/** A form can only be opened within three seconds. */
const tooSlow: Message = {
  summary: "That took too long. Please press again.",
  blocks: [heading("That took too long"), note(text("Please press again."))],
};

const unheard: Message = {
  summary: "Only you see this: I am not in this channel. Type /invite @Cuecard here, so that I can post.",
  blocks: [
    note(
      text("Only you see this, because I cannot post here. Type "),
      code("/invite @Cuecard"),
      text(" in this channel: then I can."),
    ),
  ],
};
