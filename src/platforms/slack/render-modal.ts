import type { types } from "@slack/bolt";
import type { Field, Questionnaire } from "../../core/message.js";
import { blocksOf } from "./blocks.js";
import { cut } from "./cut.js";
import { oneLine } from "./escape.js";
import { limits } from "./limits.js";

/** A small form as a modal; `carries` comes back with what was filled in. */
export function renderModal(form: Questionnaire, carries: string): types.ModalView {
  const whole = Number.POSITIVE_INFINITY;
  const { title, fields } = form;
  const about = form.about ? blocksOf({ summary: title, blocks: form.about }, whole) : [];
  const inputs = fields.map(
    (field): types.InputBlock => ({
      type: "input",
      block_id: field.name,
      label: plain(field.label, limits.text / 2),
      optional: field.optional ?? false,
      element: elementOf(field),
    }),
  );
  return {
    type: "modal",
    callback_id: "cuecard",
    private_metadata: carries,
    title: plain(title, limits.modalTitle),
    submit: plain("Send", limits.modalTitle),
    close: plain("Cancel", limits.modalTitle),
    blocks: [...about, ...inputs],
  };
}

/** The one element of each field. */
export const fieldName = "field";

function elementOf({ choices, hint, value: given }: Field): types.InputBlockElement {
  if (!choices) {
    return {
      ...{ type: "plain_text_input", action_id: fieldName, multiline: true, max_length: limits.modalText },
      ...(hint ? { placeholder: plain(hint, limits.modalHint) } : {}),
      ...(given ? { initial_value: cut(given, limits.modalText) } : {}),
    };
  }
  const options = choices.slice(0, limits.choices).map(({ value, label }) => ({
    value,
    text: plain(label, limits.choice),
  }));
  const type = options.length > limits.radios ? "static_select" : "radio_buttons";
  const initial = options.find(({ value }) => value === given);
  return { type, action_id: fieldName, options, ...(initial ? { initial_option: initial } : {}) };
}

function plain(words: string, most: number): types.PlainTextElement {
  const line = oneLine(words);
  return { type: "plain_text", text: cut(line === "" ? "…" : line, most), emoji: false };
}
