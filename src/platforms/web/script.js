// Beyond what forms do: cards arrive by themselves, answers come without a reload, commands are completed.
import "./complete.js";

const main = document.getElementById("cards");

// ── cards arrive ──

let events;
function listen() {
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
listen();

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
  if (held) keepFocus(twin(held, old, card) ?? card);
  if (!old && pane === "private" && document.body.dataset.pane === "channel") countNew();
}

/** Of what only you see these cards are left; whoever was in one that is gone begins at the pane. */
function clear(there) {
  const section = document.getElementById("private");
  const gone = [...section.querySelectorAll(".cards > article")].filter(({ id }) => !there.includes(id));
  if (gone.length === 0) return;
  const held = gone.some((card) => card.contains(document.activeElement));
  for (const card of gone) card.remove();
  document.querySelector(".new").hidden = true;
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
function keepFocus(heir) {
  if (heir.matches("article")) heir.tabIndex = -1;
  heir.focus({ preventScroll: true });
}

/** An opened table stays open, and what is half filled in stays. */
function keepState(old, card) {
  for (const open of old?.querySelectorAll("details[open]") ?? []) {
    const other = twin(open.querySelector("summary"), old, card);
    if (other) other.parentElement.open = true;
  }
  for (const input of old?.querySelectorAll("input:not([type=hidden])") ?? []) {
    const other = twin(input, old, card);
    if (other?.name === input.name) [other.value, other.checked] = [input.value, input.checked];
  }
}

function countNew() {
  const badge = document.querySelector(".new");
  badge.textContent = `${badge.hidden ? 1 : Number.parseInt(badge.textContent, 10) + 1} new`;
  badge.hidden = false;
}

// ── forms answer without a reload ──

document.addEventListener("submit", (event) => {
  const form = event.target;
  const path = new URL(form.action).pathname;
  if (path === "/member") return;
  event.preventDefault();
  if (form.dataset.busy) return;
  form.dataset.busy = "yes";
  const done = path === "/clock" ? walk(form, event.submitter) : send(form, event.submitter);
  done
    .catch(() => complain("The playground does not answer. Is it still running?"))
    .finally(() => delete form.dataset.busy);
});

// The second click of a double click may fall on a card that came in between: nothing is deleted by it.
document.addEventListener("click", (event) => {
  if (event.detail > 1 && event.target.closest(".danger")) event.preventDefault();
});

/** Sends a form; the redirect is not followed, what it would show arrives as cards. False where it was refused. */
async function post(form, submitter) {
  const body = new URLSearchParams(new FormData(form, submitter));
  const response = await fetch(form.action, { method: "POST", body, redirect: "manual" });
  document.querySelector(".trouble")?.remove();
  if (response.type === "opaqueredirect") return true;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  complain(page.querySelector("main p")?.textContent ?? "That did not work.");
  return false;
}

let sending = 0;
async function send(form, submitter) {
  const box = form.querySelector("#command");
  const typed = box?.value;
  if (isWalking()) say("The clock is still walking: you are answered when it has arrived.", "status");
  sending += 1;
  if (!(await post(form, submitter).finally(() => (sending -= 1)))) return;
  show("private");
  const section = document.getElementById("private");
  // What was typed since, or beside a button that was pressed, is not sent yet.
  if (box && box.value === typed && submitter?.name !== "command") form.reset();
  if (!box && !section.contains(document.activeElement)) section.focus();
  section.scrollTo({ top: 0 });
}

async function walk(form, submitter) {
  const words = submitter.textContent;
  submitter.textContent = "Walking…";
  for (const button of document.querySelectorAll("[name=move]")) button.setAttribute("aria-disabled", "true");
  try {
    if (await post(form, submitter)) await redraw();
  } finally {
    submitter.textContent = words;
    for (const button of document.querySelectorAll("[name=move]")) button.removeAttribute("aria-disabled");
    nameStep(step.dataset.words ?? step.textContent);
  }
  if (document.activeElement === document.body) main.focus();
}

const step = document.querySelector(".clock [value=ahead]");
const isWalking = () => step.getAttribute("aria-disabled") === "true";
/** Where the clock's long step leads now; while the clock walks it says so until it has arrived. */
function nameStep(words) {
  step.dataset.words = words;
  if (!isWalking()) step.textContent = words;
}

/** The whole page at its new time: yesterday's question was today's before. */
async function redraw() {
  const response = await fetch("/");
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const part of ["#now", "#ruler", "#channel", "#private > .cards"]) {
    document.querySelector(part).replaceWith(page.querySelector(part));
  }
  nameStep(page.querySelector(".clock [value=ahead]").textContent);
  main.dataset.after = page.getElementById("cards").dataset.after;
  listen();
  if (sending === 0) show("channel");
}

/** Which of the two panes a narrow window shows. */
function show(pane) {
  document.body.dataset.pane = pane;
  for (const link of document.querySelectorAll(".tabs a")) {
    if (link.search.includes(pane)) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (pane === "private") document.querySelector(".new").hidden = true;
  document.querySelector(".members [name=pane]").value = pane;
}

const complain = (words) => say(words, "alert");

/** A line above the cards, until the next answer. */
function say(words, role) {
  document.querySelector(".trouble")?.remove();
  const line = document.createElement("p");
  line.className = "trouble";
  line.setAttribute("role", role);
  line.textContent = words;
  document.querySelector("#private > .command").after(line);
  show("private");
}
