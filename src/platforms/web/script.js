// Beyond what forms do: cards arrive by themselves, answers come without a reload, commands are completed.
import "./complete.js";
import { keepFocus, keepState, listen, nothingNew } from "./cards.js";
import { isWalking, nameStep, step } from "./step.js";

const main = document.getElementById("cards");
listen();

document.addEventListener("submit", (event) => {
  const form = event.target;
  const path = new URL(form.action).pathname;
  if (path === "/member") return;
  event.preventDefault();
  if (path === "/clock" && isWalking()) return;
  // The same again before it is answered is the second click of a double click; other words are words of their own.
  const body = new URLSearchParams(new FormData(form, event.submitter));
  const what = String(body);
  if (form.dataset.busy === what) return;
  form.dataset.busy = what;
  const done = path === "/clock" ? walk(form, event.submitter, body) : send(form, event.submitter, body);
  done
    .catch(() => complain("The playground does not answer. Is it still running?"))
    .finally(() => form.dataset.busy === what && delete form.dataset.busy);
});

// The second click of a double click may fall on a card that came in between: nothing is deleted by it.
document.addEventListener("click", (event) => {
  if (event.detail > 1 && event.target.closest(".danger")) event.preventDefault();
});

/** Sends a form; the redirect is not followed, what it would show arrives as cards. False where it was refused. */
async function post(form, body) {
  const response = await fetch(form.action, { method: "POST", body, redirect: "manual" });
  document.querySelector(".trouble")?.remove();
  if (response.type === "opaqueredirect") return true;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  complain(page.querySelector("main p")?.textContent ?? "That did not work.");
  return false;
}

let sending = 0;
async function send(form, submitter, body) {
  const box = form.querySelector("#command");
  const typed = box?.value;
  if (isWalking()) say("The clock is still walking: you are answered when it has arrived.", "status");
  sending += 1;
  if (!(await post(form, body).finally(() => (sending -= 1)))) return;
  show("private");
  const section = document.getElementById("private");
  // What was typed since, or beside a button that was pressed, is not sent yet.
  if (box && box.value === typed && submitter?.name !== "command") form.reset();
  if (!box && !section.contains(document.activeElement)) section.focus();
  section.scrollTo({ top: 0 });
}

async function walk(form, submitter, body) {
  const words = submitter.textContent;
  submitter.textContent = "Walking…";
  for (const button of document.querySelectorAll("[name=move]")) button.setAttribute("aria-disabled", "true");
  try {
    if (await post(form, body)) await redraw();
  } finally {
    submitter.textContent = words;
    for (const button of document.querySelectorAll("[name=move]")) button.removeAttribute("aria-disabled");
    nameStep(step.dataset.words ?? step.textContent);
  }
  if (document.activeElement === document.body) main.focus();
}

/** The whole page at its new time: yesterday's question was today's before. */
async function redraw() {
  const response = await fetch("/");
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const held = document.activeElement;
  const old = held.closest("article");
  for (const card of page.querySelectorAll("article")) keepState(document.getElementById(card.id), card);
  for (const part of ["#now", "#ruler", "#channel", "#private > .cards"]) {
    document.querySelector(part).replaceWith(page.querySelector(part));
  }
  const card = old && document.getElementById(old.id);
  if (card) keepFocus(held, old, card);
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
  nothingNew(pane);
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
