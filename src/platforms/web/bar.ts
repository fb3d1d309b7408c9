import { html } from "hono/html";
import type { Html } from "./html.js";
import type { Face } from "./parts.js";
import { type Member, members, nameOf } from "./people.js";
import { wallTime } from "./wall-time.js";

/** Who you are, what time it is, and the day as a ruler. */
export function renderBar(member: Member, pane: string, now: Date, face: Face): Html {
  return html`<header class="bar">
  <h1 class="brand">${logo()} Cuecard <small>playground</small></h1>
  <form class="members" method="post" action="/member"><input type="hidden" name="pane" value="${pane}">
    <fieldset><legend>You are</legend>${members.map(
      (each) =>
        html`<button name="member" value="${each}"${each === member ? html` aria-current="true"` : ""}>${nameOf(each)}</button>`,
    )}</fieldset>
  </form>
  <form class="clock" method="post" action="/clock">
    ${renderNow(now, face.zone)}
    <p class="keys"><button name="move" value="hour">+1 hour</button><button name="move" value="ahead">${aheadWords(face)}</button></p>
  </form>
  ${renderRuler(now, face)}
</header>`;
}

/** Where the clock's long step leads: to a question only where one is near. */
export function aheadWords({ nextPost, ahead }: Face): string {
  return nextPost?.getTime() === ahead.getTime() ? "To the next question" : "To nine in the morning";
}

/** The script replaces it by its id when the clock has moved. */
export function renderNow(now: Date, zone: string): Html {
  const wall = wallTime(now, zone);
  return html`<p class="now" id="now"><time datetime="${now.toISOString()}"><b>${wall.time}</b> <span>${wall.weekday} ${wall.day} ${wall.month} ${wall.year}</span></time> <small>${zone}</small></p>`;
}

/** A tick an hour, what is past of the day, and a mark where the question comes. */
export function renderRuler(now: Date, face: Face): Html {
  const shareOf = (at: Date) => `${((100 * wallTime(at, face.zone).minutes) / 1440).toFixed(2)}%`;
  const post = face.nextPost
    ? html`<rect class="post" x="${shareOf(face.nextPost)}" width="3" height="8"/>`
    : "";
  return html`<svg class="ruler" id="ruler" aria-hidden="true"><defs><pattern id="hours" width="4.1667%" height="100%"><path d="M0.5 0v4"/></pattern></defs><rect width="100%" height="100%" fill="url(#hours)"/><rect class="past" width="${shareOf(now)}" height="3"/>${post}</svg>`;
}

function logo(): Html {
  return html`<svg viewBox="0 0 32 24" aria-hidden="true"><rect x="5" y="1" width="26" height="17" rx="2"/><rect x="1" y="6" width="26" height="17" rx="2"/><path d="M1 12h26"/></svg>`;
}
