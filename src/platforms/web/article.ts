import { html } from "hono/html";
import type { Message } from "../../core/message.js";
import { type Prose, text } from "../../core/prose.js";
import type { Html } from "./html.js";
import type { Kept } from "./kept.js";
import type { Pile } from "./pile.js";
import { renderMessage } from "./render.js";
import { renderProse } from "./render-prose.js";
import { renderQuestionnaire } from "./render-questionnaire.js";
import { daysFrom, shortDate, wallTime } from "./wall-time.js";

/** The reader's zone and the time on the playground's clock. */
export type Reading = { readonly zone: string; readonly now: Date };

/** One message with its envelope, its card and the replies to it: what is put on the page and replaced as a whole. */
export function renderArticle(kept: Kept, pile: Pile, reading: Reading): Html {
  const replies = pile.repliesTo(kept.id).map((reply) => renderOne(reply, reading, html``));
  return renderOne(kept, reading, html`${replies}`);
}

function renderOne(kept: Kept, reading: Reading, replies: Html): Html {
  const kind = kept.under ? "message reply" : "message";
  return html`<article class="${kind}" id="${kept.id}"><p class="when"><span>${renderProse(envelopeOf(kept, reading), reading.zone)}</span> ${renderWhen(kept, reading)}</p><div class="card">${renderBody(kept, reading.zone)}</div>${replies}</article>`;
}

function renderBody(kept: Kept, zone: string): Html {
  switch (kept.body.kind) {
    case "message":
      return renderMessage(kept.body.message, { card: kept.id, zone });
    case "questionnaire":
      return renderQuestionnaire(kept.body.questionnaire, { card: kept.id, zone });
  }
}

/** What called for it, as far as the page itself knows. */
function envelopeOf(kept: Kept, reading: Reading): Prose {
  const said = kept.why ?? [text(unasked(kept, reading))];
  if (!kept.edited || roundIn(kept)?.revealed) return said;
  return [...said, text(`, updated ${wallTime(kept.edited, reading.zone).time}`)];
}

function unasked(kept: Kept, { zone, now }: Reading): string {
  if (kept.under) return "Reply";
  const round = roundIn(kept);
  if (!round) return "From Cuecard";
  const revealed = round.revealed ? ", revealed" : "";
  if (round.kind === "bonus") return `A bonus question${revealed}`;
  const asked = wallTime(kept.at, zone);
  const days = daysFrom(asked, wallTime(now, zone));
  const whose = days === 0 ? "Today’s " : days === 1 ? "Yesterday’s " : days < 7 ? `${asked.weekday}’s ` : "";
  return `${whose ? `${whose}question` : "Question"}${revealed}`;
}

/** Messages that were kept before rounds were named are known by their options. */
function roundIn({ body }: Kept): Message["round"] {
  if (body.kind !== "message") return undefined;
  const options = body.message.blocks.find((block) => block.kind === "options");
  const revealed = options?.items.some((item) => item.mark !== undefined) ?? false;
  return body.message.round ?? (options && { kind: "scheduled", revealed });
}

/** Private cards of today need no date. */
function renderWhen(kept: Kept, { zone, now }: Reading): Html {
  const wall = wallTime(kept.at, zone);
  const brief = kept.pane !== "channel" && wall.date === wallTime(now, zone).date;
  return html`<time datetime="${kept.at.toISOString()}">${brief ? wall.time : shortDate(wall)}</time>`;
}
