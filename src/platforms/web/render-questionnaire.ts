import { html } from "hono/html";
import type { Field, Questionnaire } from "../../core/message.js";
import type { Html } from "./html.js";
import { renderMessage, type Setting } from "./render.js";

/** A form in a card: choices as radio buttons, free text as a field. Names bear a prefix of their own. */
export function renderQuestionnaire(form: Questionnaire, setting: Setting): Html {
  const { card } = setting;
  const about = form.about ? renderMessage({ summary: form.title, blocks: form.about }, setting) : "";
  return html`<h3>${form.title}</h3>${about}<form class="questionnaire" method="post" action="/answer"><input type="hidden" name="card" value="${card}"><input type="hidden" name="press" value="${form.press}">${form.fields.map((field) => renderField(field, card))}<button class="primary">Send</button></form>`;
}

/** `field.` and the field's own name: it can never be taken for `press` or `card`. */
export const fieldPrefix = "field.";

function renderField(field: Field, card: string): Html {
  const name = fieldPrefix + field.name;
  const required = field.optional ? "" : html` required`;
  const label = html`${field.label}${field.optional ? html` <small>(optional)</small>` : ""}`;
  if (!field.choices) {
    const id = `${card}-${field.name}`;
    const hint = field.hint ? html` placeholder="${field.hint}"` : "";
    const value = field.value ? html` value="${field.value}"` : "";
    return html`<p><label for="${id}">${label}</label><input id="${id}" name="${name}" maxlength="1000" autocomplete="off"${hint}${value}${required}></p>`;
  }
  const choices = field.choices.map(
    (choice) =>
      html`<label><input type="radio" name="${name}" value="${choice.value}"${choice.value === field.value ? html` checked` : ""}${required}> ${choice.label}</label>`,
  );
  return html`<fieldset><legend>${label}</legend>${choices}</fieldset>`;
}
