import type { GatewayMessageCreateDispatchData } from "discord.js";
import type { Message } from "../../core/message.js";
import { saidOf } from "./events.js";
import type { Desk } from "./respond.js";

/** Answers what a person wrote in direct messages, in the same place; `key` keeps an answer from coming twice. */
export async function answerTyped(
  message: GatewayMessageCreateDispatchData,
  { inbox, outbox, log }: Pick<Desk, "inbox" | "outbox" | "log">,
): Promise<void> {
  const event = saidOf(message);
  if (!event) return;
  try {
    const { say, whisper, replace, direct } = await inbox(event);
    const said = [say, replace, direct, whisper].filter((part): part is Message => part !== undefined);
    for (const [index, part] of said.entries()) {
      const sent = await outbox.post(event.place, part, `t${event.id}${index === 0 ? "" : `.${index}`}`);
      if (sent.kind !== "posted") log.warn("a direct message could not be answered", { posting: sent });
    }
  } catch (error) {
    log.error("a direct message could not be answered", error);
  }
}
