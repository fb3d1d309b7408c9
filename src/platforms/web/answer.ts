import type { Context } from "hono";
import type { Questionnaire } from "../../core/message.js";
import { text } from "../../core/prose.js";
import { act } from "./act.js";
import type { Desk } from "./desk.js";
import { privatePane, readForm } from "./form.js";
import { smallPage } from "./guard.js";
import type { Member } from "./people.js";
import { fieldPrefix } from "./render-questionnaire.js";

/** A questionnaire, filled in: what it did not ask is left out, what it must know is demanded. */
export async function answer(c: Context, member: Member, desk: Desk): Promise<Response> {
  const form = await readForm(c);
  const card = desk.pile.get(form.get("card") ?? "");
  if (!card || card.pane !== member || card.body.kind !== "questionnaire") {
    return smallPage(c, 409, "This form was sent already, or is too old.");
  }
  const { questionnaire } = card.body;
  const fields = readFields(questionnaire, form);
  const missing = questionnaire.fields.find((field) => !field.optional && !fields[field.name]);
  if (missing) return smallPage(c, 400, `Please go back and fill in “${missing.label}”.`);
  const did = { kind: "answered", press: questionnaire.press, fields } as const;
  await act({ member, did, from: card.from, card, why: [text(`You sent ${questionnaire.title}`)] }, desk);
  return c.redirect(privatePane, 303);
}

function readFields(asked: Questionnaire, form: ReadonlyMap<string, string>): Record<string, string> {
  const fields = asked.fields.flatMap((field) => {
    const value = (form.get(fieldPrefix + field.name) ?? "").trim().slice(0, 1000);
    const known = !field.choices || field.choices.some((choice) => choice.value === value);
    return value !== "" && known ? [[field.name, value] as const] : [];
  });
  return Object.fromEntries(fields);
}
