import type { Act } from "./acts.js";
import { type Body, listIn, objectIn, stringIn } from "./body.js";
import type { Client } from "./lines.js";

/** A letter typed in direct messages is a press of that letter on the newest of our messages that has buttons there. */
export async function pressTyped(act: Act, client: Client, me: string): Promise<Act> {
  const { did, channel } = act;
  const letter = did.kind === "said" ? /^\(?([a-z])[).]?$/i.exec(did.text)?.[1]?.toUpperCase() : undefined;
  if (letter === undefined || channel === null) return act;
  try {
    const { messages } = await client.conversations.history({ channel: channel.id, limit: 10 });
    const newest = listIn(messages).find((one) => one.user === me && buttonsIn(one).length > 0);
    const button = newest && buttonsIn(newest).find((one) => labelOf(one) === letter);
    if (!newest || !button) return act;
    const on = { channel: channel.id, message: stringIn(newest.ts) };
    return { ...act, on, did: { kind: "press", press: stringIn(button.value) } };
  } catch {
    return act;
  }
}

function buttonsIn({ blocks }: Body): readonly Body[] {
  return listIn(blocks).flatMap(({ type, elements }) => (type === "actions" ? listIn(elements) : []));
}

function labelOf({ text }: Body): string {
  return stringIn(objectIn(text).text).replace(/^✓ /, "");
}
