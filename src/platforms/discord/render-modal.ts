import {
  type APILabelComponent,
  type APITextDisplayComponent,
  ComponentType,
  TextInputStyle,
} from "discord.js";
import type { Block, Field, Questionnaire } from "../../core/message.js";
import { cut } from "./cut.js";
import { clean } from "./escape.js";
import { limits } from "./limits.js";
import { piecesOf } from "./pieces.js";

/** A small form as a modal: choices as a list, free text as a field. */
export function renderModal({ title, press, about = [], fields }: Questionnaire) {
  const shown = aboutParts(about);
  return {
    custom_id: press,
    title: cut(clean(title), limits.modalTitle),
    components: [...shown, ...fields.slice(0, limits.modalParts - shown.length).map(renderField)],
  };
}

/** Words alone, in one part; left out where they are more than Discord takes. */
function aboutParts(about: readonly Block[]): readonly APITextDisplayComponent[] {
  if (about.length === 0) return [];
  const whole = Number.POSITIVE_INFINITY;
  const pieces = piecesOf({ summary: "", blocks: about }, { why: whole, long: whole, manner: "rich" });
  const content = pieces.flatMap((piece) => (piece.kind === "text" ? [piece.text] : [])).join("\n");
  if (content.length > limits.text || Buffer.byteLength(content) > limits.textBytes) return [];
  return [{ type: ComponentType.TextDisplay, content }];
}

function renderField(field: Field): APILabelComponent {
  const label = cut(clean(field.label), limits.modalLabel);
  const required = !field.optional;
  const own = { custom_id: field.name, required };
  if (!field.choices) {
    const text = {
      type: ComponentType.TextInput as const,
      style: TextInputStyle.Paragraph,
      max_length: limits.modalText,
      ...(field.hint ? { placeholder: cut(clean(field.hint), limits.modalHint) } : {}),
      ...(field.value ? { value: cut(field.value, limits.modalText) } : {}),
    };
    return { type: ComponentType.Label, label, component: { ...own, ...text } };
  }
  const options = field.choices.slice(0, limits.selectOptions).map(({ value, label }) => ({
    value,
    label: cut(clean(label), limits.selectLabel),
    ...(value === field.value ? { default: true } : {}),
  }));
  return {
    type: ComponentType.Label,
    label,
    component: { ...own, type: ComponentType.StringSelect, options },
  };
}
