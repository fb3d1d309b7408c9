// Cards arrive by themselves, each in its place, and disturb nobody.
import { nameStep } from "./step.js";

const main = document.getElementById("cards");

let events;
export function listen() {
  events?.close();
  events = new EventSource(`/events?after=${main.dataset.after}&as=${main.dataset.as}`);
  events.addEventListener("reload", () => {
    events.close();
    location.reload();
  });
  events.addEventListener("card", (event) => {
    main.dataset.after = event.lastEventId;
    lay(JSON.parse(event.data));
  });
  events.addEventListener("there", (event) => clear(JSON.parse(event.data)));
}
// A browser allows six connections to one address: a tab in the background keeps none.
document.addEventListener("visibilitychange", () => (document.hidden ? events.close() : listen()));

function lay({ pane, id, top, html, now, ruler, ahead }) {
  document.getElementById("now").replaceWith(fragment(now));
  document.getElementById("ruler").replaceWith(fragment(ruler));
  nameStep(ahead);
  const old = document.getElementById(id);
  const card = fragment(html).firstElementChild;
  const held = old?.contains(document.activeElement) ? document.activeElement : null;
  keepState(old, card);
  if (old && !top) old.replaceWith(card);
  else {
    old?.remove();
    document.querySelector(`#${pane} > .cards`).prepend(card);
    for (const empty of document.querySelectorAll(`#${pane} > :is(.nothing, .first)`)) empty.remove();
  }
  if (held) keepFocus(held, old, card);
  if (!old && pane !== document.body.dataset.pane) countNew(pane);
}

/** Of what only you see these cards are left; whoever was in one that is gone begins at the pane. */
function clear(there) {
  const section = document.getElementById("private");
  const gone = [...section.querySelectorAll(".cards > article")].filter(({ id }) => !there.includes(id));
  if (gone.length === 0) return;
  const held = gone.some((card) => card.contains(document.activeElement));
  for (const card of gone) card.remove();
  nothingNew("private");
  if (held) section.focus({ preventScroll: true });
}

const fragment = (html) => {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
};

const controls = "button, input, a, summary, pre";
/** What has the same words at the same place: the press of a toggle changes when it is pressed. */
function twin(held, old, card) {
  const place = [...old.querySelectorAll(controls)].indexOf(held);
  const other = card.querySelectorAll(controls)[place];
  return other?.textContent === held.textContent ? other : null;
}

/** Who had the focus in a card that was replaced keeps it there, at the card itself where the control is gone. */
export function keepFocus(held, old, card) {
  const heir = twin(held, old, card) ?? card;
  if (heir === card) heir.tabIndex = -1;
  heir.focus({ preventScroll: true });
}

/** An opened table stays open, and what is half filled in stays. */
export function keepState(old, card) {
  for (const open of old?.querySelectorAll("details[open]") ?? []) {
    const other = twin(open.querySelector("summary"), old, card);
    if (other) other.parentElement.open = true;
  }
  for (const input of old?.querySelectorAll("input:not([type=hidden])") ?? []) {
    const other = twin(input, old, card);
    if (other?.name === input.name) [other.value, other.checked] = [input.value, input.checked];
  }
}

const badgeOf = (pane) => document.querySelector(`.tabs [href^="?pane=${pane}"] .new`);

/** On the tab of a pane that a narrow window does not show. */
function countNew(pane) {
  const badge = badgeOf(pane);
  badge.textContent = `${badge.hidden ? 1 : Number.parseInt(badge.textContent, 10) + 1} new`;
  badge.hidden = false;
}

export function nothingNew(pane) {
  badgeOf(pane).hidden = true;
}
