import type { Block } from "../../core/message.js";
import type { Kept } from "./kept.js";

/**
 * What is typed under a question that was asked from the channel is the label of one of its buttons, or nothing to it:
 * in the channel nobody says anything to the bot alone. The newest card that asks or judges is the one that is meant;
 * what was asked in direct messages is answered by the bot, which knows more words there.
 */
export function typedPress(
  cards: readonly Kept[],
  words: string,
): { readonly card: Kept; readonly press: string } | null {
  const card = cards.find((kept) => blocksOf(kept).some(asksOrJudges));
  if (card?.from !== "channel") return null;
  const label = words.toLowerCase().replace(/[.!]+$/, "");
  const buttons = blocksOf(card).flatMap((block) => (block.kind === "buttons" ? block.buttons : []));
  const meant = buttons.find((button) => button.label.toLowerCase() === label);
  return meant ? { card, press: meant.press } : null;
}

const blocksOf = ({ body }: Kept) => (body.kind === "message" ? body.message.blocks : []);
const asksOrJudges = (block: Block) =>
  block.kind === "options" || (block.kind === "heading" && block.tone !== undefined);
