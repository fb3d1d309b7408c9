import { heading, type Message, note } from "../../core/message.js";
import { text } from "../../core/prose.js";
import { answerBody, openAnswers } from "./answer-url.js";
import { type Body, objectIn, stringIn } from "./body.js";
import type { Envelope } from "./door.js";
import { foreign } from "./http.js";
import { renderOne } from "./render.js";

const send = openAnswers();

/**
 * What comes from where the app is not installed, as far as is known here. Where workspaces come and go, people are told
 * so; where there is but one, it is answered with 401.
 */
export async function turnAway(
  body: Body,
  ack: Envelope["ack"],
  installs: "by themselves" | "never",
): Promise<void> {
  // Slack says it in two ways, and again where it was not heard.
  if (isParting(body)) return await ack();
  if (installs === "never") throw foreign();
  const isOrgWide = String(body.is_enterprise_install) === "true";
  const answer = answerBody(renderOne(isOrgWide ? orgWide : unknown), "ephemeral");
  if (typeof body.command === "string") return await ack(answer);
  const url = stringIn(body.response_url);
  if (url === "") throw foreign();
  await ack();
  await send(url, answer).catch(() => {});
}

function isParting(body: Body): boolean {
  const { type } = objectIn(body.event);
  return body.type === "event_callback" && (type === "app_uninstalled" || type === "tokens_revoked");
}

const orgWide = words(
  "Cuecard serves single workspaces only",
  "It was installed for your whole organisation, which it does not serve. Ask an administrator to install it into this workspace instead: then it answers here.",
);

const unknown = words(
  "Cuecard is not installed here",
  "This workspace took it out, or it was never finished. Whoever installs it again finds everything as it was.",
);

function words(title: string, more: string): Message {
  return { summary: `${title}. ${more}`, blocks: [heading(title), note(text(more))] };
}
