import { randomUUID } from "node:crypto";
import type { Event, Receipt, Reply } from "../../app/platform.js";
import { parseCommand } from "../../core/command.js";
import { heading, type Message, note, passages } from "../../core/message.js";
import { type Prose, paragraph, text } from "../../core/prose.js";
import type { Desk } from "./desk.js";
import type { Body, Kept } from "./kept.js";
import { type Member, nameOf, personOf } from "./people.js";

/** What a member did on the page. */
export type Act = {
  readonly member: Member;
  readonly did: Event["did"];
  readonly from: Kept["from"];
  /** The private card whose button or form it was. */
  readonly card?: Kept;
  /** The posted message whose button it was. */
  readonly on?: Receipt;
  /** What the envelope of the answer says. */
  readonly why: Prose;
};

/**
 * Asks the bot and lays its reply where it belongs; where that fails, a private card says so. While the clock walks it
 * waits: what is asked for is told as it stands on arrival, and an answer counts from when it was given.
 */
export async function act(what: Act, desk: Desk): Promise<void> {
  const given = desk.clock();
  await desk.arrived();
  await desk.inTurn(what.member, async () => {
    const at = isAnswer(what.did) ? given : desk.clock();
    try {
      await lay(await ask({ ...what, at }, desk), what, desk);
    } catch (error) {
      await trouble(error, what, desk);
    }
  });
}

/** What may answer a question: a press that bears its key, a form, words that are no command. */
function isAnswer(did: Event["did"]): boolean {
  if (did.kind === "press") return !did.press.startsWith("-.");
  return did.kind === "answered" || (did.kind === "said" && !isCommand(did.text));
}

function isCommand(words: string): boolean {
  const wish = parseCommand(words);
  return wish.kind !== "misread" || wish.fault.kind !== "command";
}

/** The bot's reply alone: nothing is laid on any pane. */
export async function ask(
  what: Omit<Act, "why"> & { readonly at: Date },
  { face, inbox }: Desk,
): Promise<Reply> {
  const { channel, name, zone } = await face();
  const person = { ...personOf(what.member), zone };
  const place =
    what.from === "channel"
      ? ({ kind: "channel", id: channel, name } as const)
      : ({ kind: "direct", person: person.id } as const);
  const event = { id: randomUUID(), at: what.at, person, place, did: what.did };
  return inbox(what.on ? { ...event, on: what.on } : event);
}

/** Logs what happened and tells the member no more than is certain. */
export async function trouble(
  error: unknown,
  { member, why }: Pick<Act, "member" | "why">,
  { pile, clock, log }: Desk,
): Promise<void> {
  log(
    `The playground could not do what ${nameOf(member)} asked: ${String((error as Error)?.stack ?? error)}`,
  );
  const words = "Cuecard could not finish this. The reason stands in its log.";
  const message = {
    summary: `Something went wrong. ${words}`,
    blocks: [heading("Something went wrong"), ...passages([paragraph(words)])],
  };
  await pile.add({ pane: member, at: clock(), from: "direct", body: bodyOf(message), why });
}

async function lay(reply: Reply, what: Act, { pile, clock }: Desk): Promise<void> {
  const { member, why, card, from } = what;
  const add = (body: Body, more: Partial<Kept>) =>
    pile.add({ pane: member, at: clock(), from, body, why, ...more });
  // A form that was sent in is gone, as a modal is: what is answered takes its place.
  let sent = card?.body.kind === "questionnaire" && what.did.kind === "answered" ? card : undefined;
  const inPlaceOf = async (old: Kept | undefined, body: Body) => {
    if (old?.id === sent?.id) sent = undefined;
    const kept = old && (await pile.change(old.id, { at: clock(), body, why }, "top"));
    if (!kept) await add(body, {});
  };

  if (reply.say) {
    const aloud = from === "channel" ? "channel" : member;
    await add(bodyOf(reply.say), { pane: aloud, why: [text(`Asked for by ${nameOf(member)}`)] });
  }
  if (reply.replace) await inPlaceOf(card, bodyOf(reply.replace));
  if (reply.whisper) await inPlaceOf(sent, bodyOf(reply.whisper));
  if (reply.direct) await add(bodyOf(reply.direct), { from: "direct" });
  if (reply.ask) await inPlaceOf(sent, { kind: "questionnaire", questionnaire: reply.ask });
  if (sent && sent.body.kind === "questionnaire") {
    const title = sent.body.questionnaire.title;
    await inPlaceOf(sent, bodyOf({ summary: "Sent.", blocks: [heading(title), note(text("Sent."))] }));
  }
}

const bodyOf = (message: Message): Body => ({ kind: "message", message });
