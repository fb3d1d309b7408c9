import { watched } from "./acting.js";
import { type Fields, fillIn } from "./filling.js";
import { type Json, recordIn, recordsIn } from "./json.js";
import { type Doer, viewPayload } from "./payloads.js";
import { assetsOf } from "./posting.js";
import { Refusal } from "./refusal.js";
import { nothingShown, type Shown } from "./shown.js";
import { changeView, showModal } from "./view-methods.js";
import { checkView } from "./view-rules.js";
import type { Wires } from "./wires.js";
import { screenOf, type View } from "./world.js";

/** Sends a form; the acknowledgement may send it back, change it, or put another one over it. */
export async function submit(wires: Wires, doer: Doer, sent: { view: View; fields: Fields }): Promise<Shown> {
  const { world, delivery } = wires;
  const { view, fields } = sent;
  if (!view.open) throw new Error("the form is closed");
  const { values, errors } = fillIn(recordsIn(view.content.blocks), fields);
  if (Object.keys(errors).length > 0)
    return { ...nothingShown, view, errors, text: Object.values(errors).join("\n") };
  const payload = viewPayload(doer, view, "view_submission", values);
  let sentBack: Readonly<Record<string, string>> = {};
  const shown = await watched(
    wires,
    doer,
    () => delivery.send({ type: "interactive", answers: true, payload }),
    (answer) => {
      sentBack = react(wires, doer, view, answer);
    },
  );
  if (Object.keys(sentBack).length === 0) return shown;
  screenOf(world, doer.member.id).latest = view;
  return { ...nothingShown, view, errors: sentBack, text: Object.values(sentBack).join("\n") };
}

/** Closes a form without sending it; the app hears of it where it asked to. */
export async function dismiss(wires: Wires, doer: Doer, view: View): Promise<void> {
  view.open = false;
  if (view.content.notify_on_close !== true) return;
  const payload = viewPayload(doer, view, "view_closed", {});
  await wires.delivery.send({ type: "interactive", answers: false, payload });
}

function react(wires: Wires, doer: Doer, view: View, payload: unknown): Readonly<Record<string, string>> {
  const { world } = wires;
  const answer = recordIn(payload);
  const assets = assetsOf(world);
  const screen = screenOf(world, doer.member.id);
  switch (answer.response_action) {
    case undefined:
      view.open = false;
      return {};
    case "clear":
      for (const one of screen.modals) one.open = false;
      return {};
    case "update":
      changeView(world, view, checkView(answer.view, "modal", assets));
      return {};
    case "push":
      showModal(world, doer.team, doer.member.id, checkView(answer.view, "modal", assets));
      return {};
    case "errors":
      return errorsIn(view, recordIn(answer.errors));
    default:
      throw new Refusal("invalid_response_action");
  }
}

function errorsIn(view: View, errors: Json): Readonly<Record<string, string>> {
  const inputs = recordsIn(view.content.blocks).filter(({ type }) => type === "input");
  const ids = inputs.map(({ block_id }) => block_id);
  const wrong = Object.keys(errors).filter((id) => !ids.includes(id));
  if (wrong.length > 0) throw new Refusal("invalid_errors", [`no input block ${wrong.join(", ")}`]);
  return Object.fromEntries(Object.entries(errors).map(([id, words]) => [id, String(words)]));
}
