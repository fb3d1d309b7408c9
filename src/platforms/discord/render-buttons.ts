import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import type { Button } from "../../core/message.js";
import { cut } from "./cut.js";
import { clean } from "./escape.js";
import { limits } from "./limits.js";

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Rows of five; very many become lists to choose from. A press that stands twice is shown once. */
export function renderButtons(list: readonly Button[]): readonly Row[] {
  const once = list.filter(
    (button, index) =>
      button.press.length <= limits.customId &&
      list.findIndex((other) => other.press === button.press) === index,
  );
  if (once.length <= limits.buttonsInBlock) {
    return slices(once, limits.buttonsInRow).map((row) => ({
      type: ComponentType.ActionRow,
      components: row.map(renderButton),
    }));
  }
  return slices(once, limits.selectOptions).map((part) => ({
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        // Never pressed itself: it begins with the key as every press does, so that the message can be found.
        custom_id: `${part[0]?.press ?? "-"}`,
        placeholder: `${labelOf(part[0])} – ${labelOf(part.at(-1))}`,
        options: part.map(renderChoice),
      },
    ],
  }));
}

function renderButton(button: Button): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: styleOf(button),
    label: labelOf(button),
    custom_id: button.press,
  };
}

function renderChoice(button: Button): APISelectMenuOption {
  return { label: labelOf(button), value: button.press };
}

/** A pressed toggle is told by a sign too, never by its colour alone. */
function labelOf(button: Button | undefined): string {
  const words = clean(button?.label ?? "")
    .replace(/\s+/g, " ")
    .trim();
  return cut(`${button?.pressed ? "✓ " : ""}${words === "" ? "…" : words}`, limits.buttonLabel);
}

function styleOf({ tone, pressed }: Button): Exclude<ButtonStyle, ButtonStyle.Link | ButtonStyle.Premium> {
  if (pressed !== undefined) return pressed ? ButtonStyle.Success : ButtonStyle.Secondary;
  if (tone === undefined) return ButtonStyle.Secondary;
  return tone === "danger" ? ButtonStyle.Danger : ButtonStyle.Primary;
}

function slices<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}
