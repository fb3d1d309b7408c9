import type { types } from "@slack/bolt";
import type { Button } from "../../core/message.js";
import { cut } from "./cut.js";
import { oneLine } from "./escape.js";
import { limits } from "./limits.js";

/** Rows of buttons; `block` is their place in the message, so that no two of them bear one name. */
export function renderButtons(list: readonly Button[], block: number): readonly types.ActionsBlock[] {
  const buttons = list
    .filter(({ press }) => press.length <= limits.value)
    .map((button, index) => renderButton(button, `b${block}.${index}`));
  return Array.from({ length: Math.ceil(buttons.length / limits.actions) }, (_, at) => ({
    type: "actions",
    elements: buttons.slice(at * limits.actions, (at + 1) * limits.actions),
  }));
}

function renderButton(button: Button, name: string): types.Button {
  const { press, spoken } = button;
  const style = styleOf(button);
  return {
    type: "button",
    action_id: name,
    text: { type: "plain_text", text: labelOf(button), emoji: false },
    value: press,
    ...(style ? { style } : {}),
    ...(spoken ? { accessibility_label: cut(oneLine(spoken), limits.spoken) } : {}),
  };
}

/** A pressed toggle is told by a sign too, never by its colour alone. */
function labelOf({ label, pressed }: Button): string {
  const words = oneLine(label);
  return cut(`${pressed ? "✓ " : ""}${words === "" ? "…" : words}`, limits.label);
}

function styleOf({ tone, pressed }: Button): "primary" | "danger" | undefined {
  return pressed === undefined ? tone : pressed ? "primary" : undefined;
}
