import { type APILabelComponent, ComponentType, TextInputStyle } from "discord.js";
import type { Field, Questionnaire } from "../../core/message.js";
import { cut } from "./cut.js";
import { clean } from "./escape.js";
import { limits } from "./limits.js";

/** A small form as a modal: choices as a list, free text as a field. */
export function renderModal({ title, press, fields }: Questionnaire) {
  return {
    custom_id: press,
    title: cut(clean(title), limits.modalTitle),
    components: fields.slice(0, limits.modalFields).map(renderField),
  };
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
