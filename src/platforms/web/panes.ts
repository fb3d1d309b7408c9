import { html } from "hono/html";
import { commandList } from "../../core/command.js";
import { renderArticle } from "./article.js";
import { aheadWords } from "./bar.js";
import type { Html } from "./html.js";
import type { Face } from "./parts.js";
import { type Member, nameOf } from "./people.js";
import type { Pile } from "./pile.js";
import { renderTime } from "./render-prose.js";

/** What everybody sees. */
export function renderChannel(face: Face, pile: Pile, now: Date): Html {
  const cards = pile.in("channel");
  return html`<section class="pane" id="channel" aria-labelledby="channel-name">
  <header><h2 id="channel-name">${face.name}</h2><p>${face.line}</p></header>
  ${cards.length === 0 ? renderWelcome(face) : ""}
  <div class="cards">${cards.map((kept) => renderArticle(kept, pile, { zone: face.zone, now }))}</div>
</section>`;
}

/** What this member alone sees, and the command box above it. */
export function renderPrivate(member: Member, face: Face, { pile, now }: { pile: Pile; now: Date }): Html {
  const cards = pile.in(member);
  return html`<section class="pane" id="private" aria-labelledby="private-name" tabindex="-1">
  <header><h2 id="private-name">Only you, ${nameOf(member)}</h2><p>What Cuecard says to you alone. The newest is on top.</p></header>
  <form class="command" method="post" action="/command">
    <label for="command">Command or answer</label>
    <input id="command" name="command" list="commands" maxlength="2000" autocomplete="off" autocapitalize="off" spellcheck="false">
    <button class="primary">Send</button>
    <datalist id="commands">${commands.map((words) => html`<option value="${words}"></option>`)}</datalist>
    <p class="hints">${hints.map((words) => html`<button name="command" value="${words}">${words}</button>`)}</p>
  </form>
  ${cards.length === 0 ? html`<p class="nothing">Nothing yet. Your results, practice and the board will land here, and nobody else sees them.</p>` : ""}
  <div class="cards" aria-live="polite">${cards.map((kept) => renderArticle(kept, pile, { zone: face.zone, now }))}</div>
</section>`;
}

const hints = commandList.map(({ name }) => `/${name}`);
/** Without a script the browser completes by these: whatever can be sent as it stands. */
const commands = commandList
  .flatMap(({ name, usage }) => ["", ...usage].map((words) => `/${name} ${words}`.trimEnd()))
  .filter((words, index, all) => !/[[\]…]/.test(words) && all.indexOf(words) === index);

/** The first morning: true with any notes. */
function renderWelcome(face: Face): Html {
  const next = face.nextPost;
  return html`<div class="first"><article class="message"><div class="card welcome">
  <h3>Nothing has been asked here yet</h3>
  <p>Welcome: this is a team channel in which Cuecard asks one question a day from the team’s own notes, and you can move its clock to see what a week is like.</p>
  <ol class="steps">
    <li><p><b>Let time pass.</b> ${next ? html`The first question comes ${renderTime(next, face.zone)}.` : face.line}</p>
      <form method="post" action="/clock"><button name="move" value="ahead" class="primary">${aheadWords(face)}</button></form></li>
    <li><p><b>Answer it as Ada, then as Ben.</b> Each sees only their own result; how the team did is told when the question closes.</p>
      <form method="post" action="/member"><button name="member" value="ben">Be Ben</button></form></li>
    <li><p><b>Ask for a question of your own.</b> It comes at once, and nobody else sees it.</p>
      <form method="post" action="/command"><button name="command" value="/quiz">/quiz</button></form></li>
  </ol>
</div></article>
${next ? html`<p class="nothing">The next question will lie here: ${renderTime(next, face.zone)}.</p>` : ""}</div>`;
}
